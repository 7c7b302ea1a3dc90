/** An event as Electron's listeners get it: preventable, and with its details as own fields. */
export type PreviewEvent<Details extends object = object> = Details & {
  preventDefault(): void;
  readonly defaultPrevented: boolean;
};

export function createEvent<Details extends object>(details: Details): PreviewEvent<Details> {
  let prevented = false;
  const control = {
    preventDefault: () => {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
  // Copied by descriptor: a spread would freeze `defaultPrevented` at false.
  return Object.defineProperties(
    { ...details, ...control },
    Object.getOwnPropertyDescriptors(control),
  );
}

/**
 * What `Mine` must accept to stand in for Electron's `Theirs`: every member there, every function
 * callable with Electron's own parameters. Return types are left out, because ours are smaller
 * objects than Electron's (a window has some of BrowserWindow's members, not 300).
 *
 * Parameters compare both ways, as methods' do: a listener of Electron's takes a whole WebContents
 * where ours is given a smaller one.
 *
 * Used as `x satisfies Takes<Pick<Electron.Tray, 'setImage' | …>>`, so that a change in
 * `electron.d.ts` is a compile error here.
 */
export type Takes<Theirs> = {
  readonly [Member in keyof Theirs]: Theirs[Member] extends (...args: infer Arguments) => unknown
    ? { bivariant(...args: Arguments): unknown }['bivariant']
    : unknown;
};

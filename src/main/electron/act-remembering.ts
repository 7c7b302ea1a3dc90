import type { MenuAct } from '../views/menu-line.ts';

type Act = (wanted: MenuAct) => Promise<void>;

/** What others ask for, with a link or a further start, may come before the remembered list is there: it waits for that. */
export function actRemembering(remembered: Promise<unknown>, act: Act): Act {
  return async (wanted) => {
    await remembered;
    await act(wanted);
  };
}

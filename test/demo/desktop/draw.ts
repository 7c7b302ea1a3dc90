import { colours } from '../../../src/shared/colour.ts';
import type { MenuLine } from '../../../src/main/views/menu-line.ts';
import type { SystemNotification } from '../../../src/main/views/notifications.ts';

/** A menu as most desktops draw it, with its submenus beside it. */
export const menuPage = (lines: readonly MenuLine[]): string =>
  page(
    `<div class="menus">${menu(lines)}${lines
      .flatMap((line) => (line.kind === 'menu' ? [menu(line.lines, line.label)] : []))
      .join('')}</div>`,
  );

/** Whole menus side by side, each under what it stands for. */
export const menusPage = (menus: Readonly<Record<string, readonly MenuLine[]>>): string =>
  page(
    `<div class="menus">${Object.entries(menus)
      .map(([title, lines]) => menu(lines, title))
      .join('')}</div>`,
  );

export const notificationPage = (all: readonly SystemNotification[]): string =>
  page(
    `<div class="notes">${all
      .map(
        ({ title, body }) =>
          `<section><b>Azimuth</b><h2>${safe(title)}</h2><p>${safe(body).replaceAll('\n', '<br>')}</p></section>`,
      )
      .join('')}</div>`,
  );

function menu(lines: readonly MenuLine[], title?: string): string {
  const head = title === undefined ? '' : `<h2>${safe(title)}</h2>`;
  return `<div>${head}<ul>${lines.map(line).join('')}</ul></div>`;
}

function line(one: MenuLine): string {
  if (one.kind === 'line') return '<hr>';
  const dot =
    one.colour === undefined ? '' : `<i style="background:${colours[one.colour].light}"></i>`;
  const check = one.kind === 'act' && one.chosen === true ? '✓' : '';
  const more = one.kind === 'menu' ? '<em>▸</em>' : '';
  return `<li class="${one.kind}"><s>${check}</s>${dot}<span>${safe(one.label)}</span>${more}</li>`;
}

const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const page = (body: string): string => `<!doctype html><style>
  * { margin: 0; box-sizing: border-box; }
  body { font: 13px/1.4 system-ui, 'Noto Sans', sans-serif; color: #1f2328; }
  main { display: inline-block; padding: 24px; background: #dfe5ec; }
  h2 { font-size: 13px; }
  .menus { display: flex; align-items: flex-start; gap: 16px; }
  .menus h2 { padding: 0 0 6px 4px; color: #57606a; font-weight: 600; }
  ul { list-style: none; padding: 6px 0; width: max-content; background: #fff; border-radius: 8px; box-shadow: 0 6px 20px #0003; }
  li { display: flex; align-items: center; gap: 6px; padding: 4px 14px 4px 8px; }
  li.text { color: #57606a; }
  s { width: 14px; text-decoration: none; }
  i { width: 10px; height: 10px; border-radius: 50%; }
  em { margin-inline-start: auto; padding-inline-start: 24px; font-style: normal; color: #57606a; }
  hr { margin: 5px 0; border: 0; border-top: 1px solid #d0d7de; }
  .notes { display: grid; grid-template-columns: repeat(2, 380px); gap: 16px; }
  section { padding: 12px 16px; background: #fff; border-radius: 10px; box-shadow: 0 4px 14px #0002; }
  section b { font-size: 11px; font-weight: 600; color: #57606a; }
  section p { color: #424a53; }
</style><main>${body}</main>`;

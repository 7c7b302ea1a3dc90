import { html, raw } from 'hono/html';

export type Markup = ReturnType<typeof html>;

const style = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --edge: #d1d1d1; --accent: #0f6cbd; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f5f5f5; --paper: #292929; --edge: #5c5c5c; --accent: #62abf5; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; color: var(--ink);
  background: color-mix(in srgb, var(--accent) 12%, var(--paper));
  font: 15px/1.5 'Segoe UI', system-ui, 'Noto Sans', 'Noto Sans CJK JP', sans-serif; }
main { width: min(440px, 100vw); padding: 40px 44px; background: var(--paper);
  border-radius: 8px; box-shadow: 0 4px 24px rgb(0 0 0 / 18%); }
.brand { font-size: 13px; opacity: .8; margin: 0 0 16px; }
h1 { font-size: 24px; line-height: 1.25; font-weight: 600; margin: 0 0 12px; }
form { margin: 0; }
.account { display: block; width: 100%; text-align: left; background: none; color: inherit;
  border: 0; border-top: 1px solid var(--edge); padding: 12px 8px; font: inherit; cursor: pointer; }
.account:hover { background: color-mix(in srgb, var(--ink) 7%, transparent); }
.account b { display: block; font-weight: 600; }
.account small { font-size: 13px; }
.actions { display: flex; flex-direction: row-reverse; gap: 8px; margin-top: 24px; }
.actions button { padding: 7px 20px; font: inherit; border-radius: 4px; cursor: pointer;
  border: 1px solid var(--edge); background: none; color: inherit; }
.actions button.primary { background: #0f6cbd; border-color: #0f6cbd; color: #fff; }
button:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
input { width: 100%; font: inherit; padding: 8px; border: 0; border-bottom: 2px solid var(--accent);
  background: none; color: inherit; }
input.code { font-size: 22px; letter-spacing: .2em; text-transform: uppercase; }
.number { font-size: 48px; font-weight: 600; text-align: center; margin: 8px 0; }
.wrong { color: #b10e1c; } @media (prefers-color-scheme: dark) { .wrong { color: #ff9aa2; } }
details { font-size: 13px; overflow-wrap: anywhere; }
.simulated { font-size: 12px; margin: 24px 0 0; opacity: .8; }
`;

/**
 * The frame around every page of the simulated Entra ID. It says what it is. In `.actions` the main
 * button comes first, because Enter presses a form's first one; the style sheet puts it last.
 */
export function layout(title: string, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <p class="brand">Simulated Microsoft Entra ID</p>
          <h1>${title}</h1>
          ${content}
          <p class="simulated">
            This is a stand-in on this computer. No real account and no password is involved.
          </p>
        </main>
      </body>
    </html>`;
}

/** A page as a person sees it. */
export interface SeenPage {
  readonly url: string;
  readonly status: number;
  /** The heading. */
  readonly title: string;
  /** All text, white space folded. */
  readonly text: string;
  /** What each button is called. */
  readonly buttons: readonly string[];
  /** Presses the button that is called so (or begins so), with what was typed into the fields. */
  press(button: string, typed?: Readonly<Record<string, string>>): Promise<SeenPage>;
  /** What pressing it would send, and where to. */
  sends(button: string): { readonly to: string; readonly fields: Readonly<Record<string, string>> };
}

/**
 * Somebody at a browser with cookies of its own, without a real browser: for tests of protocols.
 * Redirects to another host are not followed; the page then says where they lead.
 */
export interface Person {
  open(url: string): Promise<SeenPage>;
}

interface Button {
  readonly label: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly action: string;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const plain = (html: string): string =>
  html
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
};

/** Buttons of all forms, each with what its form would send. */
function buttonsOf(html: string): readonly Button[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(
    ([, head = '', body = '']) => {
      const inputs = [...body.matchAll(/<input\b[^>]*>/g)].map(
        ([tag]) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''] as const,
      );
      return [...body.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(
        ([, tag = '', label = '']): Button => {
          const name = attribute(tag, 'name');
          const own = name === undefined ? [] : [[name, attribute(tag, 'value') ?? ''] as const];
          return {
            label: plain(label),
            fields: [...inputs, ...own],
            action: attribute(head, 'action') ?? '',
          };
        },
      );
    },
  );
}

/** `cookies` is the browser's jar, by host and name. */
export function createPerson(cookies: Map<string, string> = new Map()): Person {
  async function visit(url: string, init: RequestInit = {}): Promise<SeenPage> {
    const { host } = new URL(url);
    const sent = [...cookies].filter(([key]) => key.startsWith(`${host} `));
    const cookie = sent.map(([key, value]) => `${key.slice(host.length + 1)}=${value}`).join('; ');
    const headers = { ...Object.fromEntries(new Headers(init.headers)), ...(cookie && { cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(`${host} ${name}`);
      else cookies.set(`${host} ${name}`, value);
    }
    const html = await response.text();
    const location = response.headers.get('location');
    const next = location === null ? undefined : new URL(location, url);
    if (next?.host === host) return visit(next.toString());
    const buttons = buttonsOf(html);
    const find = (label: string): Button => {
      const button =
        buttons.find((each) => each.label === label) ??
        buttons.find((each) => each.label.startsWith(label));
      if (!button) throw new Error(`No button '${label}' on the page: ${plain(html)}`);
      return button;
    };
    return {
      url: next?.toString() ?? url,
      status: response.status,
      title: plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? ''),
      text: plain(html),
      buttons: buttons.map(({ label }) => label),
      press: (label, typed = {}) => {
        const { action, fields } = find(label);
        const body = new URLSearchParams(
          fields.map(([name, value]): [string, string] => [name, value]),
        );
        for (const [name, value] of Object.entries(typed)) body.set(name, value);
        return visit(new URL(action, url).toString(), { method: 'POST', body });
      },
      sends: (label) => {
        const { action, fields } = find(label);
        return { to: action, fields: Object.fromEntries(fields) };
      },
    };
  }

  return { open: (url) => visit(url) };
}

/**
 * What the browser shows when it came back to us. MSAL answers before it redeems the code, so this page can not know
 * whether the sign-in succeeded and does not say so. Self-contained: no script, no request to anywhere.
 */
const page = (title: string, text: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { min-height: 100vh; margin: 0; display: grid; place-items: center; background: Canvas; color: CanvasText; }
  main { max-width: 26rem; padding: 2rem; text-align: center; }
  h1 { font-size: 1.4rem; font-weight: 600; }
</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>`;

export const successPage = page(
  'Back to Azimuth',
  'Azimuth has received the answer and is finishing the sign-in. You can close this page and return to Azimuth.',
);

export const failurePage = page(
  'The sign-in did not finish',
  'Azimuth shows what happened and what you can do. You can close this page.',
);

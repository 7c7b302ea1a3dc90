import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { AuthorizeRequest } from './authorize-request.ts';

/**
 * Sends an authorization answer to the client's redirect URI in the way it asked for.
 * https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html
 */
export function answerAuthorize(
  context: Context,
  request: AuthorizeRequest,
  parameters: Readonly<Record<string, string>>,
): Response | Promise<Response> {
  const all = {
    ...parameters,
    ...(request.state === undefined ? {} : { state: request.state }),
    ...('error' in parameters ? {} : { session_state: randomUUID() }),
  };
  if (request.responseMode === 'form_post') {
    const fields = Object.entries(all).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    );
    return context.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <title>Working...</title>
          </head>
          <body>
            <form method="post" name="hiddenform" action="${request.redirectUri}">
              ${fields}
              <noscript>
                <p>Script is disabled. Click Submit to continue.</p>
                <button>Submit</button>
              </noscript>
            </form>
            <script>
              window.setTimeout(() => document.forms[0].submit(), 0);
            </script>
          </body>
        </html>`,
    );
  }
  const target = new URL(request.redirectUri);
  const encoded = new URLSearchParams(all).toString();
  if (request.responseMode === 'fragment') target.hash = encoded;
  else target.search = encoded;
  return context.redirect(target.toString(), 302);
}

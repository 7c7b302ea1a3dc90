import type { SignInFlow } from './sign-in-flow.ts';
import { authorityFor, scopesFor } from './sign-in-flow.ts';
import { failurePage, successPage } from './sign-in-pages.ts';

/** The system browser, PKCE, and a loopback listener on 127.0.0.1 that takes a form post. */
export const signInInteractively: SignInFlow = async (client, request) => {
  const { signal, loginHint, claims } = request;
  let answerPending: (() => Promise<void>) | undefined;
  const cancel = (): void => void answerPending?.();
  signal.addEventListener('abort', cancel);
  try {
    return await client.use((msal) =>
      msal.acquireTokenInteractive({
        authority: authorityFor(client, request.tenant),
        scopes: scopesFor(client, request),
        ...(loginHint === undefined ? { prompt: 'select_account' } : { loginHint }),
        ...(claims === undefined ? {} : { claims }),
        successTemplate: successPage,
        errorTemplate: failurePage,
        async openBrowser(url) {
          answerPending = () => refusePending(url);
          if (signal.aborted) await answerPending();
          else request.prompt({ kind: 'browser', url });
        },
      }),
    );
  } finally {
    signal.removeEventListener('abort', cancel);
  }
};

/**
 * MSAL can not be told to stop waiting, but its listener takes an error from anyone who knows the state, which we do:
 * both state and redirect URI are in the address that was given to the browser. The port is free once it answered.
 */
async function refusePending(url: string): Promise<void> {
  const parameters = new URL(url).searchParams;
  const redirect = new URL(parameters.get('redirect_uri') ?? '');
  redirect.hostname = '127.0.0.1';
  await fetch(redirect, {
    method: 'POST',
    headers: { connection: 'close' },
    body: new URLSearchParams({ error: 'access_denied', state: parameters.get('state') ?? '' }),
  }).catch(() => undefined);
}

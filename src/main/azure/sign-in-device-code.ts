import type { DeviceCodeRequest } from '@azure/msal-node';
import type { SignInFlow } from './sign-in-flow.ts';
import { authorityFor, scopesFor } from './sign-in-flow.ts';

/** A code that the person types on any device (https://www.rfc-editor.org/rfc/rfc8628). */
export const signInByDeviceCode: SignInFlow = async (client, request) => {
  const { signal, claims } = request;
  const ask: DeviceCodeRequest = {
    authority: authorityFor(client, request.tenant),
    scopes: scopesFor(client, request),
    ...(claims === undefined ? {} : { claims }),
    deviceCodeCallback({ userCode, verificationUri, expiresIn }) {
      // MSAL calls this for a refusal too, and would go on to poll with no code, whose refusal hides the first.
      if (!userCode) throw new Error('no device code was given');
      const expiresAt = Date.now() + expiresIn * 1_000;
      request.prompt({ kind: 'code', userCode, verificationUri, expiresAt });
    },
  };
  const cancel = (): void => {
    ask.cancel = true;
  };
  signal.addEventListener('abort', cancel);
  try {
    const result = await client.use((msal) => msal.acquireTokenByDeviceCode(ask));
    if (!result) throw new Error('the device code brought no token');
    return result;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
};

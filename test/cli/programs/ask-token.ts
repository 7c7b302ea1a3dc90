/**
 * A program that uses an Azure SDK and knows nothing of Azimuth: `ask-token.ts CREDENTIAL SCOPE [CLIENT_ID]`. It prints one
 * line of JSON: of which tenant and audience the token is, or what the SDK said; and how often it asked.
 */
import { DefaultAzureCredential, ManagedIdentityCredential } from '@azure/identity';
import { ManagedIdentityApplication } from '@azure/msal-node';
import { subscribe } from 'node:diagnostics_channel';
import { decodeJwt } from 'jose';

const [kind, scope = '', clientId] = process.argv.slice(2);

let requests = 0;
for (const channel of ['http.client.request.start', 'undici:request:create']) {
  subscribe(channel, () => {
    requests += 1;
  });
}

async function ask(): Promise<string> {
  switch (kind) {
    case 'default':
      return (await new DefaultAzureCredential().getToken(scope)).token;
    case 'managed': {
      const credential =
        clientId === undefined
          ? new ManagedIdentityCredential()
          : new ManagedIdentityCredential({ clientId });
      return (await credential.getToken(scope)).token;
    }
    case 'msal': {
      const resource = scope.replace(/\/\.default$/, '');
      return (await new ManagedIdentityApplication().acquireToken({ resource })).accessToken;
    }
    default:
      throw new Error(`there is no credential ${kind ?? ''}`);
  }
}

const said = await ask().then(
  (token) => {
    const { aud, tid } = decodeJwt(token);
    return { aud, tid };
  },
  (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
);
console.log(JSON.stringify({ ...said, requests }));

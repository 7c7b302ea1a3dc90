import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { text as readText } from 'node:stream/consumers';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { parseJson } from '../../shared/json.ts';
import { noteExchange } from './exchange.ts';
import { networkFailure } from './network-failure.ts';

/** Milliseconds that the machine's own endpoint may take for one answer. */
const patience = 10_000;

export interface MachineAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

/**
 * One request to the machine's own identity endpoint. It never goes through a proxy, which would ask for its own identity
 * instead: a fresh agent takes no proxy from the environment, and none of the host's ways to the network is used.
 */
export async function askMachine(
  method: 'GET' | 'POST',
  address: string,
  sentHeaders: Readonly<Record<string, string>>,
  { body = '', timeout = patience }: { readonly body?: string; readonly timeout?: number } = {},
): Promise<MachineAnswer> {
  const secure = address.startsWith('https:');
  const agent = secure ? new HttpsAgent() : new HttpAgent();
  const signal = AbortSignal.timeout(timeout);
  return new Promise((resolve, reject) => {
    const sent = (secure ? requestHttps : requestHttp)(
      address,
      { method, headers: sentHeaders, agent, signal },
      (answer) => {
        const { statusCode: status = 0, headers: found } = answer;
        const plain = Object.entries(found).map(([name, value]) => [name, String(value)] as const);
        const headers = Object.fromEntries<string>(plain);
        readText(answer).then((text) => resolve({ status, headers, text }), reject);
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** MSAL's way to that endpoint. An answer without JSON is handed on too: MSAL repeats by the status alone. */
export function createMachineNetwork(): INetworkModule {
  const send = async <T>(
    method: 'GET' | 'POST',
    address: string,
    { headers = {}, body = '' }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> => {
    try {
      const answer = await askMachine(method, address, headers, { body });
      const { status } = answer;
      const parsed = parseJson(answer.text) ?? { error: `status ${status}` };
      noteExchange(status < 300 ? { kind: 'answered' } : { kind: 'refused', status, body: parsed });
      return { status, headers: answer.headers, body: parsed as T };
    } catch (error) {
      const failure = networkFailure(error, address);
      noteExchange({ kind: 'failed', failure });
      throw new Error(`${failure.kind}: ${failure.reason}`, { cause: error });
    }
  };

  return {
    sendGetRequestAsync: (address, options) => send('GET', address, options),
    sendPostRequestAsync: (address, options) => send('POST', address, options),
  };
}

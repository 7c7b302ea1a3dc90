import type { Endpoint } from '../../shared/grant.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { changeSettings } from '../../shared/settings.ts';
import type { SaveSettings } from './ports.ts';
import type { EndpointService } from './serve-sdks.ts';
import type { Store } from './store.ts';

/** An SDK endpoint that listens. */
export interface Listener {
  readonly address: string;
  readonly port: number;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** Lets programs on this computer ask; port 0 lets the system choose. */
export type Listen = (service: EndpointService, port: number) => Promise<Result<Listener>>;

export interface EndpointDeps {
  readonly store: Store;
  readonly listen: Listen;
  readonly service: EndpointService;
  readonly saveSettings: SaveSettings;
}

export interface EndpointStage {
  /** Remembers whether the endpoint is wanted, and where; resolves once it listens or no longer does. */
  switch(wanted: {
    readonly on: boolean;
    readonly port?: number | undefined;
  }): Promise<Result<null>>;
  /** Resolves once what the state asks for is so. */
  settle(): Promise<Result<null>>;
  stop(): Promise<void>;
}

/** The endpoint listens while it is switched on, and while a command has a grant of its own. */
export function createEndpoint({
  store,
  listen,
  service,
  saveSettings,
}: EndpointDeps): EndpointStage {
  let listener: Listener | undefined;
  let turn: Promise<Result<null>> = Promise.resolve(succeed(null));
  let stopped = false;

  const isWanted = (): boolean => {
    const { settings, grants } = store.state();
    return !stopped && (settings.endpointOn || grants.some(({ forCommand }) => forCommand));
  };

  const isElsewhere = (): boolean => {
    const { endpointPort } = store.state().settings;
    return endpointPort !== 0 && endpointPort !== listener?.port;
  };

  const show = (endpoint: Endpoint): void => store.apply({ kind: 'endpoint-changed', endpoint });

  const close = async (): Promise<void> => {
    const closing = listener?.close();
    listener = undefined;
    await closing;
    show({ kind: 'off' });
  };

  const follow = async (): Promise<Result<null>> => {
    const wanted = isWanted();
    if (listener && (!wanted || isElsewhere())) await close();
    if (!wanted) {
      // A failure is over once nobody wants what failed.
      if (store.state().endpoint.kind === 'failed') show({ kind: 'off' });
      return succeed(null);
    }
    if (listener) return succeed(null);
    const opened = await listen(service, store.state().settings.endpointPort);
    if (!opened.ok) {
      show({ kind: 'failed', problem: opened.problem });
      return fail(opened.problem);
    }
    listener = opened.value;
    show({ kind: 'on', address: listener.address, port: listener.port });
    return succeed(null);
  };

  const settle = (): Promise<Result<null>> => {
    turn = turn.then(follow);
    return turn;
  };

  store.subscribe(({ changed }) => {
    // Grants change with every use: only what moves the listener is worth a turn.
    if (!changed.settings && !changed.grants) return;
    if (isWanted() !== (listener !== undefined) || (listener && isElsewhere())) void settle();
  });

  return {
    async switch({ on, port }) {
      const settings = changeSettings(store.state().settings, {
        endpointOn: on,
        endpointPort: port,
      });
      store.apply({ kind: 'settings-changed', settings });
      const [settled] = await Promise.all([settle(), saveSettings(settings)]);
      return settled;
    },
    settle,
    async stop() {
      stopped = true;
      await settle();
    },
  };
}

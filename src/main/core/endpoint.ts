import type { ContainerDoor } from '../../shared/container-door.ts';
import type { Endpoint } from '../../shared/grant.ts';
import { loopbackAddress } from '../../shared/container-door.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { changeSettings } from '../../shared/settings.ts';
import { createContainerDoor } from './container-door.ts';
import { endpointOff } from './grants.ts';
import type { KeepSettings } from './keep-settings.ts';
import type { Listen, Listener } from './listener.ts';
import type { EndpointService } from './serve-sdks.ts';
import type { Store } from './store.ts';

export interface EndpointDeps {
  readonly store: Store;
  readonly listen: Listen;
  readonly service: EndpointService;
  readonly keepSettings: KeepSettings;
}

export interface EndpointStage {
  /**
   * Remembers whether the endpoint is wanted, and where; resolves once it listens or no longer does. Where that can't be
   * remembered it is not switched on, and switched off until the end.
   */
  switch(wanted: {
    readonly on: boolean;
    readonly port?: number | undefined;
  }): Promise<Result<null>>;
  /** Lets containers in, or no longer, until the endpoint is switched off or Azimuth ends. */
  openTo(door: ContainerDoor | undefined): Promise<Result<null>>;
  /** Resolves once what the state asks for is so. */
  settle(): Promise<Result<null>>;
  stop(): Promise<void>;
}

/** The endpoint listens while it is switched on, and while a command has a grant of its own. */
export function createEndpoint({
  store,
  listen,
  service,
  keepSettings,
}: EndpointDeps): EndpointStage {
  const door = createContainerDoor((at) => listen(service, at));
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

  const showOpen = ({ address, port }: Listener): void => {
    const containers = door.open();
    show({ kind: 'on', address, port, ...(containers === undefined ? {} : { containers }) });
  };

  const failed = (problem: Problem): Result<null> => {
    show({ kind: 'failed', problem });
    return fail(problem);
  };

  const close = async (): Promise<void> => {
    const closing = listener?.close();
    listener = undefined;
    await closing;
    await door.close();
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
    if (!listener) {
      const port = store.state().settings.endpointPort;
      const opened = await listen(service, { address: loopbackAddress, port });
      if (!opened.ok) return failed(opened.problem);
      listener = opened.value;
      showOpen(listener);
    }
    const before = door.open();
    const followed = await door.follow(listener);
    if (door.open() !== before) showOpen(listener);
    return followed;
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
      if (!on) door.want(undefined);
      const change = { endpointOn: on, endpointPort: port };
      const kept = await keepSettings(change);
      if (kept.ok) return settle();
      if (on) return kept;
      // What is to be shut is shut, whatever the disk takes.
      const settings = changeSettings(store.state().settings, change);
      store.apply({ kind: 'settings-changed', settings });
      await settle();
      return fail({ ...kept.problem, message: offUntilTheEnd });
    },
    async openTo(wanted) {
      // What is open for the commands of azimuth run is open to them alone.
      if (wanted && !store.state().settings.endpointOn) return fail(endpointOff);
      door.want(wanted);
      return settle();
    },
    settle,
    async stop() {
      stopped = true;
      await settle();
    },
  };
}

const offUntilTheEnd =
  'The endpoint is off, but settings.json could not be written: it is on again after a restart. Check the free space and the permissions of Azimuth’s folder.';

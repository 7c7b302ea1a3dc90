import type { ContainerDoor } from '../../shared/container-door.ts';
import { loopbackAddress } from '../../shared/container-door.ts';
import type { Result } from '../../shared/problem.ts';
import { succeed } from '../../shared/problem.ts';
import type { ListenAt, Listener } from './listener.ts';

export interface ContainerDoorStage {
  /** What a person asked for; done with `follow`. */
  want(door: ContainerDoor | undefined): void;
  /** The door that is open. */
  open(): ContainerDoor | undefined;
  /** Opens and closes what was asked for, at the port of the endpoint. What can't be opened is not wanted any more. */
  follow(main: Listener): Promise<Result<null>>;
  close(): Promise<void>;
}

/**
 * The endpoint's second address, for containers. Where they come in over the loopback interface, as with Docker Desktop,
 * it is only a second name.
 */
export function createContainerDoor(
  listen: (at: ListenAt) => Promise<Result<Listener>>,
): ContainerDoorStage {
  let wanted: ContainerDoor | undefined;
  let opened: ContainerDoor | undefined;
  let listener: Listener | undefined;

  const close = async (): Promise<void> => {
    const closing = listener?.close();
    [listener, opened] = [undefined, undefined];
    await closing;
  };

  return {
    want(door) {
      wanted = door;
    },
    open: () => opened,
    async follow(main) {
      if (opened === wanted) return succeed(null);
      await close();
      const door = wanted;
      main.alsoKnownAs(door?.address === loopbackAddress ? door.hostName : undefined);
      if (door && door.address !== loopbackAddress) {
        const listening = await listen({ address: door.address, port: main.port });
        if (!listening.ok) {
          wanted = undefined;
          return listening;
        }
        listener = listening.value;
        listener.alsoKnownAs(door.hostName);
      }
      opened = door;
      return succeed(null);
    },
    close,
  };
}

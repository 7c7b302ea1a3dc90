import { z } from 'zod';

/** Where containers reach the SDK endpoint: only what a person chose, and forgotten when Azimuth ends. */
export interface ContainerDoor {
  /** An IPv4 address of this computer. */
  readonly address: string;
  /** The name by which containers know it. */
  readonly hostName?: string | undefined;
}

/** The one address that is always listened at. */
export const loopbackAddress = '127.0.0.1';

/** Docker's own network on Linux, and the name that its containers use for the computer that they run on. */
export const usualDoor = { address: '172.17.0.1', hostName: 'host.docker.internal' } as const;

/** What a person reads before a door is opened. */
export const doorWarning =
  'Whatever reaches this address can then ask for tokens: containers, and programs of other users. Only the secret of a grant keeps them out, and it travels there unencrypted.';

/** The endpoint's address as containers write it. */
export const atDoor = ({ address, hostName }: ContainerDoor, endpoint: string): string => {
  const url = new URL(endpoint);
  url.hostname = hostName ?? address;
  return url.href;
};

/**
 * How a container learns what the name means (https://docs.docker.com/reference/cli/docker/container/run/#add-host); none
 * where there is no name. What Docker calls the gateway is its own network's only by default, so the address is written out.
 */
export const hostEntry = ({ address, hostName }: ContainerDoor): string | undefined => {
  if (hostName === undefined) return undefined;
  return `${hostName}:${address === loopbackAddress ? 'host-gateway' : address}`;
};

/** One address, and one name: all addresses at once would let a whole network ask. */
export const containerDoorSchema = z
  .object({
    address: z
      .ipv4('Type an IPv4 address of this computer, such as 172.17.0.1.')
      .refine((address) => address !== '0.0.0.0', 'Choose one address, not all of them.'),
    hostName: z
      .string()
      .trim()
      .toLowerCase()
      .max(253, 'That is too long for a host name.')
      .regex(
        /^(?=.*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
        'Type a host name, such as host.docker.internal.',
      )
      .optional(),
  })
  .refine(({ address, hostName }) => address !== loopbackAddress || hostName !== undefined, {
    message: `Programs on this computer reach ${loopbackAddress} already. Type the name that containers use.`,
    path: ['hostName'],
  });

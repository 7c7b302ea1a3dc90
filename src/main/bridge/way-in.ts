import type { RequestOptions, Server } from 'node:http';
import type { Door } from './guard.ts';

/** How terminals reach a profile, and how one program at a time gets to answer them. */
export interface WayIn {
  /**
   * Listens, and puts that behind the profile's name.
   *
   * @returns nothing when another process answers for this profile
   */
  claim(profile: string, createServer: (door: Door) => Server): Promise<ClaimedWayIn | undefined>;
  /** How the program that has the profile is asked; nothing when there is none. */
  reach(profile: string): Promise<Reach | undefined>;
}

export interface ClaimedWayIn {
  readonly server: Server;
  /** The file by which clients find us. */
  readonly foundAt: string;
  /** Gives the name up and stops listening. */
  release(): Promise<void>;
}

/** Where a request goes, and the headers that let it in. */
export type Reach = Pick<RequestOptions, 'socketPath' | 'host' | 'port'> & {
  readonly headers: Readonly<Record<string, string>>;
};

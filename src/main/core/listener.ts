import type { Result } from '../../shared/problem.ts';
import type { EndpointService } from './serve-sdks.ts';

/** An SDK endpoint that listens. */
export interface Listener {
  /** What goes into `IDENTITY_ENDPOINT`. */
  readonly address: string;
  readonly port: number;
  /** Answers to this name too, and to no other than its own and this one. */
  alsoKnownAs(hostName: string | undefined): void;
  /** Ends what is under way. */
  close(): Promise<void>;
}

export interface ListenAt {
  /** An IPv4 address of this computer. */
  readonly address: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** Lets programs ask at an address of this computer. */
export type Listen = (service: EndpointService, at: ListenAt) => Promise<Result<Listener>>;

import { randomBytes } from 'node:crypto';
import type { PublicClient, User } from '../directory/model.ts';
import type { SignIn } from '../world.ts';
import type { Authority } from './authority.ts';
import type { AuthorizeRequest } from './authorize-request.ts';

/** Why a browser is on our pages. */
export type Purpose =
  | { readonly kind: 'authorize'; readonly request: AuthorizeRequest }
  | { readonly kind: 'device'; readonly userCode: string };

/** A person's way through the sign-in pages; each page posts back the journey's id. */
export interface Journey {
  readonly id: string;
  readonly purpose: Purpose;
  readonly authority: Authority;
  readonly client: PublicClient;
  readonly scope: string;
  readonly claims: string | undefined;
  /** The chosen account; `methods` grow as the person proves more. */
  readonly user?: User;
  readonly methods: SignIn['methods'];
  /** Set when the browser's session vouches for the account. */
  readonly session?: SignIn;
  readonly consented?: boolean;
  /** The person said that it is their own device that shows the code. */
  readonly confirmed?: boolean;
}

export interface Journeys {
  begin(start: Omit<Journey, 'id' | 'methods'>): Journey;
  find(id: string): Journey | undefined;
  change(journey: Journey): Journey;
  end(id: string): void;
}

/** Abandoned journeys are forgotten, the oldest first. */
const most = 1000;

export function createJourneys(): Journeys {
  const journeys = new Map<string, Journey>();
  return {
    begin: (start) => {
      const journey: Journey = { ...start, id: randomBytes(24).toString('base64url'), methods: [] };
      journeys.set(journey.id, journey);
      const [oldest] = journeys.keys();
      if (journeys.size > most && oldest !== undefined) journeys.delete(oldest);
      return journey;
    },
    find: (id) => journeys.get(id),
    change: (journey) => {
      journeys.set(journey.id, journey);
      return journey;
    },
    end: (id) => void journeys.delete(id),
  };
}

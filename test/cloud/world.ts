import type { AdjustableClock } from './clock.ts';
import type { Directory } from './directory/directory.ts';
import type { Application, User } from './directory/model.ts';
import type { SigningKeys } from './entra/signing-keys.ts';
import type { Epoch, Standing } from './standing.ts';
import type { Secrets } from './secrets.ts';
import type { AdjustableSettings } from './settings.ts';

/** A proof of identity by a person: who, how, when. Refresh tokens and sessions carry it on. */
export interface SignIn {
  readonly user: User;
  /** `amr` of the tokens; `mfa` satisfies a tenant that wants multi-factor authentication. */
  readonly methods: readonly ('pwd' | 'mfa')[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly epoch: Epoch;
}

/** Whom an access token speaks for. */
export type Subject =
  | { readonly kind: 'user'; readonly signIn: SignIn }
  | { readonly kind: 'application'; readonly application: Pick<Application, 'id'> };

/** What the two halves of one cloud share. Nothing of it is global. */
export interface World {
  readonly clock: AdjustableClock;
  readonly directory: Directory;
  readonly settings: AdjustableSettings;
  readonly secrets: Secrets;
  readonly standing: Standing;
  readonly signingKeys: SigningKeys;
  /** Who stands behind each access token, by its `uti`. */
  readonly subjects: Map<string, Subject>;
}

export function signInNow(world: World, user: User, methods: SignIn['methods']): SignIn {
  return { user, methods, at: world.clock.now(), epoch: world.standing.epochOf(user.id) };
}

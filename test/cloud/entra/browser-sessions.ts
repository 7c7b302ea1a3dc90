import { randomBytes } from 'node:crypto';
import type { User } from '../directory/model.ts';
import type { SignIn, World } from '../world.ts';

/** Single sign-on: who is signed in in which browser. */
export interface BrowserSessions {
  /** The sign-ins of a session that still hold, the latest first. */
  signIns(sessionId: string | undefined): readonly SignIn[];
  signInOf(sessionId: string | undefined, user: User): SignIn | undefined;
  /** Adds a sign-in and gives the session's id back, a new one if there was none. */
  remember(sessionId: string | undefined, signIn: SignIn): string;
  end(sessionId: string | undefined): void;
}

/** The cookie's name is Entra ID's. */
export const sessionCookie = 'ESTSAUTHPERSISTENT';

export function createBrowserSessions(world: World): BrowserSessions {
  const sessions = new Map<string, readonly SignIn[]>();
  const stillHolds = ({ user, epoch }: SignIn): boolean => {
    const now = world.standing.epochOf(user.id);
    return now.revocations === epoch.revocations && now.challenges === epoch.challenges;
  };
  const signIns = (sessionId: string | undefined): readonly SignIn[] =>
    (sessions.get(sessionId ?? '') ?? []).filter(stillHolds);
  return {
    signIns,
    signInOf: (sessionId, user) => signIns(sessionId).find((each) => each.user.id === user.id),
    remember: (sessionId, signIn) => {
      const known = sessionId !== undefined && sessions.has(sessionId);
      const id = known ? sessionId : randomBytes(32).toString('base64url');
      const others = signIns(id).filter((each) => each.user.id !== signIn.user.id);
      sessions.set(id, [signIn, ...others]);
      return id;
    },
    end: (sessionId) => {
      sessions.delete(sessionId ?? '');
    },
  };
}

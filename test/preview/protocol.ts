import type { CustomScheme, Protocol } from 'electron';

type Handler = Parameters<Protocol['handle']>[1];

const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: CustomScheme[]): void => {
    for (const { scheme, privileges } of schemes) {
      if (scheme !== 'app') throw new Error(`The preview host knows app: only, not ${scheme}:`);
      if (!privileges?.standard || !privileges.secure) {
        throw new Error('The preview host serves app: as a standard, secure scheme; say so.');
      }
    }
  },
  handle: (scheme: string, handler: Handler): void => {
    if (handlers.has(scheme)) {
      throw new Error(`Failed to register protocol '${scheme}': it is already handled.`);
    }
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string): void => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
} satisfies Pick<
  Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>;

/** What the app's own handler answers; 404 where it registered none. */
export async function answerAppRequest(request: Request): Promise<Response> {
  const handler = handlers.get('app');
  if (!handler) return new Response('No handler for app:', { status: 404 });
  try {
    return await handler(request);
  } catch (error) {
    process.stderr.write(`[preview] the app: handler failed: ${String(error)}\n`);
    return new Response('The app: handler failed.', { status: 500 });
  }
}

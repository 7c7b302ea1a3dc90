import { Hono } from 'hono';
import { discoveryRoutes } from './discovery.ts';
import type { Entra } from './entra.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { tokenRoutes } from './token-routes.ts';

/** All of the simulated Entra ID as one web application. */
export function createIdentityProvider(entra: Entra): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('Cache-Control')) {
      context.header('Cache-Control', 'no-store, no-cache');
    }
    context.header('X-Content-Type-Options', 'nosniff');
  });
  app.route('/', discoveryRoutes(entra.world));
  app.route('/', tokenRoutes(entra));
  app.route('/', signInRoutes(entra));
  return app;
}

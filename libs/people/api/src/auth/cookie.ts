import type {} from '@fastify/cookie';

export const SESSION_COOKIE = 'flipside';

/** Unreadable for scripts, not sent along from other sites' forms, and only over HTTPS where there is HTTPS. */
export const sessionCookie = (isSecure: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge: 30 * 86_400 }) as const;

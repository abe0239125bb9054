import { escapeHtml, plainPage } from '@flipside/platform-api';
import { isToken } from './token.js';

/** One button that works without script; the GET that shows it changes nothing. */
export function signInPage(token: string, returnTo: string): string {
  if (!isToken(token)) return deadLinkPage();
  const action = `/auth/use/${token}${returnTo === '/' ? '' : `?to=${encodeURIComponent(returnTo)}`}`;
  return plainPage(
    'Sign in',
    `<h1>Sign in to Flipside</h1><p>Press the button to sign in on this device.</p><form method="post" action="${escapeHtml(action)}"><button type="submit">Sign in</button></form>`,
  );
}

export const deadLinkPage = (): string =>
  plainPage(
    'This link is used up',
    '<h1>This link is used up</h1><p>A link works once, for 30 minutes. Ask for a new one.</p><a class="button" href="/signin">Get a new link</a>',
  );

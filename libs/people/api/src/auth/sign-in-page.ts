import { createHash } from 'node:crypto';
import { isToken } from './token.js';

const STYLE = `
:root { color-scheme: light dark; --canvas: #FBFAF8; --surface: #FFFFFF; --ink: #1B1F29; --muted: #575B65; --line: #DEDCD8; --accent: #4850BE }
@media (prefers-color-scheme: dark) { :root { --canvas: #0F1015; --surface: #17191F; --ink: #EBEDF1; --muted: #A9ACB6; --line: #32353D; --accent: #A7B0FD } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--canvas); color: var(--ink); font: 16px/24px "Inter Variable", Inter, "Segoe UI", Helvetica, Arial, sans-serif }
main { box-sizing: border-box; width: min(26rem, calc(100% - 2rem)); padding: 2rem; background: var(--surface); border: 1px solid var(--line); border-radius: 8px }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 2rem; font-weight: 600 }
p { margin: 0 0 1.5rem; color: var(--muted) }
button, a.button { display: block; box-sizing: border-box; width: 100%; min-height: 48px; padding: 12px 16px; border: 0; border-radius: 4px; background: var(--ink); color: var(--surface); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
`;

/** Hash of the one inline style of these pages, for the content policy. */
export const SIGN_IN_STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · Flipside</title>
<style>${STYLE}</style>
</head>
<body><main>${body}</main></body>
</html>`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** One button that works without script; the GET that shows it changes nothing. */
export function signInPage(token: string, returnTo: string): string {
  if (!isToken(token)) return deadLinkPage();
  const action = `/auth/use/${token}${returnTo === '/' ? '' : `?to=${encodeURIComponent(returnTo)}`}`;
  return page(
    'Sign in',
    `<h1>Sign in to Flipside</h1><p>Press the button to sign in on this device.</p><form method="post" action="${escapeHtml(action)}"><button type="submit">Sign in</button></form>`,
  );
}

export const deadLinkPage = (): string =>
  page(
    'This link is used up',
    `<h1>This link is used up</h1><p>A link works once, for 30 minutes. Ask for a new one.</p><a class="button" href="/signin">Get a new link</a>`,
  );

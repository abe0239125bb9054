import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light dark; --canvas: #FBFAF8; --surface: #FFFFFF; --ink: #1B1F29; --muted: #575B65; --line: #DEDCD8; --accent: #4850BE }
@media (prefers-color-scheme: dark) { :root { --canvas: #0F1015; --surface: #17191F; --ink: #EBEDF1; --muted: #A9ACB6; --line: #32353D; --accent: #A7B0FD } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--canvas); color: var(--ink); font: 16px/24px "Inter Variable", Inter, "Segoe UI", Helvetica, Arial, sans-serif }
main { box-sizing: border-box; width: min(26rem, calc(100% - 2rem)); margin: 1rem 0; padding: 2rem; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; overflow-wrap: anywhere }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 2rem; font-weight: 600 }
h2 { margin: 1.5rem 0 .75rem; font-size: 1rem; line-height: 1.5rem; font-weight: 600 }
p { margin: 0 0 1rem; color: var(--muted) }
p:last-child { margin-bottom: 0 }
form { margin: 1.5rem 0 0 }
button, a.button { display: block; box-sizing: border-box; width: 100%; min-height: 48px; margin: 0 0 .75rem; padding: 12px 16px; border: 1px solid var(--ink); border-radius: 4px; background: var(--ink); color: var(--surface); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer }
button.quiet, a.quiet { background: transparent; color: var(--ink); border-color: var(--line) }
label { display: block; margin: 0 0 1rem; color: var(--ink); font-weight: 600 }
label small { color: var(--muted) }
select { display: block; box-sizing: border-box; width: 100%; min-height: 44px; margin: .25rem 0 0; padding: 8px 12px; border: 1px solid #868991; border-radius: 4px; background: var(--surface); color: var(--ink); font: inherit }
small { display: block; font-size: .875rem; line-height: 1.25rem; font-weight: 400 }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
`;

/** Hash of the one inline style of these pages, for the content policy. */
export const PLAIN_PAGE_STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * A page of its own that needs neither script nor client: for what is opened from a mail.
 * @param title plain text
 * @param body HTML, its texts already escaped
 */
export const plainPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Flipside</title>
<style>${STYLE}</style>
</head>
<body><main>${body}</main></body>
</html>`;

/**
 * Only a path of our own. '//elsewhere' and '/\elsewhere' would lead away, and so would either with a tab or a line
 * break in it, because browsers drop those.
 */
export function safePath(path: string | null): string {
  return path && /^\/(?![/\\])[^\t\n\r]*$/u.test(path) ? path : '/';
}

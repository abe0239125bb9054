/** Writing iCalendar text (RFC 5545 section 3.1): folding, escaping, parameter values. */

const encoder = new TextEncoder();
/** Octets of a line without its line end. */
const LINE_OCTETS = 75;

/**
 * Breaks a content line so that no line is longer than 75 octets. A continuation begins with a space,
 * which counts; a character of several octets is never cut.
 */
export function foldLine(line: string): string {
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (octets + size > LINE_OCTETS) {
      folded.push(current);
      current = ' ';
      octets = 1;
    }
    current += char;
    octets += size;
  }
  return [...folded, current].join('\r\n');
}

/** The content lines of folded text: the reverse of `foldLine`. */
export const unfold = (text: string): string => text.replaceAll(/\r\n[ \t]/g, '');

/** Characters that no calendar text may hold: controls other than line breaks and tabs. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** A value of type TEXT. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(CONTROLS, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');

/**
 * A parameter value such as a name: no double quotes, controls or line ends (there is no way to write
 * them), quoted when it holds a separator.
 */
export function paramValue(text: string): string {
  const clean = text
    .replaceAll(CONTROLS, '')
    .replaceAll(/[\r\n\t"]+/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
  return /[:;,]/.test(clean) ? `"${clean}"` : clean;
}

/** Lines to a calendar object: folded, with CRLF after each. */
export const toCalendarText = (lines: readonly string[]): string =>
  lines.map((line) => `${foldLine(line)}\r\n`).join('');

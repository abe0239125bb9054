/** More of a mail is not looked at. */
const MOST_SIGNS = 200_000;
/** Where something begins that is no word of the writer: looks, notes of mail programs. */
const UNSEEN = /<!--|<(style|script|head|title)\b/gi;
/** From here on stands what others wrote. */
const QUOTED =
  /<blockquote\b|<div\b[^<>]*\b(?:gmail_quote|divRplyFwdMsg|appendonsend|moz-cite-prefix)/i;

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  euro: '€',
};
/** Marks above and below letters, as HTML names them: &eacute; is e with the first of these. */
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  ring: '\u030A',
  cedil: '\u0327',
};

function signOf(whole: string, name: string): string {
  const code = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (code) {
    const point = code[1] ? Number.parseInt(code[1], 16) : Number(code[2]);
    const isSign = point > 0 && point <= 0x10_ff_ff && !(point >= 0xd8_00 && point <= 0xdf_ff);
    return isSign ? String.fromCodePoint(point) : ' ';
  }
  const [, letter = '', mark = ''] = /^([A-Za-z])([a-z]+)$/.exec(name) ?? [];
  const above = Object.hasOwn(MARKS, mark) ? MARKS[mark] : undefined;
  if (above) return `${letter}${above}`.normalize('NFC');
  return (Object.hasOwn(SIGNS, name) ? SIGNS[name] : undefined) ?? whole;
}

/** In one pass: a stranger's mail of nothing but beginnings costs no more than its length. What never ends hides the rest. */
function withoutUnseen(html: string): string {
  const lower = html.toLowerCase();
  let seen = '';
  let at = 0;
  for (const { 0: begin, 1: element, index } of html.matchAll(UNSEEN)) {
    if (index < at) continue;
    seen += `${html.slice(at, index)} `;
    const end = element ? `</${element.toLowerCase()}` : '-->';
    const from = lower.indexOf(end, index + begin.length);
    const close = from === -1 ? -1 : lower.indexOf('>', from);
    if (close === -1) return seen;
    at = close + 1;
  }
  return seen + html.slice(at);
}

/**
 * The words of a mail that consists of HTML alone, as a mail program would send them beside it: a line for each line, an
 * empty one between paragraphs, without what others wrote.
 */
export function wordsOfHtml(html: string): string {
  const seen = withoutUnseen(html.slice(0, MOST_SIGNS));
  const quote = seen.search(QUOTED);
  return (quote === -1 ? seen : seen.slice(0, quote))
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^<>]*>|<\/div\s*>/gi, '\n')
    .replace(/<\/(?:p|h\d|li|tr|ul|ol|table)\s*>/gi, '\n\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#?\w{1,10});/g, signOf)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Bytes that are quotation marks, dashes and dots in Windows-1252: they stand behind letters of that encoding too. */
const MARKS = new Set([0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xab, 0xbb]);
const FIRST_LEAD = 0xc2;
/** Leads of Latin, Greek and Cyrillic letters that are `Ã Ä Å Î Ï Ð Ñ` in Windows-1252, which end no name in capitals. */
const SURE_LEADS = new Set([0xc3, 0xc4, 0xc5, 0xce, 0xcf, 0xd0, 0xd1]);

/** What may follow some leads, where that is not everything. */
const SECOND: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

const windows1252 = new TextDecoder('windows-1252');
const utf8 = new TextDecoder();

const lengthOf = (lead: number): number =>
  lead < FIRST_LEAD ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;
const isPair = (bytes: Uint8Array, at: number): boolean =>
  lengthOf(bytes[at] ?? 0) === 2 && isContinuation(bytes[at + 1] ?? 0);

/**
 * Length of the UTF-8 letter beyond ASCII that begins at a place, in bytes; 0 when none does. What reads as well as
 * two characters of Windows-1252, such as the `Ó’` of `Ó’Neill`, is one only beside another letter of two bytes.
 */
function letterAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lengthOf(lead);
  if (length === 1 || at + length > bytes.length) return 0;
  for (let next = at + 1; next < at + length; next++)
    if (!isContinuation(bytes[next] ?? 0)) return 0;
  // Halves of letters, and letters written longer than needed.
  const [from, to] = SECOND.get(lead) ?? [0x80, 0xbf];
  const second = bytes[at + 1] ?? 0;
  if (second < from || second > to) return 0;
  if (length > 2 || SURE_LEADS.has(lead) || !MARKS.has(second)) return length;
  return isPair(bytes, at - 2) || isPair(bytes, at + 2) ? length : 0;
}

/** Whether bytes that are no UTF-8 as a whole hold letters of it all the same. */
export function holdsUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++)
    if ((bytes[at] ?? 0) >= FIRST_LEAD && letterAt(bytes, at) > 0) return true;
  return false;
}

/** Whether some of the bytes belong to no letter of UTF-8. */
export function holdsStrays(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const length = letterAt(bytes, at);
    if (length === 0) return true;
    at += length - 1;
  }
  return false;
}

/** Reads bytes in which both encodings occur: what is no letter of UTF-8 is one of Windows-1252. */
export function readMixed(bytes: Uint8Array): string {
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = (bytes[at] ?? 0) < FIRST_LEAD ? 0 : letterAt(bytes, at);
    if (length === 0) {
      at++;
      continue;
    }
    text += windows1252.decode(bytes.subarray(from, at));
    text += utf8.decode(bytes.subarray(at, at + length));
    at += length;
    from = at;
  }
  return text + windows1252.decode(bytes.subarray(from));
}

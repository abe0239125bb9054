import { refuse, ok, type Result } from '@flipside/kernel';
import { rosterRefusal, type RosterRefusal, type RosterRefusalCode } from './roster-refusals.js';

/** How the characters of a text file are stored. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | typeof MIXED;

/** Two encodings in one file, told apart letter by letter. */
export const MIXED = 'utf-8 and windows-1252';

/** First bytes that betray a file which is no text with separators, and what it is instead. */
const MAGIC: readonly (readonly [bytes: readonly number[], code: RosterRefusalCode])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'SPREADSHEET_OR_ARCHIVE'],
  [[0x50, 0x4b, 0x05, 0x06], 'SPREADSHEET_OR_ARCHIVE'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'SPREADSHEET_OR_ARCHIVE'],
  [[0x1f, 0x8b], 'COMPRESSED'],
  [[0x42, 0x5a, 0x68], 'COMPRESSED'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'COMPRESSED'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'COMPRESSED'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'IMAGE'],
  [[0xff, 0xd8, 0xff], 'IMAGE'],
  [[0x47, 0x49, 0x46, 0x38], 'IMAGE'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'WORD_PROCESSOR'],
];

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  head.length >= bytes.length && bytes.every((byte, at) => head[at] === byte);

/** Length of a byte-order mark at the start, in bytes. */
export function byteOrderMark(head: Uint8Array): { encoding: Encoding; length: number } | null {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', length: 3 };
  if (startsWith(head, [0xff, 0xfe])) return { encoding: 'utf-16le', length: 2 };
  if (startsWith(head, [0xfe, 0xff])) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark: Latin text has a zero in every second byte, always on the same side. */
function utf16Without(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  const pairs = Math.floor(head.length / 2);
  for (let at = 0; at < pairs * 2; at++) {
    if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

/** Bytes that follow a leading byte in UTF-8; -1 when no sequence may begin with it. */
const followersOf = (lead: number): number =>
  lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;

/** Whether the bytes read as UTF-8; a sequence cut off at the end does not count against it. */
export function readsAsUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    const followers = followersOf(bytes[at] ?? 0);
    if (followers < 0) return false;
    for (let next = at + 1; next <= at + followers && next < bytes.length; next++) {
      if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
    }
    at += followers + 1;
  }
  return true;
}

/** Bytes below the space that text exports do hold: line ends, tab and form feed, marks of the end, separators of databases. */
const TEXTUAL = new Set([0x01, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b, 0x1f]);

const isBinary = (byte: number): boolean => byte < 32 && !TEXTUAL.has(byte);

/** UTF-32 begins like UTF-16, with a zero after its mark. */
const isUtf32 = (head: Uint8Array): boolean =>
  startsWith(head, [0xff, 0xfe, 0, 0]) || startsWith(head, [0, 0, 0xfe, 0xff]);

function markupCode(head: Uint8Array): RosterRefusalCode | null {
  const text = String.fromCharCode(...head.subarray(0, 400))
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<head|<table|<!--)/.test(text)) return 'WEB_PAGE';
  if (text.startsWith('<?xml') || /^<[a-z][\w:.-]*[\s>]/.test(text)) return 'XML';
  if (/^[[{]\s*(["[{]|$)/.test(text)) return 'JSON';
  return null;
}

/**
 * Tells from a file's first bytes how its text is stored, or why it is no roster.
 * @param head the first bytes, some kilobytes of them; fewer only when the file is shorter
 */
export function recogniseFile(head: Uint8Array): Result<Encoding, RosterRefusal> {
  if (head.length === 0) return refuse(rosterRefusal('EMPTY_FILE'));
  for (const [bytes, code] of MAGIC) {
    if (startsWith(head, bytes)) return refuse(rosterRefusal(code));
  }
  if (isUtf32(head)) return refuse(rosterRefusal('BINARY'));
  const mark = byteOrderMark(head);
  if (mark && head.length === mark.length) return refuse(rosterRefusal('EMPTY_FILE'));
  const encoding = mark?.encoding ?? utf16Without(head);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return ok(encoding);
  if (head.some(isBinary)) return refuse(rosterRefusal('BINARY'));
  const markup = markupCode(mark ? head.subarray(mark.length) : head);
  if (markup) return refuse(rosterRefusal(markup));
  return ok(encoding ?? (readsAsUtf8(head) ? 'utf-8' : 'windows-1252'));
}

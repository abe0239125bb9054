import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdsStrays, holdsUtf8, readMixed } from './mixed-text.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const windows = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const joined = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);

/** Letters that both encodings can write. */
const western = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{1,12}$/);
const isBeyondAscii = (text: string): boolean => /[^\0-\x7f]/.test(text);

describe('two encodings in one text', () => {
  it('reads each word in the encoding it is written in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(western, fc.boolean()), { minLength: 1, maxLength: 8 }),
        (words) => {
          const bytes = joined(
            ...words.flatMap(([word, isUtf8]) => [isUtf8 ? utf8(word) : windows(word), utf8(',')]),
          );
          expect(readMixed(bytes)).toBe(words.map(([word]) => `${word},`).join(''));
          expect(holdsUtf8(bytes)).toBe(words.some(([word, is]) => is && isBeyondAscii(word)));
          expect(holdsStrays(bytes)).toBe(words.some(([word, is]) => !is && isBeyondAscii(word)));
        },
      ),
    );
  });

  it('reads every alphabet of UTF-8, letters of four bytes included', () => {
    for (const text of [
      'Łukasz Żółć',
      'Иван',
      '王小明',
      'Ολυμπία',
      'محمد',
      'גדעון',
      'ґудзик',
      'Qızılağac',
      'Nguyễn',
      '𐍈',
      '’“–',
    ]) {
      expect(readMixed(utf8(text))).toBe(text);
      expect(holdsStrays(utf8(text))).toBe(false);
    }
  });

  it('takes halves of letters and letters written too long for Windows-1252, and loses no byte', () => {
    for (const bytes of [
      [0xed, 0xa0, 0x80],
      [0xe0, 0x80, 0x80],
      [0xf4, 0xbf, 0xbf, 0xbf],
      [0xc3],
    ]) {
      expect(readMixed(Uint8Array.from(bytes))).toHaveLength(bytes.length);
      expect(holdsUtf8(Uint8Array.from(bytes))).toBe(false);
    }
  });

  it('takes a capital before a curly mark for two characters of Windows-1252', () => {
    expect(readMixed(Uint8Array.from([0xd3, 0x92, 0x4e]))).toBe('Ó’N');
    expect(holdsUtf8(Uint8Array.from([0xdf, 0x94]))).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeText, foldLine, paramValue, unfold } from './content-lines.js';

const octets = (text: string): number => new TextEncoder().encode(text).length;

describe('folding', () => {
  it('63. keeps every line within 75 octets and loses nothing, whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const line = `SUMMARY:${text.replaceAll(/[\r\n]/g, '')}`;
        const folded = foldLine(line);
        for (const part of folded.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75);
        expect(unfold(folded)).toBe(line);
      }),
      { numRuns: 500 },
    );
  });

  it('63. never cuts a character of several octets', () => {
    const folded = foldLine(`SUMMARY:${'👩🏽‍💻é漢'.repeat(40)}`);
    const bytes = new TextEncoder().encode(folded);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow();
    for (const part of folded.split('\r\n')) expect(part).not.toMatch(/[\uD800-\uDBFF]$/);
  });

  it('leaves a line of exactly 75 octets whole', () => {
    const line = 'X'.repeat(75);
    expect(foldLine(line)).toBe(line);
    expect(foldLine(`${line}Y`)).toBe(`${line}\r\n Y`);
  });
});

describe('escaping', () => {
  it('escapes backslash, semicolon, comma and line ends', () => {
    expect(escapeText('a\\b;c,d\r\ne\nf')).toBe('a\\\\b\\;c\\,d\\ne\\nf');
  });

  it('drops control characters', () => {
    expect(escapeText('a\u0007b')).toBe('ab');
  });

  it('quotes a name with a separator and takes double quotes out', () => {
    expect(paramValue('Ward, Helen "H"')).toBe('"Ward, Helen H"');
    expect(paramValue('李小龍')).toBe('李小龍');
  });
});

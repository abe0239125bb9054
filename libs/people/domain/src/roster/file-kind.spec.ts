import { describe, expect, it } from '@jest/globals';
import { readsAsUtf8, recogniseFile } from './file-kind.js';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const bytes = (...values: number[]): Uint8Array =>
  new Uint8Array([...values, ...Array<number>(40).fill(1)]);

describe('recognising a file', () => {
  it.each([
    ['a workbook', bytes(0x50, 0x4b, 3, 4), 'SPREADSHEET_OR_ARCHIVE'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), 'SPREADSHEET_OR_ARCHIVE'],
    ['a PDF', text('%PDF-1.7 ...'), 'PDF'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47), 'IMAGE'],
    ['a compressed file', bytes(0x1f, 0x8b), 'COMPRESSED'],
    ['a sign-in page', text('\n<!DOCTYPE html><html>'), 'WEB_PAGE'],
    ['XML', text('<?xml version="1.0"?><a/>'), 'XML'],
    ['JSON', text('[{"id": 1}]'), 'JSON'],
    ['a text document', text('{\\rtf1 hello'), 'WORD_PROCESSOR'],
    ['something binary', bytes(1, 2, 3, 4), 'BINARY'],
    ['UTF-32', new Uint8Array([0xff, 0xfe, 0, 0, 0x49, 0, 0, 0, 0x44, 0, 0, 0]), 'BINARY'],
    ['nothing', new Uint8Array(), 'EMPTY_FILE'],
    ['a byte-order mark alone', new Uint8Array([0xef, 0xbb, 0xbf]), 'EMPTY_FILE'],
  ])('refuses %s with a sentence that says what to do', (_, head, code) => {
    const kind = recogniseFile(head);
    expect(kind).toMatchObject({ ok: false, refusal: { code } });
    expect(kind.ok ? '' : kind.refusal.message).toMatch(/\.$/);
  });

  it('tells the encodings apart', () => {
    expect(recogniseFile(text('ID,Name\n1,Zoë'))).toEqual({ ok: true, value: 'utf-8' });
    expect(recogniseFile(new Uint8Array([0xef, 0xbb, 0xbf, 0x49, 0x44]))).toEqual({
      ok: true,
      value: 'utf-8',
    });
    expect(recogniseFile(Buffer.from('ID;Büro', 'latin1'))).toEqual({
      ok: true,
      value: 'windows-1252',
    });
    expect(recogniseFile(Buffer.from('ID\tName\n', 'utf16le'))).toEqual({
      ok: true,
      value: 'utf-16le',
    });
    expect(recogniseFile(Buffer.from('\ufeffID\tName\n', 'utf16le'))).toEqual({
      ok: true,
      value: 'utf-16le',
    });
    expect(recogniseFile(Buffer.from('ID\tName\n', 'utf16le').swap16())).toEqual({
      ok: true,
      value: 'utf-16be',
    });
  });

  it('does not hold a character that is cut off at the end against UTF-8', () => {
    const whole = text('Zoë');
    expect(readsAsUtf8(whole.subarray(0, whole.length - 1))).toBe(true);
    expect(readsAsUtf8(new Uint8Array([0x5a, 0xeb, 0x20]))).toBe(false);
    expect(readsAsUtf8(new Uint8Array([0xc0, 0x80]))).toBe(false);
  });
});

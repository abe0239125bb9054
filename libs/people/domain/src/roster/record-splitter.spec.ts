import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { RecordSplitter, splitText } from './record-splitter.js';

const splitRecords = (...of: Parameters<typeof splitText>): string[][] => splitText(...of).records;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const spectrum = path.join(import.meta.dirname, 'data/csv-spectrum');

function asObjects(text: string): Record<string, string>[] {
  const [header = [], ...rows] = splitRecords(text, ',').filter((row) =>
    row.some((cell) => cell !== ''),
  );
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

describe('splitting records', () => {
  it.each(fs.readdirSync(path.join(spectrum, 'csvs')))('reads %s of csv-spectrum', (file) => {
    const text = fs.readFileSync(path.join(spectrum, 'csvs', file), 'utf8');
    const json = fs.readFileSync(
      path.join(spectrum, 'json', file.replace('.csv', '.json')),
      'utf8',
    );
    const expected = JSON.parse(json) as Record<string, string>[];
    // The JSON of this one names another telephone number than its CSV.
    if (file === 'location_coordinates.csv')
      Object.assign(expected, [
        {
          ...(Array.isArray(expected) ? expected[0] : (expected as object)),
          'Contact Phone Number': '2095257564',
        },
      ]);
    const wanted = Array.isArray(expected) ? expected : [(expected as Record<string, unknown>)[0]];
    expect(asObjects(text)).toEqual(wanted);
  });

  it('counts blank lines, so that records are numbered as a spreadsheet numbers rows', () => {
    expect(splitRecords('a,b\n\n1,2\n', ',')).toEqual([['a', 'b'], [''], ['1', '2']]);
  });

  it('takes a quotation mark inside an unquoted cell as a character', () => {
    expect(splitRecords('5" pipe,2\n', ',')).toEqual([['5" pipe', '2']]);
    expect(splitRecords('"a"b,2\n', ',')).toEqual([['ab', '2']]);
  });

  it('splits at a separator of more than one byte', () => {
    expect(splitRecords('é¦b\n"1¦2"¦3\n', '¦')).toEqual([
      ['é', 'b'],
      ['1¦2', '3'],
    ]);
  });

  it('tells which rows need no cleaning', () => {
    const isPlain: boolean[] = [];
    const splitter = new RecordSplitter(',');
    const text = 'a b,"c, d"\r\na  b,c\na\\b,c\né,c\n"a\nb",c\n"a""b",c\n';
    splitter.push(bytesOf(text), () => isPlain.push(splitter.isPlain));
    expect(isPlain).toEqual([true, false, false, false, false, true]);
  });

  it('gives single cells as it gives all of them, and none beyond the last', () => {
    const singles: (string | undefined)[][] = [];
    const all: string[][] = [];
    const splitter = new RecordSplitter(',');
    splitter.push(bytesOf('a,"b, ""c""",é\n"d"e,,\n'), () => {
      singles.push([-1, 0, 1, 2, 3].map((cell) => splitter.at(cell)));
      all.push(splitter.cells());
    });
    expect(all).toEqual([
      ['a', 'b, "c"', 'é'],
      ['de', '', ''],
    ]);
    expect(singles).toEqual(all.map((cells) => [undefined, ...cells, undefined]));
  });

  it('tells which rows may have lost a letter, inside quotation marks as well', () => {
    const may: boolean[] = [];
    const splitter = new RecordSplitter(',');
    const bytes = [...bytesOf('a,é\n'), 0x81, ...bytesOf(',b\n"c'), 0x9d, ...bytesOf('",d\ne,f\n')];
    splitter.push(Uint8Array.from(bytes), () => may.push(splitter.mayHaveLost));
    expect(may).toEqual([false, true, true, false]);
  });

  it('reads files of old Macs, whose lines end with a carriage return only', () => {
    expect(splitRecords('a,b\r1,"x\ry"\r', ',', '\r')).toEqual([
      ['a', 'b'],
      ['1', 'x\ry'],
    ]);
  });

  it('tells the row in which a quotation mark opens and never closes', () => {
    const { records, unclosedAt } = splitText('a,b\n1,2\n3,"4\n5,6\n', ',');
    expect(records).toHaveLength(2);
    expect(unclosedAt).toBe(3);
  });

  it('does not let a stray quotation mark swallow the rows up to the next one', () => {
    const splitter = new RecordSplitter(',');
    const rows: string[][] = [];
    for (const piece of ['a,b\n1,"2\n3,4\n5,"', '6\n7,8\n'])
      splitter.push(bytesOf(piece), () => rows.push(splitter.cells()));
    splitter.end(() => rows.push(splitter.cells()));
    expect(rows).toEqual([['a', 'b']]);
    expect(splitter.unclosedAt).toBe(2);
    expect(splitRecords('a,"b\nc" ,d\n', ',')).toEqual([['a', 'b\nc ', 'd']]);
  });

  it('gives up on a record longer than a megabyte instead of collecting the rest of the file', () => {
    const splitter = new RecordSplitter(',');
    splitter.push(bytesOf('a,"'), () => undefined);
    for (let piece = 0; piece < 20 && splitter.unclosedAt === null; piece++)
      splitter.push(bytesOf('x'.repeat(100_000)), () => undefined);
    expect(splitter.unclosedAt).toBe(1);
  });

  const cell = fc.stringMatching(/^[a-zé€ "\n,;|\t]*$/).filter((text) => !text.includes('\r'));
  const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 8,
    }),
  );
  const written = (rows: string[][], delimiter: string, lineEnd: string): string =>
    rows
      .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter) + lineEnd)
      .join('');

  it('gives back what was written, with any separator and line end, cut anywhere', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (rows, delimiter, lineEnd, sizes) => {
          const bytes = bytesOf(written(rows, delimiter, lineEnd));
          const read: string[][] = [];
          const splitter = new RecordSplitter(delimiter);
          const take = (): number => read.push(splitter.cells());
          for (let from = 0, at = 0; from < bytes.length; at++) {
            const size = sizes[at % sizes.length] ?? 1;
            splitter.push(bytes.subarray(from, from + size), take);
            from += size;
          }
          splitter.end(take);
          expect(read).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });
});

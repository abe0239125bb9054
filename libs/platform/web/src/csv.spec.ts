import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvText } from './csv.js';

const BOM = '\uFEFF';

describe('csvText', () => {
  it('starts with a byte-order mark and ends lines as RFC 4180 says', () => {
    expect(csvText(['Unit', 'Gap'], [['Logistics', 5]])).toBe(`${BOM}Unit,Gap\r\nLogistics,5\r\n`);
  });

  it.each(['=1+1', '+44 20', '-5 people', '@home', '\tx'])(
    'keeps a spreadsheet from running %j',
    (text) => {
      const [row = []] = parse(csvText(['a'], [[text]]), { bom: true, from: 2 }) as string[][];
      expect(row[0]).toBe(`'${text}`);
    },
  );

  it('leaves negative numbers as numbers', () => {
    expect(csvText(['Gap'], [[-4]])).toBe(`${BOM}Gap\r\n-4\r\n`);
  });

  it('gives back every text that is no formula, with commas, quotes and line breaks', () => {
    const text = fc.string().filter((value) => !/^[=+\-@\t\r]/u.test(value));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const read = parse(csvText(['a', 'b'], rows), {
          bom: true,
          from: 2,
          skip_empty_lines: false,
          relax_column_count: false,
        }) as string[][];
        expect(read).toEqual(rows);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { readLabelFile } from './label-file.js';

describe('a file of group labels', () => {
  it('reads who and one group for each attribute, with any usual delimiter, mark and line end', () => {
    expect(
      readLabelFile(
        '\uFEFFE-mail;Working time;Site type\r\nAna@x.test; full  time;HQ\r\n\r\nE7;;"HQ; old"\r\n',
      ),
    ).toEqual({
      ok: true,
      value: {
        attributes: ['Working time', 'Site type'],
        rows: [
          { who: 'ana@x.test', labels: ['full time', 'HQ'] },
          { who: 'e7', labels: [null, 'HQ; old'] },
        ],
      },
    });
  });

  it.each([
    ['', 'The first row names the columns'],
    ['who\nana\n', 'The first row names the columns'],
    ['who,,x\n', 'The first row names the columns'],
    ['who,a,a\n', 'each once'],
    ['who,a\nana,"open\n', 'row 2 is never closed'],
    [
      `who,born\n${Array.from({ length: 41 }, (_, n) => `p${n},19${n}`).join('\n')}`,
      '41 different',
    ],
    [`who,a\nana,${'x'.repeat(81)}\n`, 'under 80 characters'],
  ])('refuses what is no such file, and says why', (text, words) => {
    const read = readLabelFile(text);
    if (read.ok) throw new Error('it was read');
    expect(read.refusal.message).toContain(words);
  });
});

import { describe, expect, it } from '@jest/globals';
import { BytesMemo } from './bytes-memo.js';
import { RecordSplitter } from './record-splitter.js';

const splitting = (text: string, take: (record: RecordSplitter) => void): void => {
  const splitter = new RecordSplitter(',');
  splitter.push(new TextEncoder().encode(text), () => take(splitter));
};

describe('remembering readings by bytes', () => {
  it('reads the same cells once, and tells apart where one cell ends and the next begins', () => {
    let memo: BytesMemo<string> | undefined;
    const read: string[] = [];
    const found: string[] = [];
    splitting('ab,c,1\na,bc,2\nab,c,3\n"ab",c,4\nab\n', (record) => {
      memo ??= new BytesMemo([0, 1], () => {
        const text = record.cells().slice(0, 2).join('|');
        read.push(text);
        return text;
      });
      found.push(memo.find(record));
    });
    expect(found).toEqual(['ab|c', 'a|bc', 'ab|c', 'ab|c', 'ab']);
    expect(read).toEqual(['ab|c', 'a|bc', 'ab']);
  });

  it('forgets when it is full, and still answers rightly', () => {
    let reads = 0;
    let wrong = 0;
    let numbers: BytesMemo<number> | undefined;
    const lines = Array.from({ length: 200_000 }, (_, at) => `${at % 70_000},x\n`).join('');
    splitting(lines, (record) => {
      numbers ??= new BytesMemo([0], () => {
        reads++;
        return Number(record.cells()[0]);
      });
      if (numbers.find(record) !== (record.count - 1) % 70_000) wrong++;
    });
    expect(wrong).toBe(0);
    expect(reads).toBeGreaterThan(70_000);
  });

  it('does not keep cells of more than 64 KB', () => {
    let reads = 0;
    let long: BytesMemo<number> | undefined;
    splitting(`${'x'.repeat(70_000)},1\n`.repeat(3), (record) => {
      long ??= new BytesMemo([0], () => ++reads);
      long.find(record);
    });
    expect(reads).toBe(3);
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { step } from './progress.mjs';
import { closeWith, tallyOf } from './test.mjs';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-tally-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const said = (): { text: () => string } => {
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  return { text: () => log.mock.calls.join('\n') };
};
const spec = (status: string, failureMessages: string[] = []) => ({
  fullName: `is ${status}`,
  status,
  failureMessages,
});
const tally = (testResults: object[], passed: number) => {
  const file = path.join(folder, 'result.json');
  const numTotalTests = testResults.flatMap(
    (each) => (each as { assertionResults: object[] }).assertionResults,
  ).length;
  fs.writeFileSync(file, JSON.stringify({ testResults, numPassedTests: passed, numTotalTests }));
  return tallyOf('Rules', file);
};
const result = (...assertionResults: object[]) => ({
  name: path.resolve('here.spec.ts'),
  status: 'passed',
  message: '',
  assertionResults,
});

describe('the summary of all checks', () => {
  it('ends well only when nothing failed, and always with the same line', () => {
    const { text } = said();
    expect(closeWith([{ passed: 3, failures: [] }])).toBe(0);
    expect(text()).toBe('\n3 passed, 0 failed');
    expect(
      closeWith([
        { passed: 3, failures: ['Lint'] },
        { passed: 4, failures: [] },
      ]),
    ).toBe(1);
    expect(text()).toMatch(/Failed:\n {2}Lint\n\n7 passed, 1 failed$/);
  });

  it('counts what is skipped or left to do as failed', () => {
    expect(tally([result(spec('passed'), spec('pending'), spec('todo'))], 1)).toEqual({
      passed: 1,
      failures: ['here.spec.ts: is pending (pending)', 'here.spec.ts: is todo (todo)'],
    });
  });

  it('says what a spec complained of, without the places in the code', () => {
    const { failures } = tally(
      [result(spec('failed', ['Expected: 1\n\nReceived: 2\n    at here (x.ts:1:2)']))],
      0,
    );
    expect(failures).toEqual([
      'here.spec.ts: is failed (failed)\n      Expected: 1\n      Received: 2',
    ]);
  });

  it('counts a file that cannot be read, a run without a result and a run without a spec', () => {
    const broken = { ...result(), status: 'failed', message: 'SyntaxError: here\nmore' };
    expect(tally([broken, result(spec('passed'))], 1).failures).toEqual([
      'here.spec.ts: SyntaxError: here',
    ]);
    expect(tally([], 0).failures).toEqual(['Rules: no spec was found']);
    expect(tallyOf('Rules', path.join(folder, 'nothing.json'))).toEqual({
      passed: 0,
      failures: ['Rules: jest gave no result'],
    });
  });
});

describe('work that takes long', () => {
  it('says that it began, that it goes on and how long it took, beside the results', async () => {
    jest.useFakeTimers();
    const lines: string[] = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
      lines.push(String(line));
      return true;
    });
    let finish: (answer: string) => void = () => undefined;
    const working = step('Building', () => new Promise<string>((resolve) => (finish = resolve)));
    await jest.advanceTimersByTimeAsync(25_000);
    finish('built');
    expect(await working).toBe('built');
    await jest.advanceTimersByTimeAsync(60_000);
    const text = lines.join('');
    expect(text).toMatch(/^(\r\x1b\[K)?Building …/);
    expect(text).toMatch(/Building … 10\.0 s/);
    expect(text).toMatch(/Building … 20\.0 s/);
    expect(text).toMatch(/Building: done in 25\.0 s\n?$/);
  });

  it('stops saying so when it failed', async () => {
    jest.useFakeTimers();
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await expect(step('Building', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const { length } = write.mock.calls;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(write.mock.calls).toHaveLength(length);
  });
});

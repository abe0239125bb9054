import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as matching from '../index.js';

const readme = fs.readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');
const example = /```js\n([^]*?)```/.exec(readme)?.[1] ?? '';

describe('the example of the README', () => {
  it('says exactly what its comments say', () => {
    const said: unknown[] = [];
    const promised = example
      .split('\n')
      .flatMap((line) => /^say\(.*\); \/\/ (.*?)(?:: [a-z].*)?$/.exec(line)?.[1] ?? [])
      .map((text) => JSON.parse(text) as unknown);
    const names = ['solve', 'matrixSource', 'seededTies', 'auditAll'] as const;
    // The example is a plain script: only the public functions and `say` are in its reach.
    const run = new Function(...names, 'say', example) as (...given: unknown[]) => void;
    run(...names.map((name) => matching[name]), (value: unknown) => said.push(value));
    expect(promised).toHaveLength(7);
    expect(said).toEqual(promised);
  });
});

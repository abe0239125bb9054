/** Each of the 83 edge cases of sessions stands, by its number, in front of the name of a spec. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');

const specs = ['libs/sessions', 'libs/people', 'tests'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\/src\/.*\.spec\.tsx?$/.test(path) && !path.includes('node_modules'))
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8')),
);

it('none is left without a spec, and no number is made up', () => {
  const named = specs.flatMap((text) =>
    [...text.matchAll(/[([]\s*['`](\d+)(?: and (\d+))?\. /g)].flatMap(([, one, two]) =>
      two ? [Number(one), Number(two)] : [Number(one)],
    ),
  );
  const held = [...new Set(named)].sort((a, b) => a - b);
  expect(held).toEqual(Array.from({ length: 83 }, (_, index) => index + 1));
});

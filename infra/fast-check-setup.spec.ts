/** That random specs play the same cases on each machine. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { casesOf } from './fast-check-setup.mjs';

it('plays the same cases in each run, and others when asked to', () => {
  expect(casesOf(undefined)).toEqual({ seed: 20_261_129 });
  expect(casesOf('17')).toEqual({ seed: 17 });
  expect(casesOf('random')).toEqual({});
  expect(() => casesOf('often')).toThrow('random or a number');
});

it('is in force before a spec begins', () => {
  expect(fc.readConfigureGlobal()).toEqual(casesOf(process.env['FLIPSIDE_SEED']));
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safePath } from './safe-path.js';

const origin = 'https://flipside.example';

describe('safePath', () => {
  it('keeps the place a person came from', () => {
    expect(safePath('/coverage?sort=gap')).toBe('/coverage?sort=gap');
  });

  it('goes home without one', () => {
    expect(safePath(null)).toBe('/');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'evil',
  ])('never leads to %s', (path) => expect(safePath(path)).toBe('/'));

  it('stays on this site whatever the address says', () => {
    const nasty = fc.stringMatching(/^[/\\:.@a-z \t\n?#-]{0,12}$/u);
    fc.assert(
      fc.property(nasty, (path) => expect(new URL(safePath(path), origin).origin).toBe(origin)),
    );
  });
});

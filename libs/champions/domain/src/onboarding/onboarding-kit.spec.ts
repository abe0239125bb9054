import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkKit } from './onboarding-kit.js';

const step = (label: string, href: string | null = null) => ({ id: null, label, href });
const codeOf = (label: string, href: string | null = null) => {
  const checked = checkKit([step(label, href)]);
  return checked.ok ? 'kept' : checked.refusal.code;
};

describe('the first steps of a champion', () => {
  it('keep their order, and lose stray spaces', () => {
    expect(checkKit([step('  Meet \n your lead '), step('Read', ' /guardrails ')])).toEqual({
      ok: true,
      value: [step('Meet your lead'), step('Read', '/guardrails')],
    });
    expect(checkKit([])).toEqual({ ok: true, value: [] });
  });

  it('each say what to do, and are not endless', () => {
    expect(codeOf(' ')).toBe('STEP_LABEL_MISSING');
    expect(codeOf('x'.repeat(121))).toBe('STEP_LABEL_MISSING');
    const many = checkKit(Array.from({ length: 21 }, () => step('x')));
    expect(many).toMatchObject({ ok: false, refusal: { code: 'TOO_MANY_STEPS' } });
  });

  it('lead to a page of ours or to the web, safely, and nowhere else', () => {
    for (const href of ['/help', '/champions/:me?edit=1', 'https://intranet.example.com/ai', ''])
      expect(codeOf('x', href)).toBe('kept');
    for (const href of [
      'javascript:alert(1)',
      '//evil.example.com',
      '/\\evil.example.com',
      'http://plain.example.com',
      'help',
      'https://',
    ])
      expect(codeOf('x', href)).toBe('STEP_PLACE_UNKNOWN');
  });

  it('never lead off our pages under the name of one of ours', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const checked = checkKit([step('x', `/${rest}`)]);
        const href = checked.ok ? checked.value[0]?.href : null;
        if (href) expect(new URL(href, 'https://ours.test').origin).toBe('https://ours.test');
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import fc from 'fast-check';
import { certificationOn, ENDS_SOON_DAYS } from './certification.js';
import { HARD_RULES } from './match/hard-rules.js';
import { champion, executive, input } from './match/match-cases.builder.js';
import { prepare } from './match/prepared.js';
import { DEFAULT_RULES } from './match/round-rules.js';

const today = '2026-11-21';
const noted = (validUntil: string, withdrawnOn: string | null = null) => ({
  certifiedOn: '2026-01-01',
  validUntil,
  withdrawnOn,
});

describe('a certification', () => {
  it('ends on its day, says so a month before, and a withdrawal counts from its own day', () => {
    expect(certificationOn(null, today)).toBe('none');
    expect(certificationOn(noted('2027-06-01'), today)).toBe('certified');
    expect(certificationOn(noted(addDays(today, ENDS_SOON_DAYS)), today)).toBe('ends_soon');
    expect(certificationOn(noted(addDays(today, ENDS_SOON_DAYS + 1)), today)).toBe('certified');
    expect(certificationOn(noted(today), today)).toBe('ended');
    expect(certificationOn(noted('2027-06-01', today), today)).toBe('withdrawn');
    expect(certificationOn(noted('2027-06-01', addDays(today, 1)), today)).toBe('certified');
  });

  it('shows as valid exactly when the rule of a round keeps the champion', () => {
    const anyDay = fc.integer({ min: -60, max: 60 }).map((n) => addDays(today, n));
    fc.assert(
      fc.property(anyDay, fc.option(anyDay), (validUntil, withdrawnOn) => {
        const state = certificationOn(noted(validUntil, withdrawnOn), today);
        const { executives, champions, facts } = prepare(
          input({
            rules: { ...DEFAULT_RULES, needsCertification: true },
            executives: [executive({ id: 'helen' })],
            champions: [
              champion({
                id: 'ana',
                // As the people of a round are read: whichever comes first.
                certifiedUntil:
                  withdrawnOn !== null && withdrawnOn < validUntil ? withdrawnOn : validUntil,
              }),
            ],
          }),
        );
        const [e, c] = [executives[0], champions[0]];
        if (!e || !c) throw new Error('Nobody prepared');
        expect(HARD_RULES.certified(e, c, facts)).toBe(!['certified', 'ends_soon'].includes(state));
      }),
    );
  });
});

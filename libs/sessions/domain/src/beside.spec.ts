import { describe, expect, it } from '@jest/globals';
import { onDay } from '@flipside/champions-domain';
import { addDays, FOREVER } from '@flipside/kernel';
import fc from 'fast-check';
import { besideOn, daysWithRoom, roomInWords, type BesideRoom } from './beside.js';

const today = '2027-01-11';
const pairing = { minutes: 120, from: '2026-12-01', to: FOREVER };

describe('a session beside the rhythm', () => {
  it('makes up for the nearest date that fell away, at most four weeks off', () => {
    const room: BesideRoom = {
      missed: [
        { id: 'early', day: '2027-01-12' },
        { id: 'late', day: '2027-02-09' },
      ],
      agreedMinutes: 120,
      asks: [pairing],
    };
    expect(besideOn(room, '2027-01-20', 30)).toEqual({ makesUpFor: 'early', isExtra: false });
    expect(besideOn(room, '2027-02-01', 30)).toEqual({ makesUpFor: 'late', isExtra: false });
    expect(besideOn(room, '2027-03-09', 30)).toEqual({ makesUpFor: 'late', isExtra: false });
    expect(besideOn(room, '2027-03-10', 30)).toBeNull();
  });

  it('is one more as long as every four weeks that hold it keep to what was agreed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ day: fc.nat(80), minutes: fc.constantFrom(30, 60, 120) }), {
          maxLength: 8,
        }),
        fc.nat(80),
        fc.constantFrom(120, 180, 240, 360),
        (others, at, agreedMinutes) => {
          const asks = [
            pairing,
            ...others.map(({ day, minutes }) => ({ minutes, ...onDay(addDays(today, day)) })),
          ];
          const sums = Array.from({ length: 28 }, (_, back) =>
            others
              .filter(({ day }) => day >= at - back && day < at - back + 28)
              .reduce((sum, { minutes }) => sum + minutes, 120 + 60),
          );
          const placed = besideOn({ missed: [], agreedMinutes, asks }, addDays(today, at), 30);
          expect(placed !== null).toBe(Math.max(...sums) <= agreedMinutes);
        },
      ),
    );
  });

  it('says from when on there is room, that there is none, and nothing while there is', () => {
    const words = (agreedMinutes: number, busyOn: string[]): string | null => {
      const asks = [pairing, ...busyOn.map((day) => ({ minutes: 60, ...onDay(day) }))];
      return roomInWords(
        'Priya Nair',
        daysWithRoom({ missed: [], agreedMinutes, asks }, 30, today),
        today,
      );
    };
    expect(words(180, [])).toBeNull();
    expect(words(180, ['2027-01-20'])).toBe(
      'Priya Nair’s agreed hours are all asked for until Wed 17 Feb. One more session fits from then on.',
    );
    expect(words(150, [])).toContain('agreed to 2.5 hours in any four weeks');
    expect(words(60, [])).toContain('agreed to 1 hour in any four weeks');
  });
});

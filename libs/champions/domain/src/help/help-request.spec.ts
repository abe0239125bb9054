import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Askable, checkHelpWish, checkOfficeHour, routeTo } from './help-request.js';

const wish = {
  kind: 'help' as const,
  topic: 'forecasting',
  text: 'How do I begin?',
  minutes: 60,
  onDay: '2026-03-12',
};
const askable = (championId: string, facts: Partial<Askable> = {}): Askable => ({
  championId,
  name: championId,
  matches: 1,
  agreedMinutes: 240,
  peakMinutes: 0,
  ...facts,
});

describe('a request', () => {
  it.each([
    ['topic', { topic: ' ' }, 'TOPIC_MISSING'],
    ['text', { text: '' }, 'REQUEST_TEXT_MISSING'],
    ['minutes', { minutes: 10 }, 'MINUTES_OUT_OF_RANGE'],
    ['onDay', { onDay: '2026-03-09' }, 'DAY_OUT_OF_RANGE'],
    ['onDay', { onDay: '2026-06-03' }, 'DAY_OUT_OF_RANGE'],
  ])('names the field %s when it cannot be so: %j', (field, change, code) => {
    expect(checkHelpWish({ ...wish, ...change }, '2026-03-10')).toMatchObject({
      refusal: { code, field },
    });
  });

  it('is stored tidy', () => {
    expect(checkHelpWish({ ...wish, topic: ' forecasting ' }, '2026-03-10')).toEqual({
      ok: true,
      value: wish,
    });
  });
});

describe('the way of a request', () => {
  it('leads to the least-loaded champion who fits, and says why without naming hours', () => {
    const champions = [
      askable('a', { peakMinutes: 120 }),
      askable('b', { peakMinutes: 60 }),
      askable('c', { agreedMinutes: 600, peakMinutes: 120 }),
      askable('d', { matches: 0 }),
    ];
    expect(routeTo(champions, wish)).toEqual([
      {
        championId: 'c',
        why: 'Offers “forecasting” and has the most room of the 3 champions who do.',
      },
      {
        championId: 'b',
        why: 'Offers “forecasting” and has the most room of the 2 champions who do.',
      },
      { championId: 'a', why: 'Offers “forecasting” and is the only champion with room who does.' },
    ]);
  });

  it('prefers who offers more of the topic', () => {
    const champions = [askable('a'), askable('b', { matches: 2, peakMinutes: 120 })];
    expect(routeTo(champions, wish).map(({ championId }) => championId)).toEqual(['b']);
  });

  it('never goes beyond what was agreed, and does not depend on the order of the list', () => {
    const champion = fc.record({
      championId: fc.uuid(),
      name: fc.constant('x'),
      matches: fc.integer({ min: 0, max: 2 }),
      agreedMinutes: fc.integer({ min: 1, max: 10 }).map((hours) => hours * 60),
      peakMinutes: fc.integer({ min: 0, max: 600 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(champion, { selector: (each) => each.championId, maxLength: 8 }),
        (champions) => {
          const routed = routeTo(champions, wish);
          expect(routeTo([...champions].reverse(), wish)).toEqual(routed);
          for (const { championId } of routed) {
            const found = champions.find((each) => each.championId === championId);
            expect(found && found.peakMinutes + wish.minutes <= found.agreedMinutes).toBe(true);
          }
        },
      ),
    );
  });
});

describe('an office hour', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  const hour = {
    topic: 'Prompts',
    place: 'Room 4',
    startsAt: new Date('2026-03-12T09:00:00Z'),
    minutes: 60,
    places: 4 as number | null,
  };

  it('has bookable places, or everybody drops in', () => {
    expect(checkOfficeHour(hour, now).ok).toBe(true);
    expect(checkOfficeHour({ ...hour, places: null }, now).ok).toBe(true);
  });

  it.each([
    ['topic', { topic: '' }],
    ['place', { place: '' }],
    ['minutes', { minutes: 241 }],
    ['places', { places: 0 }],
    ['onDay', { startsAt: now }],
  ])('names the field %s when it cannot be so', (field, change) => {
    expect(checkOfficeHour({ ...hour, ...change }, now)).toMatchObject({ refusal: { field } });
  });
});

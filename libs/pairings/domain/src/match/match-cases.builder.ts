import fc from 'fast-check';
import type { WeeklyHours } from '@flipside/people-domain';
import type { MatchingInput } from './match.js';
import type { ChampionProfile, ExecutiveProfile } from './profile.js';
import { DEFAULT_RULES } from './round-rules.js';

/* People for specs of matching: plain ones with overrides, and arbitrary small companies. */

const NINE_TO_FIVE: WeeklyHours = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  fromMinute: 540,
  toMinute: 1020,
}));

const participant = {
  managerIds: [],
  functionId: 'finance',
  locationId: 'london',
  zone: 'Europe/London',
  hours: NINE_TO_FIVE,
  areHoursKnown: true,
  languages: ['en'],
  isOptedOut: false,
  level: null,
  wishes: [],
  refuses: [],
};

export const executive = (own: Partial<ExecutiveProfile> & { id: string }): ExecutiveProfile => ({
  ...participant,
  topics: ['Forecasting'],
  goalWords: [],
  ...own,
});

export const champion = (own: Partial<ChampionProfile> & { id: string }): ChampionProfile => ({
  ...participant,
  functionId: 'sales',
  skills: ['Forecasting'],
  problems: [],
  capacity: 2,
  livePairings: 0,
  takesPairings: true,
  certifiedUntil: null,
  hadTurn: true,
  ...own,
});

export const input = (
  own: Pick<MatchingInput, 'executives' | 'champions'> & Partial<MatchingInput>,
): MatchingInput => ({
  rules: DEFAULT_RULES,
  today: '2026-11-21',
  forbidden: [],
  conflicts: [],
  ended: [],
  pins: [],
  ...own,
});

const IDS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];

const anyParticipant = {
  managerIds: fc.subarray(IDS, { maxLength: 2 }),
  functionId: fc.option(fc.constantFrom('finance', 'sales')),
  locationId: fc.option(fc.constantFrom('london', 'leeds')),
  zone: fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'),
  hours: fc.constantFrom<WeeklyHours>(NINE_TO_FIVE, NINE_TO_FIVE.slice(0, 1), []),
  areHoursKnown: fc.boolean(),
  languages: fc.subarray(['en', 'de', 'fr']),
  isOptedOut: fc.constantFrom(false, false, false, true),
  level: fc.option(fc.integer({ min: 1, max: 4 })),
  wishes: fc.subarray(IDS, { maxLength: 2 }),
  refuses: fc.subarray(IDS, { maxLength: 1 }),
};

/** One of them is too short to have words that a goal could name. */
const TOPICS = ['Forecasting', 'Writing', 'BI'];

/** Up to five executives and five champions; some people are both, some ids manage others. */
export const anyInput: fc.Arbitrary<MatchingInput> = fc
  .record({
    executives: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...IDS),
        ...anyParticipant,
        topics: fc.subarray(TOPICS),
        goalWords: fc.subarray(['forecasting', 'writing']),
      }),
      { selector: ({ id }) => id, maxLength: 5 },
    ),
    champions: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...IDS),
        ...anyParticipant,
        skills: fc.subarray(TOPICS),
        problems: fc.subarray(TOPICS),
        capacity: fc.integer({ min: 0, max: 3 }),
        livePairings: fc.integer({ min: 0, max: 2 }),
        takesPairings: fc.constantFrom(true, true, true, false),
        certifiedUntil: fc.constantFrom(null, '2026-11-21', '2027-01-01'),
        hadTurn: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 5 },
    ),
    forbidden: fc.array(
      fc.record({ executiveId: fc.constantFrom(...IDS), championId: fc.constantFrom(...IDS) }),
      { maxLength: 4 },
    ),
    conflicts: fc.array(
      fc.record({ executiveId: fc.constantFrom(...IDS), championId: fc.constantFrom(...IDS) }),
      { maxLength: 2 },
    ),
    ended: fc.array(
      fc.record({
        executiveId: fc.constantFrom(...IDS),
        championId: fc.constantFrom(...IDS),
        endedOn: fc.constantFrom('2026-11-01', '2026-05-26', '2026-05-25', '2025-01-01'),
      }),
      { maxLength: 4 },
    ),
    rules: fc.record({
      seed: fc.nat(),
      lineBelow: fc.constantFrom(null, 1, 3),
      lineAbove: fc.constantFrom(null, 1),
      lineExemptLevel: fc.constantFrom(null, 1),
      minLevelGap: fc.constantFrom(null, 0, 1),
      needsCertification: fc.constantFrom(false, false, true),
      functionPolicy: fc.constantFrom('other', 'same'),
      wishes: fc.constantFrom(0, 80),
      floor: fc.boolean(),
    }),
  })
  .map(({ rules, ...people }) => input({ ...people, rules: { ...DEFAULT_RULES, ...rules } }));

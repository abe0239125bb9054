import { addDays, type Day } from '@flipside/kernel';
import type { WeeklyHours } from '@flipside/people-domain';
import { DEFAULT_CAPS, GAP_MINUTES } from '../free-time.js';
import type { PlanPairing, PlanPerson, Quarter } from './quarter.js';

/** A made-up network: zones, weeks, calendars, journeys and days off, the same for the same wish. */
export interface NetworkWish {
  readonly pairings: number;
  readonly perChampion: number;
  /** Share of working time that calendars show as taken. */
  readonly executiveBusy: number;
  readonly championBusy: number;
  readonly seed: number;
  readonly startsOn?: Day;
  /** Part of the people travel, have days of their own, or are booked already. */
  readonly isLively?: boolean;
}

const ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Warsaw',
  'America/New_York',
  'America/Chicago',
  'America/Toronto',
  'Asia/Kolkata',
  'Europe/Madrid',
  'Asia/Dubai',
  'America/Sao_Paulo',
];
const STARTS_ON = '2027-01-04';
const MINUTE = 60_000;

/** Mulberry32: small, fast, and the same on every machine. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const weekFrom = (
  from: number,
  to: number,
  days: readonly number[] = [1, 2, 3, 4, 5],
): WeeklyHours => days.map((weekday) => ({ weekday, fromMinute: from * 60, toMinute: to * 60 }));

const WEEKS = [weekFrom(9, 17), weekFrom(8, 16), weekFrom(9, 18), weekFrom(9, 15, [1, 2, 3, 4])];

export function networkQuarter(wish: NetworkWish): Quarter {
  const chance = chanceFrom(wish.seed);
  const startsOn = wish.startsOn ?? STARTS_ON;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const startMs = Date.parse(`${startsOn}T00:00:00Z`);
  const person = (
    id: string,
    side: 'executive' | 'champion',
    zone: string,
    share: number,
  ): PlanPerson => {
    const busy = [];
    // Meetings of half an hour to two hours, day by day, until the share of an eight-hour day is taken.
    for (let day = 0; day < 93; day++) {
      for (let taken = 0; taken < share * 8 * 60;) {
        const minutes = pick([30, 60, 60, 90, 120]);
        const from =
          startMs + day * 1440 * MINUTE + Math.floor(6 * 4 + chance() * 14 * 4) * 15 * MINUTE;
        busy.push({ from, to: from + minutes * MINUTE });
        taken += minutes;
      }
    }
    const away = chance() < 0.4 ? [Math.floor(chance() * 80)] : [];
    const isLively = wish.isLively === true && chance() < 0.3;
    const claimAt = startMs + (Math.floor(chance() * 20) * 1440 + 14 * 60) * MINUTE;
    return {
      id,
      zone,
      hours: pick(WEEKS),
      caps: DEFAULT_CAPS[side],
      busy: busy.toSorted((a, b) => a.from - b.from),
      claims: isLively ? [{ from: claimAt, to: claimAt + (30 + GAP_MINUTES) * MINUTE }] : [],
      away: away.map((at) => ({
        fromOn: addDays(startsOn, at),
        toOn: addDays(startsOn, at + 5),
      })),
      holidays: [{ onDay: addDays(startsOn, 82), fromMinute: 0, name: 'A day off' }],
      overrides: isLively
        ? [
            { onDay: addDays(startsOn, 8), kind: 'closed', fromMinute: 0, toMinute: 720 },
            { onDay: addDays(startsOn, 12), kind: 'open', fromMinute: 600, toMinute: 720 },
          ]
        : [],
      travel: isLively
        ? [{ zone: pick(ZONES), fromOn: addDays(startsOn, 20), toOn: addDays(startsOn, 27) }]
        : [],
    };
  };
  const people: PlanPerson[] = [];
  const pairings: PlanPairing[] = [];
  let [champion, zone] = ['', ''];
  for (let index = 0; index < wish.pairings; index++) {
    if (index % wish.perChampion === 0) {
      champion = `champion-${String(index).padStart(6, '0')}`;
      zone = pick(ZONES);
      people.push(person(champion, 'champion', zone, wish.championBusy));
    }
    const id = String(index).padStart(6, '0');
    people.push(
      person(
        `executive-${id}`,
        'executive',
        chance() < 0.7 ? zone : pick(['Europe/London', 'Europe/Berlin', zone]),
        wish.executiveBusy,
      ),
    );
    pairings.push({
      id: `pairing-${id}`,
      executiveId: `executive-${id}`,
      championId: champion,
      intervalWeeks: wish.isLively && chance() < 0.2 ? pick([1, 4]) : 2,
      minutes: wish.isLively && chance() < 0.2 ? pick([15, 45, 60]) : 30,
      notBefore: startsOn,
      previous: null,
      kept: null,
      isLocked: false,
    });
  }
  return {
    now: new Date(startMs - 5 * 1440 * MINUTE + 9 * 60 * MINUTE),
    startsOn,
    minNoticeHours: 24,
    people,
    pairings,
  };
}

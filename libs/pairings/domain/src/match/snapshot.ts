import type { Day } from '@flipside/kernel';
import type { WeeklyHours } from '@flipside/people-domain';
import type { People } from './prepared.js';
import { OfferedWords, type ChampionProfile, type ExecutiveProfile } from './profile.js';
import { readRules, type RoundRules } from './round-rules.js';

/*
 * Everything a round was computed from, small enough to be kept with it: people as ids and numbers, no names, and of a
 * goal only the words that some champion offers. Reading it back gives the same proposals, so that a round can be
 * computed again when the people have long changed.
 */

type Numbers = readonly number[];

/** unit, place, zone, hours, are hours known, opted out, level, languages, managers, wishes, refusals. */
type ParticipantRow = readonly [
  id: number,
  functionId: number,
  locationId: number,
  zone: number,
  hours: number,
  areHoursKnown: 0 | 1,
  isOptedOut: 0 | 1,
  level: number | null,
  languages: Numbers,
  managers: Numbers,
  wishes: Numbers,
  refuses: Numbers,
];

type ExecutiveRow = readonly [ParticipantRow, topics: Numbers, goalWords: Numbers];
type ChampionRow = readonly [
  ParticipantRow,
  skills: Numbers,
  problems: Numbers,
  capacity: number,
  livePairings: number,
  takesPairings: 0 | 1,
  certifiedUntil: Day | null,
  hadTurn: 0 | 1,
];

export interface InputSnapshot {
  readonly form: 1;
  readonly today: Day;
  readonly rules: RoundRules;
  /** Ids of everybody named, functions, places, zones, topics, words, languages: what the numbers stand for. */
  readonly names: readonly string[];
  readonly hours: readonly WeeklyHours[];
  readonly executives: readonly ExecutiveRow[];
  readonly champions: readonly ChampionRow[];
  readonly forbidden: readonly (readonly [executive: number, champion: number])[];
  /** Left out by earlier releases, which knew none. */
  readonly conflicts?: readonly (readonly [executive: number, champion: number])[];
  readonly ended: readonly (readonly [executive: number, champion: number, on: Day])[];
}

/** Stands for words of a goal that nobody offers: that there is a goal matters, its words do not. */
const SOME_GOAL = '\u00b7';

class Numbering {
  readonly names: string[] = [];
  readonly #known = new Map<string, number>();

  of = (name: string): number => {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, this.names.length);
    return this.names.push(name) - 1;
  };

  /** −1 for what is not known. */
  orNone = (name: string | null): number => (name === null ? -1 : this.of(name));
}

const byId = <T extends { readonly id: string }>(people: readonly T[]): T[] =>
  [...people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

export function takeSnapshot(people: People): InputSnapshot {
  const numbers = new Numbering();
  const { of, orNone } = numbers;
  const hours: WeeklyHours[] = [];
  const hoursOf = new Map<string, number>();
  const seen = new Map<WeeklyHours, number>();
  const hoursNumber = (week: WeeklyHours): number => {
    const number = seen.get(week) ?? newHours(week);
    seen.set(week, number);
    return number;
  };
  const newHours = (week: WeeklyHours): number => {
    const plain = week.map(({ weekday, fromMinute, toMinute }) => ({
      weekday,
      fromMinute,
      toMinute,
    }));
    const key = JSON.stringify(plain);
    const known = hoursOf.get(key);
    if (known !== undefined) return known;
    hoursOf.set(key, hours.length);
    return hours.push(plain) - 1;
  };
  const participant = (p: ExecutiveProfile | ChampionProfile): ParticipantRow => [
    of(p.id),
    orNone(p.functionId),
    orNone(p.locationId),
    of(p.zone),
    hoursNumber(p.hours),
    p.areHoursKnown ? 1 : 0,
    p.isOptedOut ? 1 : 0,
    p.level,
    p.languages.map(of),
    p.managerIds.map(of),
    p.wishes.map(of),
    p.refuses.map(of),
  ];
  const texts = new Set(
    people.champions.flatMap(({ skills, problems }) => [...skills, ...problems]),
  );
  const offered = new Set([...texts].flatMap(new OfferedWords().of));
  const goal = (words: readonly string[]): Numbers => {
    const kept = words.filter((word) => offered.has(word));
    return words.length > 0 && kept.length === 0 ? [of(SOME_GOAL)] : kept.map(of);
  };
  return {
    form: 1,
    today: people.today,
    rules: people.rules,
    executives: byId(people.executives).map((e) => [
      participant(e),
      e.topics.map(of),
      goal(e.goalWords),
    ]),
    champions: byId(people.champions).map((c) => [
      participant(c),
      c.skills.map(of),
      c.problems.map(of),
      c.capacity,
      c.livePairings,
      c.takesPairings ? 1 : 0,
      c.certifiedUntil,
      c.hadTurn ? 1 : 0,
    ]),
    forbidden: people.forbidden.map(({ executiveId, championId }) => [
      of(executiveId),
      of(championId),
    ]),
    conflicts: people.conflicts.map(({ executiveId, championId }) => [
      of(executiveId),
      of(championId),
    ]),
    ended: people.ended.map(({ executiveId, championId, endedOn }) => [
      of(executiveId),
      of(championId),
      endedOn,
    ]),
    names: numbers.names,
    hours,
  };
}

/** The people as they were, in the order of their ids. */
export function readSnapshot(snapshot: InputSnapshot): People {
  const name = (n: number): string => snapshot.names[n] ?? '';
  const names = (all: Numbers): string[] => all.map(name);
  const pair = ([e, c]: readonly [number, number]) => ({
    executiveId: name(e),
    championId: name(c),
  });
  const participant = (row: ParticipantRow) => {
    const [
      id,
      fn,
      location,
      zone,
      hours,
      known,
      optedOut,
      level,
      languages,
      managers,
      wishes,
      refuses,
    ] = row;
    return {
      id: name(id),
      functionId: fn < 0 ? null : name(fn),
      locationId: location < 0 ? null : name(location),
      zone: name(zone),
      hours: snapshot.hours[hours] ?? [],
      areHoursKnown: known === 1,
      isOptedOut: optedOut === 1,
      level,
      languages: names(languages),
      managerIds: names(managers),
      wishes: names(wishes),
      refuses: names(refuses),
    };
  };
  return {
    today: snapshot.today,
    rules: readRules(snapshot.rules),
    executives: snapshot.executives.map(([own, topics, goalWords]) => ({
      ...participant(own),
      topics: names(topics),
      goalWords: names(goalWords),
    })),
    champions: snapshot.champions.map(
      ([own, skills, problems, capacity, livePairings, takes, certifiedUntil, hadTurn]) => ({
        ...participant(own),
        skills: names(skills),
        problems: names(problems),
        capacity,
        livePairings,
        takesPairings: takes === 1,
        certifiedUntil,
        hadTurn: hadTurn === 1,
      }),
    ),
    forbidden: snapshot.forbidden.map(pair),
    conflicts: (snapshot.conflicts ?? []).map(pair),
    ended: snapshot.ended.map(([e, c, endedOn]) => ({
      executiveId: name(e),
      championId: name(c),
      endedOn,
    })),
  };
}

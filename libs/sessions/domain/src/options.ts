import { weekdayOf } from '@flipside/kernel';
import type { LocalDateTime } from '@flipside/people-domain';
import { dayOf, minuteOf, timeOf } from './biweekly.js';
import type { Block, Pattern } from './patterns.js';
import { clockInWords, dayInWords, wallTimeOf } from './wall-time.js';

/** What an option is offered as. */
export type OptionKind = 'best' | 'soonest' | 'other_time';

/** One of the three times an executive chooses from. */
export interface SessionOption {
  readonly kind: OptionKind;
  readonly pattern: Pattern;
  /** Plain sentences, most important first. */
  readonly reasons: readonly string[];
}

type DayPart = 'morning' | 'midday' | 'afternoon';

export function dayPartOf(local: LocalDateTime): DayPart {
  const minute = minuteOf(local);
  if (minute < 12 * 60) return 'morning';
  return minute < 14 * 60 ? 'midday' : 'afternoon';
}

const firstStart = (pattern: Pattern): number =>
  pattern.occurrences[0]?.occurrence?.startsAt.getTime() ?? Number.MAX_SAFE_INTEGER;

const cheapest = (patterns: readonly Pattern[]): Pattern | undefined => patterns[0];

/** The earliest day's cheapest pattern: within a day the hour matters more than being first. */
function soonestOf(patterns: readonly Pattern[]): Pattern | undefined {
  const [first] = [...patterns].sort((a, b) => firstStart(a) - firstStart(b));
  return (
    first && cheapest(patterns.filter((each) => dayOf(each.localStart) === dayOf(first.localStart)))
  );
}

/** Starting days of a series and the other phase of its fortnight differ; weekdays are what people feel. */
const weekday = (pattern: Pattern): number => weekdayOf(dayOf(pattern.localStart));

/**
 * The three named options: the best, the soonest, and the best at another part of the day. They lie on
 * three weekdays where that is possible; fewer than three when there are fewer times.
 * `patterns` must be sorted, cheapest first.
 */
export function threePatterns(
  patterns: readonly Pattern[],
): { kind: OptionKind; pattern: Pattern }[] {
  const best = cheapest(patterns);
  if (!best) return [];
  const elsewhere = patterns.filter((each) => weekday(each) !== weekday(best));
  const sooner = soonestOf(elsewhere.length ? elsewhere : patterns.filter((each) => each !== best));
  const rest = patterns.filter((each) => each !== best && each !== sooner);
  const isNewPart = (each: Pattern): boolean =>
    dayPartOf(each.localStart) !== dayPartOf(best.localStart) &&
    (!sooner || dayPartOf(each.localStart) !== dayPartOf(sooner.localStart));
  const isNewDay = (each: Pattern): boolean =>
    weekday(each) !== weekday(best) && (!sooner || weekday(each) !== weekday(sooner));
  const other =
    rest.find((each) => isNewPart(each) && isNewDay(each)) ??
    rest.find(
      (each) => isNewDay(each) && dayPartOf(each.localStart) !== dayPartOf(best.localStart),
    ) ??
    rest.find(isNewPart) ??
    rest.find(isNewDay) ??
    cheapest(rest);
  const firstDay = [...patterns].map((each) => dayOf(each.localStart)).sort()[0];
  const isSooner =
    sooner !== undefined &&
    dayOf(sooner.localStart) === firstDay &&
    firstStart(sooner) < firstStart(best);
  return [
    { kind: 'best' as const, pattern: best },
    ...(sooner
      ? [{ kind: isSooner ? ('soonest' as const) : ('other_time' as const), pattern: sooner }]
      : []),
    ...(other ? [{ kind: 'other_time' as const, pattern: other }] : []),
  ];
}

/** The two people of an option, for its reasons. */
export interface OptionPeople {
  readonly executiveName: string;
  readonly championName: string;
  readonly championZone: string;
}

const HEADLINE: Readonly<Record<OptionKind, string>> = {
  best: 'Suits both best',
  soonest: 'The soonest day that suits both',
  other_time: 'Another time of the week',
};

function blockInWords(block: Block, people: OptionPeople): string {
  if (block === 'clock_change') return 'the clocks change then';
  const [side, why] = block.split('_') as ['executive' | 'champion', string];
  const name = side === 'executive' ? people.executiveName : people.championName;
  if (why === 'away') return `${name} is away`;
  if (why === 'rest') return `${name} keeps that week free`;
  if (why === 'holiday') return `a day off for ${name}`;
  if (why === 'busy') return `${name} has something else`;
  return `outside ${name}’s working hours`;
}

/** "Not on Tue 13 Apr: …" for each date the pattern leaves out. */
export const exceptionsInWords = (
  pattern: Pick<Pattern, 'occurrences'>,
  people: OptionPeople,
): string[] =>
  pattern.occurrences
    .filter((each) => each.block !== null)
    .map(
      (each) =>
        `Not on ${dayInWords(dayOf(each.local))}: ${blockInWords(each.block as Block, people)}.`,
    );

/** When the champion's clock changes on the way; how it differs at first is said with each time. */
function championClock(pattern: Pattern, people: OptionPeople): string[] {
  const shown = pattern.occurrences.flatMap((each) => {
    if (!each.occurrence) return [];
    const { day } = wallTimeOf(each.occurrence.startsAt, pattern.zone);
    return [{ day, time: wallTimeOf(each.occurrence.startsAt, people.championZone).time }];
  });
  const [first] = shown;
  const change = first && shown.find((each) => each.time !== first.time);
  if (!change) return [];
  return [
    `${clockInWords(first.time)} for ${people.championName}, ${clockInWords(change.time)} from ${dayInWords(change.day)} on, because of clock changes.`,
  ];
}

/** The three options with their reasons. */
export function threeOptions(patterns: readonly Pattern[], people: OptionPeople): SessionOption[] {
  return threePatterns(patterns).map(({ kind, pattern }) => ({
    kind,
    pattern,
    reasons: [
      `${HEADLINE[kind]}.`,
      ...exceptionsInWords(pattern, people),
      ...championClock(pattern, people),
    ],
  }));
}

/** 'Tue 9:30': a button's words. */
export const optionInWords = (local: LocalDateTime): string =>
  `${dayInWords(dayOf(local)).slice(0, 3)} ${clockInWords(timeOf(local))}`;

import { addDays, weekdayOf } from '@flipside/kernel';
import { localOf, offsetAt } from '@flipside/people-domain';
import { dayOf } from '../biweekly.js';

const DAY_MS = 86_400_000;
const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A clock change: at `at` the zone goes from one offset to another (minutes east of UTC). */
interface ClockChange {
  readonly at: Date;
  readonly from: number;
  readonly to: number;
}

/** Clock changes in [fromMs, toMs), found day by day and then to the second. */
function clockChanges(zone: string, fromMs: number, toMs: number): ClockChange[] {
  const changes: ClockChange[] = [];
  let before = offsetAt(zone, new Date(fromMs));
  for (let at = fromMs; at < toMs;) {
    const next = Math.min(at + DAY_MS, toMs);
    if (offsetAt(zone, new Date(next)) === before) {
      at = next;
      continue;
    }
    let [low, high] = [at, next];
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (offsetAt(zone, new Date(middle)) === before) low = middle;
      else high = middle;
    }
    const after = offsetAt(zone, new Date(high));
    changes.push({ at: new Date(high), from: before, to: after });
    before = after;
    at = high;
  }
  return changes;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** '+0530'. */
const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
};

/** '20270328T020000' from '2027-03-28T02:00'. */
export const basicLocal = (local: string): string => `${local.replaceAll(/[-:]/g, '')}00`;

/** '20270328T010000Z'. */
export const basicUtc = (instant: Date): string =>
  `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** The wall clock at a change as it would read without it: what DTSTART of an observance means. */
const onsetLocal = (change: ClockChange): string =>
  new Date(change.at.getTime() + change.from * 60_000).toISOString().slice(0, 16);

function observance(kind: 'STANDARD' | 'DAYLIGHT', change: ClockChange, rule?: string): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${basicLocal(onsetLocal(change))}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `TZOFFSETFROM:${offsetText(change.from)}`,
    `TZOFFSETTO:${offsetText(change.to)}`,
    `END:${kind}`,
  ];
}

/** Which weekday of its month: 1…4 counted from the start, or -1 when it is the last one. */
function ordinalsOf(local: string): number[] {
  const day = dayOf(local);
  const fromStart = Math.ceil(Number(day.slice(8, 10)) / 7);
  const isLast = addDays(day, 7).slice(5, 7) !== day.slice(5, 7);
  return [...(fromStart <= 4 ? [fromStart] : []), ...(isLast ? [-1] : [])];
}

/**
 * A yearly rule that gives exactly these changes, or null. Only the nth-weekday form is used: it is the
 * one every calendar program maps.
 */
function yearlyRule(changes: readonly ClockChange[]): string | null {
  const [first] = changes;
  if (!first) return null;
  const locals = changes.map(onsetLocal);
  const head = locals[0] as string;
  const isAlike = changes.every(
    (change, index) =>
      change.from === first.from &&
      change.to === first.to &&
      locals[index]?.slice(5, 7) === head.slice(5, 7) &&
      locals[index]?.slice(11) === head.slice(11) &&
      weekdayOf(dayOf(locals[index] as string)) === weekdayOf(dayOf(head)) &&
      Number(locals[index]?.slice(0, 4)) === Number(head.slice(0, 4)) + index,
  );
  if (!isAlike) return null;
  const shared = [-1, 1, 2, 3, 4].find((ordinal) =>
    locals.every((local) => ordinalsOf(local).includes(ordinal)),
  );
  if (shared === undefined) return null;
  return `FREQ=YEARLY;BYMONTH=${Number(head.slice(5, 7))};BYDAY=${shared}${BYDAY[weekdayOf(dayOf(head)) - 1]}`;
}

/**
 * The VTIMEZONE of a zone, valid from one year before `from` to one year after `to`, from the same data
 * as every instant of ours. Zones without a change get one STANDARD block, regular ones a yearly rule
 * each way, all others each change by itself.
 */
export function vtimezoneLines(zone: string, from: Date, to: Date): string[] {
  const firstYear = Number(localOf(from, zone).slice(0, 4)) - 1;
  const lastYear = Number(localOf(to, zone).slice(0, 4)) + 1;
  const [fromMs, toMs] = [Date.UTC(firstYear, 0, 1), Date.UTC(lastYear + 1, 0, 1)];
  const changes = clockChanges(zone, fromMs, toMs);
  const initial = offsetAt(zone, new Date(fromMs));
  const start: ClockChange = { at: new Date(fromMs), from: initial, to: initial };
  const forward = changes.filter((change) => change.to > change.from);
  const back = changes.filter((change) => change.to < change.from);
  const years = lastYear - firstYear + 1;
  const [forwardRule, backRule] = [yearlyRule(forward), yearlyRule(back)];
  const isRegular = forwardRule && backRule && forward.length === years && back.length === years;
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...(isRegular
      ? [
          ...observance('STANDARD', back[0] as ClockChange, backRule),
          ...observance('DAYLIGHT', forward[0] as ClockChange, forwardRule),
        ]
      : [
          ...observance('STANDARD', start),
          ...changes.flatMap((change) =>
            observance(change.to > change.from ? 'DAYLIGHT' : 'STANDARD', change),
          ),
        ]),
    'END:VTIMEZONE',
  ];
}

import { addDays, type Day, FOREVER, ok, refuse, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '../champion-refusals.js';

/** Half-open: from <= day < to; an open end is 'infinity'. */
export interface ChampionPeriod {
  readonly state: 'active' | 'resting';
  readonly from: Day;
  readonly to: Day;
}

/** What a champion is on a day. `approved`: named, first day still to come. `alumni`: was one. */
export type ChampionState = 'approved' | 'active' | 'resting' | 'alumni';

type Change = Result<readonly ChampionPeriod[], ChampionRefusal>;

const YEAR = 366;

export function championStateOn(periods: readonly ChampionPeriod[], day: Day): ChampionState {
  const now = periods.find(({ from, to }) => from <= day && day < to);
  if (now) return now.state;
  return periods.some(({ from }) => from > day) ? 'approved' : 'alumni';
}

/** True when a period runs or is still to come: the person is a champion, or will be. */
export function isChampionFrom(periods: readonly ChampionPeriod[], day: Day): boolean {
  return periods.some(({ to }) => to > day);
}

/**
 * Adds an open period from `startsOn`. Earlier periods of a former champion stay as they were.
 * @param earliest first day the person worked here, null if unknown
 */
export function startAsChampion(
  periods: readonly ChampionPeriod[],
  { startsOn, today, earliest }: { startsOn: Day; today: Day; earliest: Day | null },
): Change {
  if (isChampionFrom(periods, startsOn) || isChampionFrom(periods, today)) {
    return refuse(championRefusal('ALREADY_CHAMPION', 'personId'));
  }
  if ((earliest !== null && startsOn < earliest) || startsOn > addDays(today, YEAR)) {
    return refuse(championRefusal('START_OUT_OF_RANGE', 'startsOn'));
  }
  return ok(inOrder([...periods, { state: 'active', from: startsOn, to: FOREVER }]));
}

/**
 * Rests from today until the morning of `until`, then goes on as before. During a break it moves the
 * end of the break. Days before today never change.
 */
export function takeBreak(
  periods: readonly ChampionPeriod[],
  { today, until }: { today: Day; until: Day },
): Change {
  const state = championStateOn(periods, today);
  if (state !== 'active' && state !== 'resting') return refuse(championRefusal('NOT_A_CHAMPION'));
  const end = lastEnd(periods);
  if (until <= today || until > addDays(today, YEAR) || until >= end) {
    return refuse(championRefusal('BREAK_OUT_OF_RANGE', 'until'));
  }
  return ok(
    inOrder([
      ...before(periods, today),
      { state: 'resting', from: today, to: until },
      { state: 'active', from: until, to: end },
    ]),
  );
}

/** Active again from today. */
export function endBreak(periods: readonly ChampionPeriod[], today: Day): Change {
  if (championStateOn(periods, today) !== 'resting') return refuse(championRefusal('NOT_RESTING'));
  return ok(
    inOrder([...before(periods, today), { state: 'active', from: today, to: lastEnd(periods) }]),
  );
}

/** Ends the role: `lastDay` is the last day as a champion. One that never began is taken away. */
export function endAsChampion(
  periods: readonly ChampionPeriod[],
  { today, lastDay }: { today: Day; lastDay: Day },
): Change {
  if (!isChampionFrom(periods, today)) return refuse(championRefusal('NOT_A_CHAMPION'));
  if (lastDay < addDays(today, -1) || lastDay > addDays(today, YEAR)) {
    return refuse(championRefusal('END_OUT_OF_RANGE', 'lastDay'));
  }
  return ok(before(periods, addDays(lastDay, 1)));
}

function lastEnd(periods: readonly ChampionPeriod[]): Day {
  return periods.reduce((end, { to }) => (to > end ? to : end), '');
}

/** What lies before a day, cut at it. */
function before(periods: readonly ChampionPeriod[], day: Day): ChampionPeriod[] {
  return periods.flatMap((period) =>
    period.from >= day ? [] : [period.to > day ? { ...period, to: day } : period],
  );
}

/** By time, neighbours of the same state joined. */
function inOrder(periods: readonly ChampionPeriod[]): ChampionPeriod[] {
  const joined: ChampionPeriod[] = [];
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last?.to === period.from && last.state === period.state) {
      joined[joined.length - 1] = { ...last, to: period.to };
    } else joined.push(period);
  }
  return joined;
}

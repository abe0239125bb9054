import { addDays, type Day, daysBetween, ok, refuse, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '../champion-refusals.js';

/** A champion counts as alive with a confirmed act in this many days (metrics handbook G.11). */
export const ALIVE_DAYS = 30;
/** Networks stall between day 60 and 90; the warning comes before, while a word still helps. */
export const WARN_DAYS = 45;

/** From here on a letter comes too late. */
export const QUIET_DAYS = 60;

/** What a champion said about themselves is taken as right for this many days; after that it sinks in the directory. */
export const FRESH_DAYS = 180;

export interface LastAct {
  readonly personId: string;
  /** Last confirmed act; the first day as a champion when there is none yet. */
  readonly on: Day;
}

export interface Heartbeat {
  readonly active: number;
  readonly alive: number;
  /** Quiet for 45 days or longer, the longest first. */
  readonly quiet: readonly { readonly personId: string; readonly days: number }[];
}

export function heartbeatOf(champions: readonly LastAct[], today: Day): Heartbeat {
  const since = champions.map(({ personId, on }) => ({ personId, days: daysBetween(on, today) }));
  return {
    active: champions.length,
    alive: since.filter(({ days }) => days <= ALIVE_DAYS).length,
    quiet: since
      .filter(({ days }) => days >= WARN_DAYS)
      .sort((a, b) => b.days - a.days || (a.personId < b.personId ? -1 : 1)),
  };
}

/** "84 of 99 champions did something for colleagues in 30 days. 6 are quiet for 45 days or longer." */
export function heartbeatInWords({ active, alive, quiet }: Heartbeat): string {
  if (active === 0) return 'There are no active champions yet.';
  const first = `${alive} of ${active} champions did something for colleagues in ${ALIVE_DAYS} days.`;
  if (quiet.length === 0) return `${first} Nobody is quiet for long.`;
  return `${first} ${quiet.length} ${quiet.length === 1 ? 'is' : 'are'} quiet for ${WARN_DAYS} days or longer: write before day 60.`;
}

/** "41 people nominated in a year, for 27 units of ten or more: 1.5 per unit." One enthusiast can fake volume, not breadth. */
export function breadthInWords(nominators: number, units: number): string {
  const people = `${nominators} ${nominators === 1 ? 'person' : 'people'} nominated in a year`;
  if (units === 0) return `${people}.`;
  const each = (nominators / units).toFixed(1);
  return `${people}, for ${units} ${units === 1 ? 'unit' : 'units'} of ten or more: ${each} per unit.`;
}

/** The question about going on is asked this long before the end of a term. */
export const RENEWAL_DAYS = 60;

/** The last day of a term that begins on a day, so many months long: 1 March and 12 months end on 28 February. */
export function termEnd(startsOn: Day, months: number): Day {
  const [year = 0, month = 1, day = 1] = startsOn.split('-').map(Number);
  const end = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, last));
  return addDays(end.toISOString().slice(0, 10), -1);
}

/** One more term, from the day after the present one; only when it is near its end or over. */
export function renewedTerm(
  endsOn: Day | null,
  { today, months }: { readonly today: Day; readonly months: number },
): Result<Day, ChampionRefusal> {
  if (endsOn !== null && daysBetween(today, endsOn) > RENEWAL_DAYS) {
    return refuse(championRefusal('TERM_RUNS'));
  }
  const from = endsOn === null || endsOn < today ? today : addDays(endsOn, 1);
  return ok(termEnd(from, months));
}

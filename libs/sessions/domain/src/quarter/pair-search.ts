import { addDays } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import { SERIES_WEEKS, dayOf } from '../biweekly.js';
import type { Pattern, PatternSearch } from '../patterns.js';
import { agendaOf } from './agenda.js';
import { Clocks, stretchOf } from './clocks.js';
import { patternOf } from './pattern-of.js';
import { RhythmSearch } from './rhythms.js';

/** Days before the first possible one that are known, so that its week counts what lies before it. */
const DAYS_BEFORE = 8;

/** The rhythms of two people alone, cheapest first, by the same search that plans a quarter. */
export function rhythmsOfPair(search: PatternSearch, earliestMs: number): Pattern[] {
  const { executive, champion, intervalWeeks, count } = search;
  const notBefore = dayOf(localOf(new Date(earliestMs), executive.zone));
  const behind = SERIES_WEEKS * 7 + intervalWeeks * 7 + 21;
  const clocks = new Clocks(stretchOf(addDays(notBefore, -DAYS_BEFORE), DAYS_BEFORE + behind));
  const today = clocks.dayIndex(dayOf(localOf(search.now, executive.zone)));
  const found = new RhythmSearch(clocks, {
    nowMs: earliestMs,
    minNoticeHours: 0,
    // As far as any of its dates can lie: here no quarter ends it.
    endsOn: addDays(notBefore, (count + 1) * intervalWeeks * 7 + 14),
    todayIndex: () => today,
  });
  const candidate = found.candidate(
    {
      id: search.pairingId,
      executiveId: 'executive',
      championId: 'champion',
      intervalWeeks,
      minutes: search.minutes,
      notBefore,
      previous: search.previous ?? null,
      kept: null,
      isLocked: false,
    },
    agendaOf(clocks, { ...executive, id: 'executive' }),
    agendaOf(clocks, { ...champion, id: 'champion' }),
    count,
  );
  return Array.from(candidate.rhythms, (rhythm) => patternOf(found, candidate, rhythm));
}

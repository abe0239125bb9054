import type { WeeklyHours } from '@flipside/people-domain';
import { agendaOf } from './agenda.js';
import { fits } from './place.js';
import {
  RELAXATIONS,
  type PlanPairing,
  type PlanPerson,
  type Relaxation,
  type UnplacedPairing,
  type UnplacedReason,
} from './quarter.js';
import type { Candidate, RhythmSearch } from './rhythms.js';

/** A long working week: who cannot meet in it cannot meet because of something else. */
const LONG_WEEK: WeeklyHours = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  fromMinute: 8 * 60,
  toMinute: 18 * 60,
}));
const SHORT_MINUTES = 15;
const NO_CAPS = { perDay: 255, perWeek: 255 };

interface Terms {
  readonly pairing: PlanPairing;
  readonly executive: PlanPerson;
  readonly champion: PlanPerson;
  readonly minNoticeHours: number;
}

/** The same search with one condition given up; null when it is no condition here. */
function relaxed(terms: Terms, relaxation: Relaxation): Terms | null {
  if (relaxation === 'notice')
    return terms.minNoticeHours > 0 ? { ...terms, minNoticeHours: 0 } : null;
  if (relaxation === 'shorter_session')
    return terms.pairing.minutes > SHORT_MINUTES
      ? { ...terms, pairing: { ...terms.pairing, minutes: SHORT_MINUTES } }
      : null;
  const side = relaxation.startsWith('executive') ? 'executive' : 'champion';
  const person = terms[side];
  switch (relaxation) {
    case 'executive_busy':
    case 'champion_busy':
      return { ...terms, [side]: { ...person, busy: [] } };
    case 'executive_days_off':
    case 'champion_days_off':
      return { ...terms, [side]: { ...person, away: [], holidays: [], overrides: [] } };
    case 'executive_sessions':
    case 'champion_sessions':
      return { ...terms, [side]: { ...person, claims: [], caps: NO_CAPS } };
    case 'executive_hours':
    case 'champion_hours':
      return { ...terms, [side]: { ...person, hours: LONG_WEEK } };
  }
}

/** Nothing but the weeks of the two. */
const hoursAlone = (person: PlanPerson): PlanPerson => ({
  ...person,
  busy: [],
  claims: [],
  away: [],
  holidays: [],
  overrides: [],
});

function searched(search: RhythmSearch, terms: Terms): Candidate {
  return search
    .withNotice(terms.minNoticeHours)
    .candidate(
      terms.pairing,
      agendaOf(search.clocks, terms.executive),
      agendaOf(search.clocks, terms.champion),
    );
}

/** Why a pairing has no time in the plan as it stands, and which single change would give it one. */
export function whyUnplaced(search: RhythmSearch, candidate: Candidate): UnplacedPairing {
  const { pairing, executive, champion } = candidate;
  const terms: Terms = {
    pairing,
    executive: executive.person,
    champion: champion.person,
    minNoticeHours: search.terms.minNoticeHours,
  };
  const helps = (candidate.count < 1 ? [] : RELAXATIONS).flatMap((relaxation) => {
    const easier = relaxed(terms, relaxation);
    if (!easier) return [];
    const found = searched(search, easier);
    // What the plan has taken stays taken, whatever is given up.
    const inPlan = { ...found, executive, champion };
    const capsOf =
      relaxation === 'executive_sessions'
        ? [champion]
        : relaxation === 'champion_sessions'
          ? [executive]
          : [executive, champion];
    const times = found.rhythms.reduce(
      (sum, rhythm) => sum + (fits(search.clocks, inPlan, rhythm, capsOf) ? 1 : 0),
      0,
    );
    return times > 0 ? [{ relaxation, times }] : [];
  });
  return {
    pairingId: pairing.id,
    reason: reasonOf(search, candidate, terms),
    helps: helps.toSorted((a, b) => b.times - a.times),
  };
}

function reasonOf(search: RhythmSearch, candidate: Candidate, terms: Terms): UnplacedReason {
  if (candidate.count < 1) return 'no_days_left';
  if (candidate.pairing.isLocked) return 'lock_does_not_fit';
  if (candidate.rhythms.length > 0)
    return candidate.rhythms.some((rhythm) => fits(search.clocks, candidate, rhythm, []))
      ? 'too_many_sessions'
      : 'taken_by_others';
  const bare = searched(search, {
    ...terms,
    executive: hoursAlone(terms.executive),
    champion: hoursAlone(terms.champion),
  });
  return bare.rhythms.length === 0 ? 'no_common_hours' : 'no_common_time';
}

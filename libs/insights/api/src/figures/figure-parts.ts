import { createHash } from 'node:crypto';
import type { Day } from '@flipside/kernel';
import { fluencyKey, fluencyNumbers, outcomeKey, type Part } from '@flipside/insights-domain';
import {
  firstOfNextMonth,
  FLUENCY_FIGURES,
  fluencyMarks,
  median,
  monthlyHours,
  type EvidenceGrade,
  type Observation,
  type OutcomeCategory,
} from '@flipside/learnings-domain';
import type { Tx } from '@flipside/platform-api';
import { LARGE_UNITS } from '../large-units.js';

type Units = ReadonlyMap<string, string>;

/** The large unit of everybody who learns, and of their pairings, on a day. One statement. */
export async function unitsOn(tx: Tx, day: Day): Promise<Units> {
  const rows = await tx.rows<{ id: string; unitId: string }>(
    `${LARGE_UNITS}, learner as (
       select person_id from executive union select executive_id from pairing union select person_id from learning
     ), at as (
       select m.person_id, coalesce(l.large_id, m.org_unit_id) as unit_id
       from learner join employment m using (person_id) left join large l on l.org_unit_id = m.org_unit_id
       where m.valid_from <= $1 and m.valid_to > $1
     )
     select person_id as id, unit_id as "unitId" from at
     union all select p.id, at.unit_id from pairing p join at on at.person_id = p.executive_id`,
    [day],
  );
  return new Map(rows.map(({ id, unitId }) => [id, unitId]));
}

interface OutcomeRow {
  pairingId: string;
  category: OutcomeCategory;
  grade: EvidenceGrade;
  minutesBefore: number | null;
  minutesAfter: number | null;
  checkingMinutes: number;
  timesPerMonth: number | null;
  people: number | null;
  valueBefore: number | null;
  valueAfter: number | null;
  cases: number | null;
  isLowerBetter: boolean;
  claimedHours: number | null;
  hasEnded: boolean;
  holds: boolean;
}

/** Everybody's part in every figure of a month, read in a few statements. The month's ledger is closed already. */
export async function partsOf(tx: Tx, month: Day, zone: string, units: Units) {
  const end = firstOfNextMonth(month);
  const parts = new Map<string, Part[]>();
  const add: Add = (key, who, numbers, { facts = [numbers.join(',')], cut } = {}) => {
    const rounded = numbers.map((each) => each && Math.round(each * 10_000) / 10_000);
    const digests = facts.map((fact, at) => `${at}:${digestOf(fact)}`);
    const unit = cut ?? units.get(who) ?? '';
    const own = { who, unit, numbers: rounded, facts: digests };
    parts.set(key, [...(parts.get(key) ?? []), own]);
  };
  await addOutcomes(tx, month, end, add);
  await addPeople(tx, end, zone, add);
  await addSessions(tx, month, zone, add);
  await addGoals(tx, month, end, zone, add);
  await addFluency(tx, end, zone, add);
  return parts;
}

type Add = (
  key: string,
  who: string,
  numbers: (number | null)[],
  /** What the numbers would give away, else the numbers themselves; and the cut they are in, else their large unit. */
  options?: { facts?: string[]; cut?: string },
) => void;

const digestOf = (fact: string): string =>
  createHash('sha256').update(fact).digest('base64url').slice(0, 12);

async function addOutcomes(tx: Tx, month: Day, end: Day, add: Add): Promise<void> {
  const rows = await tx.rows<OutcomeRow>(
    `select pairing_id as "pairingId", category, grade, minutes_before as "minutesBefore", minutes_after as "minutesAfter",
       checking_minutes as "checkingMinutes", times_per_month as "timesPerMonth", people, value_before as "valueBefore",
       value_after as "valueAfter", cases, is_lower_better as "isLowerBetter", claimed_hours as "claimedHours",
       coalesce(ended_on < $2, false) as "hasEnded", valid_to > $1 as holds
     from outcome where valid_from < $2 order by pairing_id, id`,
    [month, end],
  );
  const net = await tx.rows<{ pairingId: string; category: string; grade: string; hours: number }>(
    `select pairing_id as "pairingId", category, grade, sum(hours) as hours from outcome_posting
     where booked_in = $1 group by 1, 2, 3`,
    [month],
  );
  const netOf = new Map(
    net.map((each) => [`${each.category} ${each.grade} ${each.pairingId}`, each.hours]),
  );
  const holding = grouped(
    rows.filter(({ holds }) => holds),
    (row) => `${row.category} ${row.grade} ${row.pairingId}`,
  );
  for (const own of holding.values()) {
    const [first] = own;
    if (!first) continue;
    const { category, grade, pairingId } = first;
    const booked = netOf.get(`${category} ${grade} ${pairingId}`) ?? 0;
    // What was said is one fact; what came of it in this month, set-up and corrections included, is another.
    const said = JSON.stringify(own);
    const numbers = numbersOf(category, own, booked);
    add(outcomeKey(category, grade), pairingId, numbers, {
      facts: [said, `${said} ${booked}`],
    });
  }
  for (const [pairingId, own] of grouped(rows, (row) => row.pairingId)) {
    add('dropped', pairingId, [own.length, own.filter(({ hasEnded }) => hasEnded).length]);
    const both = own.flatMap((row) => {
      const hours = hoursOf(row);
      const isBoth = hours !== null && row.grade === 'measured' && (row.claimedHours ?? 0) > 0;
      return isBoth ? [hours / (row.claimedHours ?? 1)] : [];
    });
    if (both.length > 0) add('claim_check', pairingId, [both.length, ...both]);
  }
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function hoursOf(row: OutcomeRow): number | null {
  const { minutesBefore, minutesAfter, checkingMinutes, timesPerMonth, people } = row;
  return minutesBefore === null ||
    minutesAfter === null ||
    timesPerMonth === null ||
    people === null
    ? null
    : monthlyHours({ minutesBefore, minutesAfter, checkingMinutes, timesPerMonth, people });
}

/** What one pairing brings to the figure of a category, as FIGURES names the numbers. */
function numbersOf(
  category: OutcomeCategory,
  own: readonly OutcomeRow[],
  net: number,
): (number | null)[] {
  const sum = (of: (row: OutcomeRow) => number): number =>
    own.reduce((total, row) => total + of(row), 0);
  switch (category) {
    case 'manual_effort':
      return [own.length, sum((row) => hoursOf(row) ?? 0), net];
    case 'cycle_time':
      return [
        own.length,
        sum(({ cases }) => cases ?? 0),
        median(
          own.flatMap(({ valueBefore, valueAfter }) =>
            valueBefore && valueAfter !== null
              ? [(100 * (valueBefore - valueAfter)) / valueBefore]
              : [],
          ),
        ),
      ];
    case 'decision_quality':
      return [own.length, sum(({ cases }) => cases ?? 0), sum(({ valueAfter }) => valueAfter ?? 0)];
    case 'customer_experience':
      return [
        own.length,
        own.filter(({ valueAfter }) => valueAfter !== null).length,
        own.filter(({ valueBefore, valueAfter, isLowerBetter }) =>
          valueBefore === null || valueAfter === null
            ? false
            : isLowerBetter
              ? valueAfter < valueBefore
              : valueAfter > valueBefore,
        ).length,
      ];
    case 'new_workflow':
      return [own.length, own.filter(({ valueAfter }) => (valueAfter ?? 0) >= 2).length];
  }
}

async function addPeople(tx: Tx, end: Day, zone: string, add: Add): Promise<void> {
  const until = `($1::date)::timestamp at time zone $2`;
  const rows = await tx.rows<{ key: string; who: string; numbers: number[] }>(
    `select 'practices' as key, person_id as who, array[count(*), count(*) filter (where stage <> 'tried'),
       count(*) filter (where stage = 'passed_on')] as numbers
     from learning where created_at < ${until} and origin_id is null group by person_id
     union all
     select 'persistence:' || c.after_days, l.person_id, array[count(*), count(c.answer),
       count(*) filter (where c.answer <> 'stopped'), count(*) filter (where c.answer = 'would_not_go_back')]
     from practice_check c join learning l on l.id = c.learning_id
     where c.asked_at < ${until} group by c.after_days, l.person_id
     union all
     select 'ripple', l.person_id, array[1, count(distinct t.person_id)]
     from learning l join learning_trial t on t.learning_id = l.id and t.at < ${until} and t.at >= ${until} - interval '90 days'
     where t.person_id <> l.person_id and not exists (select from pairing p where
       (p.executive_id = l.person_id and p.champion_id = t.person_id) or (p.champion_id = l.person_id and p.executive_id = t.person_id))
     group by l.person_id
     union all
     select 'hands_on', e.person_id, array[1, (exists (
       select from pairing p join session s on s.pairing_id = p.id join session_log g on g.session_id = s.id
       where p.executive_id = e.person_id and s.status = 'held' and g.on_real_work and s.starts_at < ${until}
         and s.starts_at >= ${until} - interval '90 days'))::int]
     from executive e where e.enrolled_on < $1 and (e.removed_on is null or e.removed_on >= $1)
     union all
     select 'time_allowed', c.person_id, array[1, c.agreed_hours]
     from champion c join champion_period n on n.person_id = c.person_id and n.state = 'active'
       and n.valid_from < $1 and n.valid_to >= $1`,
    [end, zone],
  );
  for (const { key, who, numbers } of rows) add(key, who, numbers.map(Number));
}

/** Preparing and logging one session, in hours, for its champion. */
const HOURS_AROUND = 0.25;
const PARTICIPATION_DAYS = 182;
const START = `(($1::date)::timestamp at time zone $3)`;

/**
 * Who took part in 26 weeks, and programme cost in hours (metrics G.9): session hours × participants in the month, and what
 * is around them. One statement.
 */
async function addSessions(tx: Tx, month: Day, zone: string, add: Add): Promise<void> {
  const rows = await tx.rows<{
    pairingId: string;
    due: number;
    heldOfDue: number;
    held: number;
    hours: number | null;
  }>(
    `select pairing_id as "pairingId", count(*) as due, count(*) filter (where status = 'held') as "heldOfDue",
       count(*) filter (where status = 'held' and starts_at >= ${START}) as held,
       2 * sum(duration_min) filter (where status = 'held' and starts_at >= ${START}) / 60.0 as hours
     from session where status in ('booked', 'held', 'not_held', 'unconfirmed')
       and starts_at >= (($2::date - ${PARTICIPATION_DAYS})::timestamp at time zone $3)
       and starts_at < ($2::date)::timestamp at time zone $3
     group by pairing_id order by pairing_id`,
    [month, firstOfNextMonth(month), zone],
  );
  for (const { pairingId, due, heldOfDue, held, hours } of rows) {
    add('participation', pairingId, [due, heldOfDue]);
    if (held > 0) add('time_given', pairingId, [held, Number(hours), HOURS_AROUND * held]);
  }
}

/** Which pairings of the month agreed on a goal, cut by goal, and whether a change in work holds. One statement. */
async function addGoals(tx: Tx, month: Day, end: Day, zone: string, add: Add): Promise<void> {
  const rows = await tx.rows<{ pairingId: string; goal: string; hasChange: boolean }>(
    `select p.id as "pairingId", a.goal_category as goal, exists (
       select from outcome o where o.pairing_id = p.id and o.valid_from < $2 and o.valid_to > $1
         and (o.ended_on is null or o.ended_on >= $2)) as "hasChange"
     from pairing p join pairing_agreement a on a.pairing_id = p.id
     where a.goal_category is not null and p.state in ('accepted', 'active', 'paused', 'completed', 'ended_early')
       and p.accepted_at < ($2::date)::timestamp at time zone $3
       and (p.ended_at is null or p.ended_at >= ($1::date)::timestamp at time zone $3)`,
    [month, end, zone],
  );
  for (const { pairingId, goal, hasChange } of rows)
    add('goals', pairingId, [1, Number(hasChange)], { cut: goal });
}

/** What champions observed of executives until the month was over: the latest look counts. One statement. */
async function addFluency(tx: Tx, end: Day, zone: string, add: Add): Promise<void> {
  const observations = await tx.rows<Observation>(
    `select r.person_id as "personId", r.at, r.trust, coalesce((
       select jsonb_agg(jsonb_build_object('dimension', l.dimension, 'level', l.level)) from fluency_level l
       where l.rating_id = r.id), '[]') as levels
     from fluency_rating r where r.rater_id <> r.person_id and r.at < ($1::date)::timestamp at time zone $2
     order by r.at, r.id`,
    [end, zone],
  );
  for (const kind of FLUENCY_FIGURES)
    for (const [personId, value] of fluencyMarks(kind, observations))
      // Executives are few: what was seen of them is said of the whole company alone (metrics G.10).
      add(fluencyKey(kind), personId, fluencyNumbers(kind, value), { cut: '' });
}

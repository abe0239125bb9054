import { addDays, type Day } from '@flipside/kernel';
import { CHECK_DAYS, monthOf } from '@flipside/learnings-domain';
import { twoOfUs, type Tx, type Vault } from '@flipside/platform-api';
import { dayOf, type DemoPairing, type DemoSession } from './coaching.js';
import { workingDay } from './calendar.js';
import type { DemoCompany } from './people.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';
import { sealRows } from './sealed-rows.js';

type Row = Record<string, unknown>;

const GRADES = ['claimed', 'corroborated', 'measured'] as const;

/** What changed besides hours, with its source where there is one. Values stand around what is written here. */
const VALUES = [
  {
    category: 'cycle_time',
    workflow: 'From complaint to first answer',
    source: 'Ticket system, medians of four weeks before and after',
    before: 52,
    after: 39,
    cases: 40,
    grades: ['measured', 'measured', 'corroborated'],
  },
  {
    category: 'decision_quality',
    workflow: 'Choosing between supplier offers',
    source: 'Decisions looked at again after six weeks',
    before: null,
    after: 7,
    cases: 9,
    grades: ['measured', 'claimed', 'measured'],
  },
  {
    category: 'customer_experience',
    workflow: 'Onboarding of new customers',
    source: 'Survey after onboarding, before and after',
    before: 11,
    after: 7,
    cases: null,
    grades: ['measured'],
  },
  {
    category: 'new_workflow',
    workflow: 'Shared brief before each visit',
    source: '',
    before: null,
    after: 4,
    cases: null,
    grades: ['corroborated', 'claimed', 'corroborated'],
  },
] as const;

/**
 * What changed in work, whether it lasted, and who else tried it. Everything begins on the first of a month, so that the
 * demonstration shows closed months, and each change after the session that it came from.
 */
export async function writeOutcomes(
  tx: Tx,
  company: DemoCompany,
  pairings: readonly DemoPairing[],
  random: Random,
  today: Day,
  vault: Vault,
): Promise<void> {
  const since = monthOf(addDays(monthOf(today), -45));
  const rows = pairings
    .flatMap((pairing) => {
      const held = pairing.sessions.filter((s) => s.status === 'held');
      const from = held.findLast(({ endsAt }) => dayOf(endsAt) < since);
      return from && held.length >= 3 ? [{ pairing, from, since }] : [];
    })
    .flatMap((told, at) => (isWithoutChange(at) ? [] : outcomeRows(told, at, random, today)));
  const owner = new Map(
    pairings.map((p) => [
      p.id,
      twoOfUs({ pairingId: p.id, championId: p.champion.id, executiveId: p.executive.id }),
    ]),
  );
  const sealed = await sealRows(
    tx,
    vault,
    rows,
    {
      workflow: 'outcome.workflow',
      source: 'outcome.source',
      indicator: 'outcome.indicator',
    },
    ({ id }) => String(id),
    (row) => owner.get(String(row['pairing_id'])) ?? null,
  );
  await insertRows(
    tx,
    'outcome',
    // In the demonstration no pair records a workflow twice, so anything that tells outcomes apart will do.
    sealed.map((row) => ({ ...row, workflow_key: row['id'] })),
  );
  await insertRows(
    tx,
    'outcome_entry',
    rows.flatMap((row) => entryRows(row, random)),
  );
  await writeConsents(tx);
  await writeChecks(tx, random, today);
  await writeTrials(tx, company, random, today);
}

/** A pairing with something to tell: the session that it came from, and since when work is different. */
interface Told {
  readonly pairing: DemoPairing;
  readonly from: DemoSession;
  readonly since: Day;
}

/** One of the pairs meets well and has not changed anything in its work yet. */
const isWithoutChange = (at: number): boolean => at === 6;

function outcomeRows(
  { pairing, from, since }: Told,
  at: number,
  random: Random,
  today: Day,
): Row[] {
  const { outcome } = pairing.theme;
  const held = pairing.sessions.filter((s) => s.status === 'held');
  const common = (grade: string): Row => ({
    id: random.id(),
    pairing_id: pairing.id,
    session_id: from.id,
    author_id: pairing.champion.id,
    grade,
    valid_from: since,
    // Renewed once; it ends in some weeks unless somebody says that it still holds.
    valid_to: addDays(today, 12 + (at % 5) * 9),
    created_at: `${since}T12:00:00Z`,
    corroborated_by: grade === 'corroborated' ? pairing.executive.id : null,
    is_lower_better: true,
    indicator: '',
    ended_on: null,
    claimed_hours: null,
    checking_minutes: 0,
    minutes_before: null,
    minutes_after: null,
    times_per_month: null,
    people: null,
    setup_minutes: 0,
    value_before: null,
    value_after: null,
    cases: null,
  });
  const grade = GRADES[at % GRADES.length] ?? 'claimed';
  // One change in eight costs time, which is said as well.
  const after = at % 8 === 4 ? outcome.before + 10 : outcome.after;
  const claimed = ((outcome.before - after) * outcome.timesPerMonth * outcome.people) / 60;
  const isMeasured = grade === 'measured';
  const effort: Row = {
    ...common(grade),
    category: 'manual_effort',
    workflow: outcome.workflow,
    source: isMeasured ? 'Calendar and time sheets of four weeks before and after' : '',
    minutes_before: outcome.before,
    // Measured, it takes longer than somebody had thought.
    minutes_after: isMeasured ? after + Math.round((outcome.before - after) * 0.3) : after - 5,
    checking_minutes: isMeasured ? 0 : 5,
    times_per_month: outcome.timesPerMonth,
    people: outcome.people,
    setup_minutes: random.pick([60, 120, 240]),
    claimed_hours: isMeasured && claimed > 0 ? claimed : null,
  };
  const kinds = VALUES.filter((_, n) => (at + n) % 2 === 0 || held.length >= 7);
  const others = kinds.map((kind): Row => ({
    ...common(kind.grades[at % kind.grades.length] ?? 'claimed'),
    category: kind.category,
    workflow: kind.workflow,
    source: kind.source,
    value_before: kind.before === null ? null : kind.before + (at % 4),
    value_after: valueAfter(kind, at),
    cases: kind.cases === null ? null : kind.cases + (at % 3),
    indicator: kind.category === 'customer_experience' ? 'Questions in the first week' : '',
  }));
  const dropped: Row[] =
    at % 5 === 3 || at % 5 === 1
      ? [
          {
            ...effort,
            id: random.id(),
            grade: 'claimed',
            source: '',
            claimed_hours: null,
            corroborated_by: null,
            workflow: 'Minutes of the weekly meeting',
            // One pair still does it.
            ...(at !== 8 && { valid_to: addDays(since, 20), ended_on: addDays(since, 20) }),
          },
        ]
      : [];
  return [effort, ...others, ...dropped];
}

/** Around what is written above; for one pair in five it became no better, and one new way has one user. */
function valueAfter({ category, before, after }: (typeof VALUES)[number], at: number): number {
  const isWorse = at % 5 === 2;
  if (category === 'new_workflow') return isWorse ? 1 : after + (at % 3) - 1;
  if (before !== null && isWorse) return before + (at % 4) + 2;
  return Math.max(1, after + (at % 3) - 1);
}

function entryRows(row: Row, random: Random): Row[] {
  const before = Number(row['minutes_before'] ?? 0);
  const after = Number(row['minutes_after'] ?? 0) + Number(row['checking_minutes'] ?? 0);
  const hours =
    row['people'] === null
      ? null
      : ((before - after) * Number(row['times_per_month']) * Number(row['people'])) / 60;
  const entry = (kind: string, actor: unknown, days: number, grade: unknown): Row => ({
    id: random.id(),
    outcome_id: row['id'],
    actor_id: actor,
    kind,
    at: `${addDays(String(row['valid_from']), days)}T12:00:00Z`,
    grade,
    monthly_hours: hours,
    valid_to: row['valid_to'],
  });
  const said = [entry('recorded', row['author_id'], 0, 'claimed')];
  if (row['corroborated_by'])
    said.push(entry('corroborated', row['corroborated_by'], 3, 'corroborated'));
  if (row['grade'] === 'measured') said.push(entry('restated', row['author_id'], 24, 'measured'));
  return row['ended_on'] ? [...said, entry('ended', row['author_id'], 20, 'claimed')] : said;
}

/** The questions of day 30, 60 and 90 that have been put; a third got no answer, which is no yes. */
async function writeChecks(tx: Tx, random: Random, today: Day): Promise<void> {
  const learnings = await tx.rows<{ id: string; on: Day }>(
    `select id, created_at::date as on from learning order by created_at, id`,
  );
  const rows = learnings.flatMap(({ id, on }) => {
    // What somebody stopped doing they do not do again a month later.
    let hasStopped = false;
    return CHECK_DAYS.filter((days) => addDays(on, days) < today).map((days) => {
      const asked = addDays(on, days);
      const isRecent = addDays(asked, 6) >= today;
      const said =
        isRecent || random.chance(0.33)
          ? null
          : random.pick(['would_not_go_back', 'would_not_go_back', 'could_go_back', 'stopped']);
      hasStopped ||= said === 'stopped';
      const answer = said && hasStopped ? 'stopped' : said;
      return {
        learning_id: id,
        after_days: days,
        asked_at: `${asked}T09:10:00Z`,
        answer,
        answered_at: answer && `${addDays(asked, 1)}T08:00:00Z`,
      };
    });
  });
  await insertRows(tx, 'practice_check', rows);
}

/** Every line from a session that everyone reads has the champion's yes; one more waits for it, one stays between the two. */
async function writeConsents(tx: Tx): Promise<void> {
  await tx.execute(
    `insert into learning_consent (learning_id, asked_id, asked_at, agrees, answered_at)
     select l.id, p.champion_id, l.created_at + interval '1 hour', n.agrees,
       case when n.agrees is not null then l.created_at + interval '1 day' end
     from (select id, pairing_id, created_at, audience, row_number() over (partition by audience order by created_at desc, id) as place
           from learning where session_id is not null and audience <> 'only_me') l
     join pairing p on p.id = l.pairing_id
     cross join lateral (select case when l.audience = 'everyone' then true when l.place = 2 then false end as agrees) n
     where l.audience = 'everyone' or l.place <= 2`,
  );
}

/** Who tried what was shared, the versions they made of it, one that was retired; and what finds all of it. */
async function writeTrials(
  tx: Tx,
  company: DemoCompany,
  random: Random,
  today: Day,
): Promise<void> {
  const shared = await tx.rows<{ id: string; writer: string; on: Day; body: string }>(
    `select id, person_id as writer, created_at::date as on, body from learning where audience = 'everyone' order by created_at, id`,
  );
  const staff = random.sample(
    company.people.filter((p) => p.status === 'active' && !p.isHead),
    60,
  );
  const trials = shared.flatMap(({ id, on }, at) =>
    staff
      .slice(at * 4, at * 4 + random.between(1, 6))
      .map((person) => ({
        learning_id: id,
        person_id: person.id,
        works: !random.chance(0.2),
        at: `${workingDay(addDays(on, random.between(1, 9)), 1)}T13:00:00Z`,
      }))
      // Of what was shared lately, some have not come to it yet.
      .filter((trial) => trial.at < today),
  );
  await insertRows(tx, 'learning_trial', trials);
  const versions = shared.slice(0, 2).map((origin, at) => ({
    id: random.id(),
    person_id: staff[at + 50]?.id,
    body: `${origin.body} In our team we also write down what we checked.`,
    stage: 'kept',
    audience: 'everyone',
    created_at: `${addDays(origin.on, 8)}T10:00:00Z`,
    origin_id: origin.id,
  }));
  await insertRows(tx, 'learning', versions);
  await tx.execute(
    `update learning set retired_at = created_at + interval '20 days' where id = $1`,
    [shared.at(-1)?.id],
  );
  await tx.execute(
    `insert into learning_search (learning_id, words, unit_id, shared_on, works_for)
     select l.id, to_tsvector('simple', l.body),
       (select m.org_unit_id from employment m where m.person_id = l.person_id and m.valid_to = 'infinity' limit 1),
       l.created_at::date, (select count(*) from learning_trial t where t.learning_id = l.id and t.works)
     from learning l where l.audience = 'everyone' and l.retired_at is null`,
  );
  await tx.execute(
    `insert into learning_word select distinct lexeme from learning_search, unnest(words)
     where length(lexeme) between 2 and 40 on conflict do nothing`,
  );
}

import { addDays, daysBetween, type Day } from '@flipside/kernel';
import { championsNeeded } from '@flipside/people-domain';
import type { Tx } from '@flipside/platform-api';
import { workingDay } from './calendar.js';
import type { DemoPairing } from './coaching.js';
import { interviewOf, laterOf, SETTLED_DAYS, type Network } from './network.js';
import { FOUNDED_ON, type DemoCompany } from './people.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';
import { nominationReasons } from './stories.js';

/** Champions whose way into the role is on record, and nominations of the past that came to nothing. */
const ON_RECORD = 64;
const CAME_TO_NOTHING = 41;
const MISSED = 3;
const ENDING_LATER = 2;
/** The rules that a new company begins with. */
const RULES = { targetRatio: 25, rounding: 'up' } as const;
const A_FEW = 3;
const SEEN_LATELY = 0.82;

/**
 * What makes a forecast true: how past nominations went and how long they took, terms that end, one champion who leaves
 * the company, acts of the last weeks, a re-organisation in summer, and priorities of the company.
 */
export async function writeAhead(
  tx: Tx,
  company: DemoCompany,
  network: Network,
  pairings: readonly DemoPairing[],
  hrLeadId: string,
  random: Random,
  today: Day,
): Promise<void> {
  const { people, units } = company;
  const { champions, joinedOn } = network;
  await pastNominations(tx, { people, ...network, hrLeadId, random, today });
  // Whoever coaches goes on: their sessions are booked for months.
  const coaching = new Set(pairings.map(({ champion }) => champion.id));
  await endings(
    tx,
    company,
    champions.filter(({ id }) => !coaching.has(id)),
    random,
    today,
  );
  await insertRows(
    tx,
    'champion_act',
    champions
      .filter(() => random.chance(SEEN_LATELY))
      .map(({ id }, n) => ({
        person_id: id,
        key: `help:${n}`,
        kind: 'help',
        on_day: laterOf(joinedOn.get(id), addDays(today, -random.between(1, 55))),
      })),
  );
  // Research belonged to Engineering until summer: growth on one structure, none on the other.
  await tx.execute(`delete from org_unit_placement where org_unit_id = $1`, [units.get('RES')]);
  const moved = addDays(today, -130);
  for (const [parent, from, to] of [
    ['ENG', FOUNDED_ON, moved],
    ['NORDEN', moved, 'infinity'],
  ] as const) {
    await tx.execute(
      `insert into org_unit_placement (org_unit_id, parent_id, valid_from, valid_to) values ($1, $2, $3, $4)`,
      [units.get('RES'), units.get(parent), from, to],
    );
  }
  await insertRows(tx, 'strategic_priority', [
    { id: random.id(), kind: 'market', name: 'Asia', match: ['JP', 'IN'], target: 24, weight: 3 },
    { id: random.id(), kind: 'language', name: 'Japanese', match: ['ja'], target: 8, weight: 2 },
    { id: random.id(), kind: 'function', name: 'Sales', match: ['SAL'], target: 15, weight: 2 },
  ]);
}

interface Past extends Pick<DemoCompany, 'people'>, Network {
  readonly hrLeadId: string;
  readonly random: Random;
  readonly today: Day;
}

async function pastNominations(
  tx: Tx,
  { people, champions, joinedOn, hrLeadId, random, today }: Past,
): Promise<void> {
  const taken = new Set(
    (await tx.rows<{ id: string }>('select nominee_id as id from nomination')).map(({ id }) => id),
  );
  const others = people.filter(
    (p) =>
      !joinedOn.has(p.id) &&
      !taken.has(p.id) &&
      !p.leaveOn &&
      p.type === 'employee' &&
      p.hireOn < addDays(today, -SETTLED_DAYS),
  );
  const ways = [
    ...champions.slice(0, ON_RECORD).map((p) => ({
      nominee: p,
      last: 'active',
      ended: joinedOn.get(p.id) ?? today,
      days: random.between(21, 84),
    })),
    ...random.sample(others, CAME_TO_NOTHING).map((p, n) => ({
      nominee: p,
      last: n % 3 === 0 ? 'withdrawn' : 'declined',
      ended: workingDay(addDays(today, -random.between(20, 400)), -1),
      days: random.between(6, 70),
    })),
  ];
  const nominations: Record<string, unknown>[] = [];
  const events: Record<string, unknown>[] = [];
  const interviews: Record<string, unknown>[] = [];
  ways.forEach(({ nominee, last, ended, days }, n) => {
    const id = random.id();
    const isSelf = n % 4 === 1;
    const nominatorId = isSelf ? nominee.id : (nominee.managerId ?? hrLeadId);
    const steps =
      last === 'active'
        ? ['nominated', 'screened', 'interviewed', 'approved', 'onboarding', 'active']
        : ['nominated', ...(n % 2 === 0 && last === 'declined' ? ['screened'] : []), last];
    const made = addDays(ended, -days);
    const dayOf = (step: number): Day =>
      workingDay(
        addDays(made, Math.round((daysBetween(made, ended) * step) / (steps.length - 1))),
        -1,
      );
    const at = (step: number): string => `${dayOf(step)}T08:${10 + (n % 45)}:00Z`;
    nominations.push({
      id,
      nominee_id: nominee.id,
      nominator_id: nominatorId,
      source: isSelf ? 'self' : 'manager',
      reason: random.pick(nominationReasons),
      stage: last,
      nominee_answer: last === 'withdrawn' ? 'no' : 'yes',
      stage_since: at(steps.length - 1),
      created_at: at(0),
      closed_at: at(steps.length - 1),
    });
    steps.forEach((stage, step) => {
      if (stage === 'interviewed') interviews.push(interviewOf(id, hrLeadId, dayOf(step), n));
      events.push({
        id: random.id(),
        nomination_id: id,
        from_stage: step === 0 ? null : steps[step - 1],
        to_stage: stage,
        actor_id: step === 0 ? nominatorId : hrLeadId,
        at: at(step),
      });
    });
  });
  await insertRows(tx, 'nomination', nominations);
  await insertRows(tx, 'nomination_event', events);
  await insertRows(tx, 'nomination_interview', interviews);
}

/**
 * A champion who leaves the company, and terms that end: two on one day within a quarter. These three are missed: their
 * units have no champion to spare and nobody on the way.
 */
async function endings(
  tx: Tx,
  company: DemoCompany,
  champions: Network['champions'],
  random: Random,
  today: Day,
): Promise<void> {
  const scarce = await scarceUnits(tx, company);
  const missed = random.sample(
    champions.filter(({ unit }) => scarce.has(unit)),
    MISSED,
  );
  const others = random.sample(
    champions.filter(({ unit, id }) => unit !== 'PPL' && !missed.some((one) => one.id === id)),
    ENDING_LATER,
  );
  const [leaver, ...ending] = [...missed, ...others];
  for (const [n, { id }] of ending.entries()) {
    await tx.execute(
      `update champion_period set valid_to = $2, reason = 'term' where person_id = $1 and valid_to = 'infinity'`,
      [id, addDays(today, n < MISSED - 1 ? 75 : random.between(30, 160))],
    );
  }
  if (!leaver) return;
  const lastDay = addDays(today, 45);
  await tx.execute('update person set leave_on = $2 where id = $1', [leaver.id, lastDay]);
  await tx.execute(
    `update employment set valid_to = $2::date + 1 where person_id = $1 and valid_to = 'infinity'`,
    [leaver.id, lastDay],
  );
}

/** Units that need every champion they have, also when a few people fewer work there, and where no nomination is open. */
async function scarceUnits(tx: Tx, { people, plans }: DemoCompany): Promise<ReadonlySet<string>> {
  const open = await tx.rows<{ id: string }>(
    'select nominee_id as id from nomination where closed_at is null',
  );
  const unitOf = new Map(people.map(({ id, unit }) => [id, unit]));
  const awaited = new Set(open.map(({ id }) => unitOf.get(id)));
  const scarce = [...plans.values()].filter(
    ({ code, people: planned, champions }) =>
      champions <= championsNeeded(planned - A_FEW, RULES) && !awaited.has(code),
  );
  return new Set(scarce.map(({ code }) => code));
}

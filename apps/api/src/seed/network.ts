import { addDays, FOREVER, type Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import { workingDay } from './calendar.js';
import type { DemoCompany, DemoPerson } from './people.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';
import { championAbout, championStrengths, nominationReasons } from './stories.js';

/** Who is nominated has been here for longer than the oldest nomination. */
export const SETTLED_DAYS = 530;
const RESTING = 4;
const ALUMNI = 5;

/** Who can be a champion: counted, settled, no head of a unit, and able to speak with most people. */
const eligible = (people: readonly DemoPerson[], unit: string, today: Day): DemoPerson[] =>
  people.filter(
    (p) =>
      p.unit === unit &&
      !p.isHead &&
      p.type === 'employee' &&
      p.status === 'active' &&
      !p.leaveOn &&
      !p.movedFrom &&
      p.hireOn < addDays(today, -SETTLED_DAYS) &&
      p.languages.includes('en'),
  );

export interface Network {
  /** Active champions, in the order in which they joined the network. */
  readonly champions: readonly DemoPerson[];
  /** First day in the role, of former champions too. */
  readonly joinedOn: ReadonlyMap<string, Day>;
}

/**
 * Champions as planned per unit, four who are resting, five alumni. They joined over fourteen months, so that the
 * coverage of past dates tells a story of its own.
 */
export async function writeChampions(
  tx: Tx,
  { people, plans }: DemoCompany,
  random: Random,
  today: Day,
): Promise<Network> {
  const active: DemoPerson[] = [];
  const others: DemoPerson[] = [];
  for (const plan of plans.values()) {
    const candidates = random.sample(eligible(people, plan.code, today), plan.champions + 1);
    active.push(...candidates.slice(0, plan.champions));
    if (plan.champions >= 3) others.push(...candidates.slice(plan.champions));
  }
  const resting = others.slice(0, RESTING);
  const alumni = others.slice(RESTING, RESTING + ALUMNI);
  const everyone = [...active, ...resting, ...alumni];
  const joinedOn = new Map(
    everyone.map((p) => [
      p.id,
      workingDay(addDays(today, -random.between(alumni.includes(p) ? 300 : 24, 425)), -1),
    ]),
  );

  await insertRows(
    tx,
    'champion',
    everyone.map((p) => {
      const strengths = random.pick(championStrengths);
      const more = random.pick(championStrengths);
      const row = {
        person_id: p.id,
        about: random.pick(championAbout),
        skills: [
          ...new Set([...strengths.skills, ...(random.chance(0.4) ? more.skills.slice(0, 1) : [])]),
        ],
        problems: strengths.problems,
        tools: strengths.tools,
        capacity: random.pick([1, 1, 2, 2, 3]),
        agreed_hours: random.pick([4, 4, 4, 6]),
        takes_new_pairings: !random.chance(0.06),
        profile_confirmed_on: laterOf(joinedOn.get(p.id), addDays(today, -random.between(3, 240))),
        created_at: `${joinedOn.get(p.id)}T08:00:00Z`,
      };
      // Two hours per four weeks for each pairing, so that hours leave room for the places offered.
      return { ...row, agreed_hours: Math.max(row.agreed_hours, 2 * row.capacity) };
    }),
  );
  const period = (p: DemoPerson, state: string, from: Day, to: Day, reason: string | null) => ({
    person_id: p.id,
    state,
    valid_from: from,
    valid_to: to,
    reason,
  });
  const from = (p: DemoPerson): Day => joinedOn.get(p.id) ?? today;
  await insertRows(tx, 'champion_period', [
    ...active.map((p) => period(p, 'active', from(p), FOREVER, null)),
    ...resting.flatMap((p) => {
      const since = addDays(today, -random.between(5, 20));
      return [
        period(p, 'active', from(p), since, null),
        period(p, 'resting', since, addDays(today, random.between(10, 40)), 'break'),
      ];
    }),
    ...alumni.map((p) =>
      period(p, 'active', from(p), addDays(today, -random.between(15, 160)), 'term ended'),
    ),
  ]);
  return { champions: active.toSorted((a, b) => (from(a) < from(b) ? -1 : 1)), joinedOn };
}

/** The later of two days: nothing happens to champions before they are. */
export const laterOf = (first: Day | undefined, day: Day): Day =>
  first !== undefined && first > day ? first : day;

interface NominationPlan {
  readonly stage: string;
  readonly count: number;
  readonly answer: 'pending' | 'yes' | 'no';
  /** Days since the nomination came to its present stage. */
  readonly days: readonly [number, number];
}

const nominationPlans: readonly NominationPlan[] = [
  { stage: 'candidate', count: 3, answer: 'pending', days: [1, 9] },
  { stage: 'nominated', count: 5, answer: 'pending', days: [1, 6] },
  { stage: 'nominated', count: 4, answer: 'yes', days: [4, 26] },
  { stage: 'screened', count: 4, answer: 'yes', days: [3, 19] },
  { stage: 'interviewed', count: 3, answer: 'yes', days: [2, 12] },
  { stage: 'approved', count: 2, answer: 'yes', days: [2, 9] },
  { stage: 'onboarding', count: 3, answer: 'yes', days: [4, 16] },
  { stage: 'declined', count: 3, answer: 'yes', days: [20, 140] },
  { stage: 'withdrawn', count: 2, answer: 'no', days: [30, 120] },
];

const wayTo: Record<string, readonly string[]> = {
  candidate: ['candidate'],
  nominated: ['nominated'],
  screened: ['nominated', 'screened'],
  interviewed: ['nominated', 'screened', 'interviewed'],
  approved: ['nominated', 'screened', 'interviewed', 'approved'],
  onboarding: ['nominated', 'screened', 'interviewed', 'approved', 'onboarding'],
  declined: ['nominated', 'screened', 'declined'],
  withdrawn: ['nominated', 'withdrawn'],
};

const stepReasons: Record<string, string> = {
  interviewed: 'Spoke for half an hour. Clear about the time it takes.',
  declined: 'Not this year: the team is too short for two hours a month.',
};

/** What interviews left behind, by turns. */
const HEARD = [
  [
    'Wrote the team’s guide to the company chat and keeps it current',
    'Would like to see how decisions are prepared',
    'Forecasts and spreadsheets',
  ],
  [
    'Has helped two colleagues a week since spring, mostly with reports',
    'Coaching; has done it with apprentices',
    'Summaries with their sources',
  ],
  [
    'Built a small tool for shift planning that two teams use',
    'How other sites work',
    'Data that must not leave the company, and what to do instead',
  ],
  [
    'Uses it daily for mails in three languages',
    'Less routine for the whole department',
    'Tone, translations, difficult answers',
  ],
] as const;

/** The record of one interview; without it nobody counts as interviewed. */
export function interviewOf(
  nominationId: string,
  interviewerId: string,
  heldOn: Day,
  n: number,
): Record<string, unknown> {
  const [experience, interests, expertise] = HEARD[n % HEARD.length] ?? HEARD[0];
  return {
    nomination_id: nominationId,
    interviewer_id: interviewerId,
    held_on: heldOn,
    experience,
    interests,
    expertise,
    outcome: 'go',
  };
}

/** Nominations in every stage, some of them waiting too long; three come from the department without a champion. */
export async function writeNominations(
  tx: Tx,
  { people }: DemoCompany,
  network: Network,
  hrLeadId: string,
  random: Random,
  today: Day,
): Promise<void> {
  const taken = new Set(network.champions.map((p) => p.id));
  const candidates = random.sample(
    people.filter(
      (p) =>
        !taken.has(p.id) &&
        !p.isHead &&
        p.type === 'employee' &&
        p.status === 'active' &&
        !p.leaveOn &&
        p.hireOn < addDays(today, -SETTLED_DAYS),
    ),
    60,
  );
  const logistics = eligible(people, 'LOG', today);
  const nominations: Record<string, unknown>[] = [];
  const events: Record<string, unknown>[] = [];
  const interviews: Record<string, unknown>[] = [];
  let n = 0;
  for (const plan of nominationPlans) {
    for (let i = 0; i < plan.count; i++, n++) {
      const nominee = (n % 8 === 3 ? logistics.shift() : undefined) ?? candidates.pop();
      if (!nominee) continue;
      const isSelf = n % 5 === 1 && plan.stage !== 'candidate';
      const isManager = !isSelf && n % 3 === 0 && nominee.managerId !== null;
      const nominatorId =
        plan.stage === 'candidate'
          ? hrLeadId
          : isSelf
            ? nominee.id
            : isManager
              ? nominee.managerId
              : random.pick(network.champions).id;
      const since = random.between(...plan.days);
      const way = wayTo[plan.stage] ?? [plan.stage];
      const dayOf = (step: number): Day =>
        workingDay(addDays(today, -since - (way.length - 1 - step) * 6), -1);
      const at = (step: number): string => `${dayOf(step)}T0${7 + (n % 3)}:${10 + (n % 45)}:00Z`;
      const id = random.id();
      const isClosed = plan.stage === 'declined' || plan.stage === 'withdrawn';
      nominations.push({
        id,
        nominee_id: nominee.id,
        nominator_id: nominatorId,
        source:
          plan.stage === 'candidate' ? 'hr' : isSelf ? 'self' : isManager ? 'manager' : 'peer',
        reason: random.pick(nominationReasons),
        stage: plan.stage,
        nominee_answer: isSelf ? 'yes' : plan.answer,
        stage_since: at(way.length - 1),
        created_at: at(0),
        closed_at: isClosed ? at(way.length - 1) : null,
      });
      way.forEach((stage, step) => {
        if (stage === 'interviewed') interviews.push(interviewOf(id, hrLeadId, dayOf(step), n));
        events.push({
          id: random.id(),
          nomination_id: id,
          from_stage: step === 0 ? null : way[step - 1],
          to_stage: stage,
          actor_id: step === 0 ? nominatorId : stage === 'withdrawn' ? nominee.id : hrLeadId,
          reason: stepReasons[stage] ?? null,
          at: at(step),
        });
      });
    }
  }
  await insertRows(tx, 'nomination', nominations);
  await insertRows(tx, 'nomination_event', events);
  await insertRows(tx, 'nomination_interview', interviews);
}

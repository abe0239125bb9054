import { FIGURES, fluencyKey, outcomeKey } from '@flipside/insights-domain';
import { aLearning, anOutcome, aSessionLog } from '@flipside/learnings-api/builders';
import {
  CHECK_DAYS,
  EVIDENCE_GRADES,
  FLUENCY_DIMENSIONS,
  FLUENCY_FIGURES,
  monthlyHours,
  OUTCOME_CATEGORIES,
} from '@flipside/learnings-domain';
import type { Database } from '@flipside/platform-api';
import { aSession } from '@flipside/sessions-api/builders';
import fc from 'fast-check';

/** A small company that lives through some months: what happens is drawn, and what each figure truly says is told from that. */

export const MONTHS = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
export const PEOPLE = 9;
export const LIMITS = [3, 4];

/** Every kind of outcome there is. */
export const KINDS = OUTCOME_CATEGORIES.flatMap((category) =>
  EVIDENCE_GRADES.map((grade) => ({ category, grade })),
);
type Kind = (typeof KINDS)[number];

/** What one executive's pairing brings in a month. */
const happened = fc.record({
  unit: fc.constantFrom(0, 0, 0, 1, 1, 2),
  learned: fc.constantFrom(null, null, 'tried', 'kept', 'passed_on'),
  /** Whether what was learned is asked about, and what is answered. */
  stillDone: fc.constantFrom(null, 'silence', 'would_not_go_back', 'could_go_back', 'stopped'),
  triedBy: fc.integer({ min: 0, max: 2 }),
  sessions: fc.integer({ min: 0, max: 2 }),
  isRealWork: fc.boolean(),
  change: fc.option(
    fc.record({
      kind: fc.constantFrom(0, 0, 1, 2),
      value: fc.integer({ min: 1, max: 2 }),
      /** Months until somebody says that it is no longer done. */
      lasts: fc.constantFrom(1, 9, 9),
    }),
  ),
  observed: fc.constantFrom(null, null, 1, 2, 3),
});
const person = fc.record({
  from: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
  to: fc.constantFrom(9, 9, 9, 9, 2, 3),
  months: fc.array(happened, { minLength: MONTHS.length, maxLength: MONTHS.length }),
});
export const company = fc.record({
  people: fc.array(person, { minLength: PEOPLE, maxLength: PEOPLE }),
  limits: fc.array(fc.constantFrom(...LIMITS), {
    minLength: MONTHS.length,
    maxLength: MONTHS.length,
  }),
});
type Company = typeof company extends fc.Arbitrary<infer T> ? T : never;
export type Who = Company['people'][number];

/** A company with the kinds of outcomes that it knows. */
export interface Setting {
  db: Database;
  pairs: readonly { id: string; executiveId: string; championId: string }[];
  units: readonly string[];
  goals: readonly string[];
  /** Colleagues outside all pairings. */
  colleagues: readonly string[];
}

const day = (month: number, on: number): string =>
  `${MONTHS[month]}-${String(on).padStart(2, '0')}`;
const isThere = ({ from, to }: Who, month: number): boolean => from <= month && month < to;

export const clear = (db: Database) =>
  db.rows(
    `truncate session, series, learning, practice_check, outcome, outcome_posting, outcome_month, fluency_rating,
       pairing_agreement, figure_release cascade`,
  );

/** Writes what happened in a month, as rows. */
export async function live(
  { people }: Company,
  month: number,
  kinds: readonly Kind[],
  { db, pairs, units, goals, colleagues }: Setting,
): Promise<void> {
  for (const [n, who] of people.entries()) {
    const [pair, what] = [pairs[n], who.months[month]];
    if (!pair || !what) continue;
    await db.rows(`update executive set enrolled_on = $2, removed_on = $3 where person_id = $1`, [
      pair.executiveId,
      day(who.from, 1),
      who.to < MONTHS.length ? day(who.to, 1) : null,
    ]);
    await db.rows(`update employment set org_unit_id = $2 where person_id = $1`, [
      pair.executiveId,
      units[what.unit],
    ]);
    if (!isThere(who, month)) continue;
    await db.rows(
      `insert into pairing_agreement (pairing_id, goal_category, changed_at) values ($1, $2, $3)
       on conflict (pairing_id) do update set goal_category = excluded.goal_category`,
      [pair.id, goals[what.unit], `${day(month, 2)}T09:00:00Z`],
    );
    if (what.learned) await learn(db, pair.id, what, month, colleagues);
    for (let s = 0; s < what.sessions; s++) {
      const session = await aSession(db, {
        pairingId: pair.id,
        startsAt: `${day(month, 3 + 14 * s)}T09:30:00Z`,
        status: 'held',
      });
      await aSessionLog(db, { sessionId: session.id, onRealWork: what.isRealWork });
    }
    const kind = what.change && kinds[what.change.kind];
    if (what.change && kind) await change(db, pair.id, kind, what.change, month);
    if (what.observed !== null)
      await db.rows(
        `with r as (insert into fluency_rating (id, pairing_id, person_id, rater_id, at, trust)
           values (gen_random_uuid(), $1, $2, $3, $4, $7) returning id)
         insert into fluency_level (rating_id, dimension, level) select id, unnest($6::text[]), $5 from r`,
        [
          pair.id,
          pair.executiveId,
          pair.championId,
          `${day(month, 12)}T09:00:00Z`,
          what.observed,
          FLUENCY_DIMENSIONS,
          what.observed === 2 ? 'calibrated' : 'too_sceptical',
        ],
      );
  }
}

async function learn(
  db: Database,
  pairingId: string,
  { learned, stillDone, triedBy }: Who['months'][number],
  month: number,
  colleagues: readonly string[],
): Promise<void> {
  const { id } = await aLearning(db, {
    pairingId,
    stage: learned as 'tried',
    createdAt: new Date(`${day(month, 10)}T10:00:00Z`),
  });
  if (stillDone)
    await db.rows(
      `insert into practice_check (learning_id, after_days, asked_at, answer) select $1, unnest($2::int[]), $3, $4`,
      [id, CHECK_DAYS, `${day(month, 15)}T09:00:00Z`, stillDone === 'silence' ? null : stillDone],
    );
  await db.rows(
    `insert into learning_trial (learning_id, person_id, works, at) select $1, unnest($2::uuid[]), true, $3`,
    [id, colleagues.slice(0, triedBy), `${day(month, 20)}T09:00:00Z`],
  );
}

const TIME = { minutesBefore: 60, timesPerMonth: 4, people: 3 };
const CLAIMED_HOURS = 10;
const hoursOf = (value: number): number =>
  monthlyHours({ ...TIME, minutesAfter: 60 - 20 * value, checkingMinutes: 0 });

async function change(
  db: Database,
  pairingId: string,
  { category, grade }: Kind,
  { value, lasts }: NonNullable<Who['months'][number]['change']>,
  month: number,
): Promise<void> {
  const ends = month + lasts < MONTHS.length ? day(month + lasts, 15) : null;
  const values =
    category === 'manual_effort'
      ? { ...TIME, minutesAfter: 60 - 20 * value }
      : { valueBefore: 3, valueAfter: value, cases: 5 };
  const { id } = await anOutcome(db, {
    pairingId,
    category,
    grade,
    ...values,
    ...(isMeasuredTime({ category, grade }) && { claimedHours: CLAIMED_HOURS }),
    validFrom: day(month, 5),
    validTo: ends ?? '2027-12-31',
  });
  if (ends) await db.rows(`update outcome set ended_on = $2 where id = $1`, [id, ends]);
}

const isMeasuredTime = ({ category, grade }: Kind): boolean =>
  category === 'manual_effort' && grade === 'measured';

/** The months up to this one in which the person was there. */
const past = (who: Who, month: number) => who.months.slice(who.from, Math.min(month + 1, who.to));

/** What was ever said about changes in work until the end of a month. */
const changesOf = (who: Who, month: number, kinds: readonly Kind[]) =>
  past(who, month).flatMap(({ change: said }, n) => {
    const kind = said && kinds[said.kind];
    if (!said || !kind) return [];
    const ends = who.from + n + said.lasts;
    return { ...kind, value: said.value, holds: month <= ends, hasEnded: ends <= month };
  });

/** One person's part in a figure: its numbers, and what somebody would know who knew them. */
export interface Part {
  /** Numbers that the figure adds up, from its first one on. */
  sums: readonly number[];
  facts: readonly string[];
  /** Hours, of which ranges of ten are told: a month, and net in the month. */
  hours?: readonly number[];
}
const part = (...sums: readonly number[]): Part => ({ sums, facts: [sums.join(',')] });

type Truth = (who: Who, month: number, kinds: readonly Kind[], net: number) => Part | null;

/** What each person's part of each figure truly is after a month, told from what happened alone. */
export const TRUTH: Readonly<Record<string, Truth>> = {
  practices: (who, month) => {
    const all = past(who, month).flatMap(({ learned }) => learned ?? []);
    const kept = all.filter((stage) => stage !== 'tried').length;
    return all.length > 0
      ? part(all.length, kept, all.filter((stage) => stage === 'passed_on').length)
      : null;
  },
  ...Object.fromEntries(
    CHECK_DAYS.map((days): [string, Truth] => [
      `persistence:${days}`,
      (who, month) => {
        const all = past(who, month).flatMap(({ learned, stillDone }) =>
          learned && stillDone ? stillDone : [],
        );
        const count = (...of: string[]) => all.filter((each) => of.includes(each)).length;
        return all.length > 0
          ? part(
              all.length,
              all.length - count('silence'),
              count('would_not_go_back', 'could_go_back'),
              count('would_not_go_back'),
            )
          : null;
      },
    ]),
  ),
  ripple: (who, month) => {
    // Ninety days before the end of a month hold its trials and those of the two months before.
    const reached = who.months.map(({ learned, triedBy }, at) =>
      learned && isThere(who, at) && at <= month && at > month - 3 ? triedBy : 0,
    );
    const most = Math.max(...reached);
    return most > 0 ? part(1, most) : null;
  },
  participation: (who, month) => {
    const due = past(who, month).reduce((sum, { sessions }) => sum + sessions, 0);
    return due > 0 ? part(due, due) : null;
  },
  time_given: (who, month) => {
    const held = isThere(who, month) ? (who.months[month]?.sessions ?? 0) : 0;
    return held > 0 ? part(held) : null;
  },
  hands_on: (who, month) =>
    isThere(who, month)
      ? part(
          1,
          Number(
            past(who, month)
              .slice(-3)
              .some(({ sessions, isRealWork }) => sessions > 0 && isRealWork),
          ),
        )
      : null,
  ...Object.fromEntries(
    KINDS.map(({ category, grade }): [string, Truth] => [
      outcomeKey(category, grade),
      (who, month, kinds, net) => {
        const all = changesOf(who, month, kinds).filter(
          (each) => each.category === category && each.grade === grade && each.holds,
        );
        const said = JSON.stringify(all);
        if (all.length === 0) return null;
        const monthly = all.reduce((sum, { value }) => sum + hoursOf(value), 0);
        const hours = category === 'manual_effort' && { hours: [monthly, net] };
        return { sums: [all.length], facts: [said, `${said} ${net}`], ...hours };
      },
    ]),
  ),
  claim_check: (who, month, kinds) => {
    const all = changesOf(who, month, kinds).filter(isMeasuredTime);
    const ratios = all.map(({ value }) => hoursOf(value) / CLAIMED_HOURS);
    return all.length > 0 ? { sums: [all.length], facts: [ratios.join()] } : null;
  },
  dropped: (who, month, kinds) => {
    const all = changesOf(who, month, kinds);
    return all.length > 0 ? part(all.length, all.filter(({ hasEnded }) => hasEnded).length) : null;
  },
  goals: (who, month, kinds) =>
    past(who, month).length > 0
      ? part(
          1,
          Number(changesOf(who, month, kinds).some(({ holds, hasEnded }) => holds && !hasEnded)),
        )
      : null,
  ...Object.fromEntries(
    FLUENCY_FIGURES.map((kind): [string, Truth] => [
      fluencyKey(kind),
      (who, month) => {
        const levels = past(who, month).flatMap(({ observed }) => observed ?? []);
        const [first, last] = [levels[0], levels.at(-1)];
        if (first === undefined || last === undefined) return null;
        if (kind === 'calibrated') return part(1, Number(last === 2));
        if (kind === 'improved') return levels.length > 1 ? part(1, Number(last > first)) : null;
        return { sums: [1, Number(last >= 2)], facts: [String(last)] };
      },
    ]),
  ),
};

/** The goal that a pairing worked towards last, or the unit of its executive at the end of a month. */
export const cutOf = (key: string, who: Who, month: number): number =>
  (key === 'goals' ? past(who, month).at(-1)?.unit : who.months[month]?.unit) ?? 0;

/** Figures that say no more than the same reader sees by name (decision 32, rule 2). */
export const BY_NAME = FIGURES.filter(({ isKnownByName }) => isKnownByName).map(({ key }) => key);

import { expect } from '@jest/globals';
import { jobHandlers } from '@flipside/app-api';
import { addDays, type Day } from '@flipside/kernel';
import type { TestApp } from './test-app.js';

/* What random sequences of asks play with, and how each step is sent: over HTTP, by whoever may do it. */

export const MONDAY: Day = '2027-01-11';
export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What one step works with: two champions, somebody who asks, and how often each act came to what. */
export interface Scene {
  readonly app: TestApp;
  /** An HR lead. */
  readonly lead: string;
  readonly champions: readonly string[];
  readonly asker: string;
  /** Looks after the sessions of every executive whom they may act for. */
  readonly assistant: { readonly id: string; readonly email: string };
  readonly topic: string;
  /** Of its own in each sequence, since the clock stands still for whoever counts requests. */
  readonly address: string;
  readonly tally: Map<string, number>;
}

export interface Step {
  readonly who: number;
  readonly day: number;
  readonly hour: number;
  readonly nth: number;
  readonly minutes: number;
  readonly kind: string;
}

export type Row = Record<string, string>;

/** Sends one mutation; a refusal is an answer, and a barrier is one too: this person may not. */
export async function send(
  { app, tally, address }: Scene,
  act: string,
  [name, type]: readonly [string, string],
  input: Record<string, unknown>,
  as: string,
): Promise<boolean> {
  const query = `mutation Act($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { message } } }`;
  const { status, data, errors } = await app.gql(query, { input }, { as, from: address });
  const malformed = errors.filter(({ extensions }) => extensions?.code?.startsWith('GRAPHQL'));
  expect([act, status, malformed]).toEqual([act, 200, []]);
  const answer = data?.[name] as { __typename: string; message?: string } | undefined;
  const isDone = answer !== undefined && !answer.__typename.endsWith('Refusal');
  const outcome = `${act}: ${isDone ? 'done' : (answer?.message ?? errors[0]?.extensions?.code)}`;
  tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  return isDone;
}

export const pick = async (
  { app }: Scene,
  sql: string,
  params: readonly unknown[],
  nth = 0,
): Promise<Row | null> => {
  const rows = await app.db.rows<Row>(sql, params);
  return rows[nth % Math.max(1, rows.length)] ?? null;
};

const PAIRING = `select p.id, p.executive_id as executive, p.champion_id as champion from pairing p where p.champion_id = $1`;
const SESSION = `select s.id, p.executive_id as executive, p.champion_id as champion, s.pairing_id as pairing
  from session s join pairing p on p.id = s.pairing_id where p.champion_id = $1`;
export const pairingIn = (scene: Scene, champion: string, states: string, nth: number) =>
  pick(scene, `${PAIRING} and p.state in (${states}) order by p.id`, [champion], nth);
export const sessionIn = (scene: Scene, champion: string, condition: string, nth: number) =>
  pick(scene, `${SESSION} and ${condition} order by s.starts_at, s.id`, [champion], nth);
export const IS_BESIDE = 's.series_id in (select id from series where is_beside)';
export const coming = ({ app }: Scene) =>
  `s.status = 'booked' and s.starts_at > '${app.clock.now().toISOString()}'`;
/** Over, and recently enough for its record to be corrected. */
export const begun = ({ app }: Scene): string => {
  const now = app.clock.now();
  const since = new Date(now.getTime() - 2 * DAY_MS);
  return `s.ends_at between '${since.toISOString()}' and '${now.toISOString()}' and s.status in ('booked', 'held', 'not_held')`;
};

/** Waits for the end of the next session when none of the last two days can be corrected. */
export async function waitFor(scene: Scene, champion: string): Promise<void> {
  if (await sessionIn(scene, champion, begun(scene), 0)) return;
  const next = await sessionIn(scene, champion, coming(scene), 0);
  if (!next) return;
  const [over] = await scene.app.db.rows<{ ends: Date }>(
    'select ends_at as ends from session where id = $1',
    [next['id']],
  );
  if (over) scene.app.clock.set(new Date(over.ends.getTime() + HOUR_MS).toISOString());
}

export const today = ({ app }: Scene): Day => app.clock.now().toISOString().slice(0, 10);
export const onDay = (scene: Scene, step: Step): Day => addDays(today(scene), step.day);
const at = (scene: Scene, step: Step): string =>
  `${onDay(scene, step)}T${String(step.hour).padStart(2, '0')}:00:00Z`;

/** A weekday's quarter of an hour that the executive is offered, or any: refusals belong to the paths too. */
export async function timeFor(
  scene: Scene,
  step: Step,
  pairingId: string,
  as: string,
): Promise<string> {
  const { data } = await scene.app.gql(
    'query Times($id: ID!) { singleTimes(pairingId: $id) { startsAt } }',
    { id: pairingId },
    { as, from: scene.address },
  );
  const offered = (data?.['singleTimes'] ?? []) as { startsAt: string }[];
  return step.minutes > 100
    ? at(scene, step)
    : (offered[step.nth % 5]?.startsAt ?? at(scene, step));
}

/** Times that the product offers for a session. */
export async function optionsFor(
  { app, address }: Scene,
  sessionId: string,
  as: string,
  toPropose = false,
): Promise<string[]> {
  const { data } = await app.gql(
    `query Options($sessionId: ID!, $toPropose: Boolean!) {
       moveOptions(sessionId: $sessionId, toPropose: $toPropose) { startsAt } }`,
    { sessionId, toPropose },
    { as, from: address },
  );
  return ((data?.['moveOptions'] ?? []) as { startsAt: string }[]).map(({ startsAt }) => startsAt);
}

export type Play = (scene: Scene, step: Step, champion: string) => Promise<unknown>;

/** One of a session's executive and their assistant, whom they made their delegate; and how that is told apart. */
export async function actorFor(
  scene: Scene,
  { hour }: Step,
  executive: string,
): Promise<{ as: string; how: string }> {
  if (hour % 2 === 0) return { as: executive, how: '' };
  const { id, email } = scene.assistant;
  const input = { principalId: executive, email };
  await send(scene, 'arrange', ['arrangeDelegate', 'ArrangeDelegateInput'], input, scene.lead);
  return { as: id, how: ' by delegate' };
}

/** Runs a job at once as the product's own clock would; its handler alone. */
export async function runJob(
  { app }: Scene,
  name: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  const found = jobHandlers(app.nest).find(({ job }) => job.name === name);
  if (!found) throw new Error(`There is no job ${name}`);
  await found.handle(payload);
}

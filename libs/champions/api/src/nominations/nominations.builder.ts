/** What specs about nominations begin with: one database, one HR lead, the commands and what they left behind. */
import { afterAll, beforeAll } from '@jest/globals';
import { anHrLead } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { AnswerNomination } from './answer-nomination.js';
import { MoveNomination } from './move-nomination.js';
import { Nominate } from './nominate.js';
import { NominationReader } from './nomination.reader.js';
import { WithdrawNomination } from './withdraw-nomination.js';

export const today = '2026-03-10';
export const clock = fixedClock(new Date(`${today}T12:00:00Z`));
export const config = { baseUrl: 'https://coaching.test' };
export let database: TestDatabase;
export let hr: Viewer;
export let nominating: Nominate;
export let answering: AnswerNomination;
export let withdrawing: WithdrawNomination;
export let moving: MoveNomination;
export let reader: NominationReader;

export const viewerOf = (person: { id: string; name?: string }, ...roles: Role[]): Viewer => ({
  personId: person.id,
  name: person.name ?? 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});

/** One database for the specs of a file, with an HR lead. To be called at its top. */
export function inOneDatabase(): void {
  beforeAll(async () => {
    database = await testDatabase();
    hr = viewerOf(await anHrLead(database.db), 'HR_LEAD');
    nominating = new Nominate(database.db, clock, config);
    answering = new AnswerNomination(database.db, clock, config);
    withdrawing = new WithdrawNomination(database.db, clock);
    moving = new MoveNomination(database.db, clock, config);
    reader = new NominationReader(database.db, clock);
  });
  afterAll(() => database.close());
}

export const interview = {
  heldOn: today,
  experience: 'Month-end texts.',
  interests: 'New colleagues.',
  expertise: 'Spreadsheets.',
  outcome: 'go' as const,
};
export const rowOf = (id: string) =>
  database.db.one<{
    stage: string;
    nominee_answer: string;
    source: string;
    version: number;
    closed_at: Date | null;
  }>('select stage, nominee_answer, source, version, closed_at from nomination where id = $1', [
    id,
  ]);
export const mailsTo = (id: string) =>
  database.db.rows<{ kind: string; subject: string; body_text: string }>(
    'select kind, subject, body_text from mail_message where person_id = $1 order by created_at, kind',
    [id],
  );
export const stepsOf = async (id: string) =>
  (await reader.events(id)).map(({ fromStage, toStage }) => [fromStage, toStage]);

export const move = async (
  id: string,
  toStage: Parameters<MoveNomination['run']>[1]['toStage'],
  more: object = {},
) =>
  moving.run(hr, {
    nominationId: id,
    version: (await rowOf(id))?.version ?? 0,
    toStage,
    ...more,
  });

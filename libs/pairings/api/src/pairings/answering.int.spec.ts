import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import type { QuestionReaders } from '@flipside/pairings-domain';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { fixedClock, specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPairing, type BuiltPairing } from '../builders.js';
import { AcceptPairing } from './accept-pairing.js';
import { AskAboutPairing } from './ask-about-pairing.js';
import { CameBack } from './came-back.job.js';
import { ExpireProposals } from './expire-proposals.job.js';
import { PairingReader } from './pairing.reader.js';
import { PostponePairing } from './postpone-pairing.js';

const clock = fixedClock('2026-11-05T10:00:00Z');
const config = { baseUrl: 'https://coaching.test' };
let database: TestDatabase;

const viewer = (personId: string, ...roles: Role[]): Viewer => ({
  personId,
  name: 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});
const executiveOf = ({ executiveId }: BuiltPairing) => viewer(executiveId, 'EXECUTIVE');
const championOf = ({ championId }: BuiltPairing) => viewer(championId, 'CHAMPION');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => clock.set('2026-11-05T10:00:00Z'));

const subjects = async (personId: string): Promise<string[]> => {
  const rows = await database.db.rows<{ subject: string }>(
    'select subject from mail_message where person_id = $1 order by id',
    [personId],
  );
  return rows.map(({ subject }) => subject);
};
const stored = (id: string) =>
  database.db.one<Record<string, unknown>>(
    `select state, executive_answer, executive_back_on, champion_back_on, expires_at from pairing where id = $1`,
    [id],
  );
const reader = () => new PairingReader(database.db, clock, specVault);

describe('not now', () => {
  const postpone = () => new PostponePairing(database.db, clock, config);
  const back = () => new CameBack(database.db, clock, config);

  it('keeps the proposal and its place, moves the time to answer, and tells the other side the day', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    const input = { pairingId: pairing.id, weeks: 4 };
    for (let press = 0; press < 3; press++) {
      expect((await postpone().run(executiveOf(pairing), input)).ok).toBe(true);
    }
    expect(await stored(pairing.id)).toEqual({
      state: 'proposed',
      executive_answer: 'pending',
      executive_back_on: '2026-12-03',
      champion_back_on: null,
      expires_at: new Date('2026-12-10T00:00:00Z'),
    });
    expect(await subjects(pairing.championId)).toEqual(['Somebody answers a little later']);
    expect(await subjects(pairing.executiveId)).toEqual([]);
    const [job] = await database.db.rows<{ name: string; runAt: Date }>(
      `select t.identifier as name, j.run_at as "runAt" from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where j.payload ->> 'pairingId' = $1`,
      [pairing.id],
    );
    expect(job).toEqual({ name: 'pairings.came-back', runAt: new Date('2026-12-03T07:00:00Z') });

    clock.set('2026-12-09T23:59:59Z');
    await new ExpireProposals(database.db, clock, config).handle();
    expect(await stored(pairing.id)).toMatchObject({ state: 'proposed' });
    clock.set('2026-12-10T00:00:00Z');
    await new ExpireProposals(database.db, clock, config).handle();
    expect(await stored(pairing.id)).toMatchObject({ state: 'expired' });
  });

  it('brings the proposal back on its day, once, and not when it is answered', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    const who = { pairingId: pairing.id, personId: pairing.executiveId };
    await postpone().run(executiveOf(pairing), { pairingId: pairing.id, weeks: 2 });
    clock.set('2026-11-19T07:00:00Z');
    await back().handle(who);
    await back().handle(who);
    expect(await subjects(pairing.executiveId)).toEqual(['A proposed pairing waits for you']);

    const answered = await aPairing(database.db, { state: 'proposed' });
    clock.set('2026-11-05T10:00:00Z');
    await postpone().run(executiveOf(answered), { pairingId: answered.id, weeks: 2 });
    await new AcceptPairing(database.db, clock, config).run(executiveOf(answered), {
      pairingId: answered.id,
    });
    await back().handle({ pairingId: answered.id, personId: answered.executiveId });
    expect(await subjects(answered.executiveId)).toEqual([]);
  });

  it('shows both sides the day, and offers it once', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    await postpone().run(championOf(pairing), { pairingId: pairing.id, weeks: 1 });
    expect(await reader().one(championOf(pairing), pairing.id)).toMatchObject({
      championBackOn: '2026-11-12',
      viewerCanPostpone: false,
      viewerCanAccept: true,
    });
    expect(await reader().one(executiveOf(pairing), pairing.id)).toMatchObject({
      championBackOn: '2026-11-12',
      viewerCanPostpone: true,
    });
  });

  it('is refused a second time, for another length, once it runs, and to everybody else', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    const say = (weeks: number) =>
      postpone().run(executiveOf(pairing), { pairingId: pairing.id, weeks });
    expect(await say(3)).toMatchObject({ refusal: { code: 'NOT_NOW_OUT_OF_RANGE' } });
    await say(1);
    expect(await say(2)).toMatchObject({ refusal: { code: 'ALREADY_POSTPONED' } });
    const hr = viewer((await anHrLead(database.db)).id, 'HR_LEAD');
    const stranger = viewer((await aPerson(database.db)).id, 'CHAMPION');
    for (const somebody of [hr, stranger]) {
      await expect(
        postpone().run(somebody, { pairingId: pairing.id, weeks: 1 }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const active = await aPairing(database.db, { state: 'active' });
    expect(
      await postpone().run(championOf(active), { pairingId: active.id, weeks: 1 }),
    ).toMatchObject({ refusal: { code: 'NOT_IN_THIS_STATE' } });
  });
});

describe('a question', () => {
  const ask = (who: Viewer, pairing: BuiltPairing, readers: QuestionReaders, text: string) =>
    new AskAboutPairing(database.db, clock, config, specVault).run(who, {
      id: newId(),
      pairingId: pairing.id,
      readers,
      text,
    });
  const read = async (who: Viewer, { id }: BuiltPairing) => {
    const shown = await reader().questions(who, await reader().one(who, id));
    return shown.map(({ text, readers, isMine }) => [text, readers, isMine]);
  };

  it('needs somebody to ask', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    await database.db.rows(`delete from role_grant where role = 'HR_LEAD'`);
    expect(await ask(executiveOf(pairing), pairing, 'executive_and_lead', 'Why me?')).toMatchObject(
      { refusal: { code: 'NOBODY_TO_ASK' } },
    );
  });

  it('to the other person is read by the two, sealed, answered, and keeps the proposal open', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    const hr = viewer((await anHrLead(database.db)).id, 'HR_LEAD');
    const before = await stored(pairing.id);
    expect((await ask(executiveOf(pairing), pairing, 'pair', 'Mornings only?')).ok).toBe(true);
    clock.set('2026-11-05T11:00:00Z');
    expect((await ask(championOf(pairing), pairing, 'pair', 'Fine for me')).ok).toBe(true);
    expect(await stored(pairing.id)).toEqual(before);
    expect(await read(championOf(pairing), pairing)).toEqual([
      ['Mornings only?', 'pair', false],
      ['Fine for me', 'pair', true],
    ]);
    expect(await read(hr, pairing)).toEqual([]);
    const kept = await database.db.rows('select text from pairing_question where pairing_id = $1', [
      pairing.id,
    ]);
    const mails = await database.db.rows(
      'select * from mail_message where person_id = any($1::uuid[])',
      [[pairing.championId, pairing.executiveId]],
    );
    expect(mails).toHaveLength(2);
    expect(JSON.stringify([kept, mails])).not.toMatch(/Mornings|Fine for/);
    expect(await subjects(pairing.championId)).toEqual(['Somebody wrote about a proposed pairing']);
  });

  it('to the programme is read by the leads and not by the other person, and they write back', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    const hr = viewer((await anHrLead(database.db)).id, 'HR_LEAD');
    await ask(championOf(pairing), pairing, 'champion_and_lead', 'Is this my boss?');
    clock.set('2026-11-05T11:00:00Z');
    await ask(hr, pairing, 'champion_and_lead', 'No.');
    expect(await read(championOf(pairing), pairing)).toHaveLength(2);
    expect(await read(hr, pairing)).toEqual([
      ['Is this my boss?', 'champion_and_lead', false],
      ['No.', 'champion_and_lead', true],
    ]);
    expect(await read(executiveOf(pairing), pairing)).toEqual([]);
    expect(await subjects(pairing.executiveId)).toEqual([]);
    expect(await subjects(hr.personId)).toHaveLength(1);
    expect(await subjects(pairing.championId)).toHaveLength(1);
  });

  it('sent twice is stored once', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    const command = new AskAboutPairing(database.db, clock, config, specVault);
    const question = { id: newId(), pairingId: pairing.id, readers: 'pair', text: 'Why?' } as const;
    for (let press = 0; press < 3; press++) {
      expect((await command.run(executiveOf(pairing), question)).ok).toBe(true);
    }
    expect(await read(executiveOf(pairing), pairing)).toHaveLength(1);
    expect(await subjects(pairing.championId)).toHaveLength(1);
  });

  it('is refused when empty, to readers of the other side, once answered, and to strangers', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    expect(await ask(executiveOf(pairing), pairing, 'pair', ' ')).toMatchObject({
      refusal: { code: 'QUESTION_MISSING', field: 'text' },
    });
    expect(await ask(executiveOf(pairing), pairing, 'champion_and_lead', 'Hm?')).toMatchObject({
      refusal: { code: 'NOT_YOURS_TO_DO' },
    });
    const stranger = viewer((await aPerson(database.db)).id, 'CHAMPION');
    await expect(ask(stranger, pairing, 'pair', 'Hm?')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const active = await aPairing(database.db, { state: 'active' });
    expect(await ask(championOf(active), active, 'pair', 'Hm?')).toMatchObject({
      refusal: { code: 'NOT_IN_THIS_STATE' },
    });
  });
});

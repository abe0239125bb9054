/** Asking a unit for champions: who is asked, with what, and who answered. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { anHrLead, anOrgUnit, aPerson, manyPeople } from '@flipside/people-api/builders';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import type { Role, Viewer } from '@flipside/platform-api';
import { aNomination } from '../builders.js';
import { CoverageFacts } from '../coverage/coverage-facts.js';
import { CoverageReader } from '../coverage/coverage.reader.js';
import { Nominate } from '../nominations/nominate.js';
import { AnswerCall } from './answer-call.js';
import { RecruitingReader } from './recruiting.reader.js';
import { SendCall, type SendCallInput } from './send-call.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
const config = { baseUrl: 'https://coaching.test' };
let database: TestDatabase;
let reader: RecruitingReader;
let sending: SendCall;
let answering: AnswerCall;
let unitId: string;
let lead: Viewer;
let boss: { id: string; name: string };

const viewer = (person: { id: string; name: string }, ...roles: Role[]): Viewer => ({
  personId: person.id,
  name: person.name,
  email: null,
  roles: new Set(roles),
  timeZone: 'Europe/London',
});
const wish = (more: Partial<SendCallInput> = {}): SendCallInput => ({
  unitId,
  audience: 'managers',
  language: 'de',
  subject: 'Logistik sucht',
  body: 'Erster Absatz.\n\nZweiter Absatz.',
  answerBy: '2026-03-24',
  key: newId(),
  ...more,
});

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const coverage = new CoverageReader(new CoverageFacts(db, clock));
  reader = new RecruitingReader(db, coverage, clock);
  sending = new SendCall(db, reader, coverage, clock, config);
  answering = new AnswerCall(db, clock);
  lead = viewer(await anHrLead(db), 'HR_LEAD');
  unitId = (await anOrgUnit(db, { name: 'Logistics' })).id;
  boss = await aPerson(db, { name: 'Boss', unitId, locationId: null, languages: ['de'] });
  for (let n = 0; n < 3; n += 1) {
    await aPerson(db, { unitId, locationId: null, managerId: boss.id, languages: ['de', 'en'] });
  }
  await aPerson(db, { unitId, locationId: null, managerId: boss.id, email: null });
  await manyPeople(db, 35, { unitId });
});
afterAll(() => database.close());

describe('the draft of a call', () => {
  it('names managers, counts people, speaks their language and shows what acceptance would make of it', async () => {
    const draft = await reader.draft(unitId);
    expect(draft).toMatchObject({
      unitName: 'Logistics',
      wanted: 2,
      language: 'de',
      peopleCount: 40,
    });
    expect(draft.managers.map(({ name }) => name)).toEqual(['Boss']);
    expect(draft.afterSentence).toContain('With 2 more: Logistics has 2 of 2 champions');
    expect(draft.texts).toHaveLength(8);
  });
});

describe('sending a call', () => {
  it('writes one letter to each manager, and keeps who was asked', async () => {
    const input = wish();
    const sent = await sending.run(lead, input);
    expect(sent).toMatchObject({ ok: true, value: { asked: 1, mailed: 1 } });
    // The same press again asks nobody twice.
    expect(await sending.run(lead, input)).toEqual(sent);
    const mails = await database.db.rows<{ subject: string; text: string }>(
      `select subject, body_text as text from mail_message where kind = 'recruiting'`,
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Logistik sucht');
    expect(mails[0]?.text).toContain('Antworten: https://coaching.test/calls/');
  });

  it('shows those without an address the call in the product all the same', async () => {
    expect(await sending.run(lead, wish({ audience: 'people' }))).toMatchObject({
      ok: true,
      value: { asked: 40, mailed: 39 },
    });
  });

  it('refuses politely what cannot be sent', async () => {
    const code = async (more: Partial<SendCallInput>) => {
      const result = await sending.run(lead, wish(more));
      return result.ok ? 'sent' : result.refusal.code;
    };
    expect(await code({ subject: ' ' })).toBe('SUBJECT_MISSING');
    expect(await code({ body: 'x'.repeat(4001) })).toBe('MESSAGE_MISSING');
    expect(await code({ answerBy: '2026-03-10' })).toBe('ANSWER_BY_OUT_OF_RANGE');
    const lonely = await anOrgUnit(database.db);
    expect(await code({ unitId: lonely.id })).toBe('NOBODY_TO_ASK');
    const large = await anOrgUnit(database.db);
    await manyPeople(database.db, 501, { unitId: large.id });
    expect(await code({ unitId: large.id, audience: 'people' })).toBe('TOO_MANY_TO_ASK');
  });

  it('is the programme’s alone', async () => {
    await expect(sending.run(viewer(boss, 'EMPLOYEE'), wish())).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('answering a call', () => {
  it('counts nominations since, "not now" and those who have not answered', async () => {
    const sent = await sending.run(lead, wish({ audience: 'people' }));
    if (!sent.ok) throw new Error(sent.refusal.message);
    const { callId } = sent.value;
    const [first, second] = await database.db.rows<{ id: string }>(
      'select person_id as id from recruiting_recipient where call_id = $1 and person_id <> $2 order by 1',
      [callId, boss.id],
    );
    await answering.run(viewer({ id: first?.id ?? '', name: '' }, 'EMPLOYEE'), callId);
    await aNomination(database.db, {
      nominatorId: second?.id ?? '',
      createdAt: new Date('2026-03-11T08:00:00Z'),
      since: new Date('2026-03-11T08:00:00Z'),
    });
    const call = (await reader.sent(unitId)).find(({ id }) => id === callId);
    expect(call).toMatchObject({ asked: 40, nominated: 1, notNow: 1, waiting: 38 });
    expect(await reader.forMe(viewer({ id: second?.id ?? '', name: '' }), callId)).toMatchObject({
      answer: 'nominated',
    });
  });

  it('knows the nominations that came from it, also by whoever had it passed on, and who answered', async () => {
    const sent = await sending.run(lead, wish());
    if (!sent.ok) throw new Error(sent.refusal.message);
    const { callId } = sent.value;
    const nominate = new Nominate(database.db, clock, config);
    const passedOn = viewer(await aPerson(database.db), 'EMPLOYEE');
    const nominee = async () => (await aPerson(database.db, { unitId })).id;
    const reason = 'Others ask them already.';
    await nominate.run(passedOn, { nomineeId: await nominee(), reason, callId });
    // A call that is gone, or never was, does not stand in the way.
    const lost = await nominate.run(passedOn, {
      nomineeId: await nominee(),
      reason,
      callId: newId(),
    });
    expect(lost.ok).toBe(true);
    const before = (await reader.sent(unitId)).find(({ id }) => id === callId);
    expect(before).toMatchObject({ asked: 1, nominated: 0, waiting: 1, nominations: 1 });
    expect(before?.answers).toEqual([{ name: 'Boss', answer: null }]);

    await nominate.run(viewer(boss, 'EMPLOYEE'), { nomineeId: await nominee(), reason, callId });
    const after = (await reader.sent(unitId)).find(({ id }) => id === callId);
    expect(after).toMatchObject({ nominated: 1, waiting: 0, nominations: 2 });
    expect(after?.answers).toEqual([{ name: 'Boss', answer: 'nominated' }]);
  });

  it('through a link that was handed out is known by name, as through a mail', async () => {
    const handed = await sending.run(lead, wish({ audience: 'link' }));
    if (!handed.ok) throw new Error(handed.refusal.message);
    const { callId, link, asked } = handed.value;
    expect([asked, link]).toEqual([0, `${config.baseUrl}/calls/${callId}`]);
    const nominate = new Nominate(database.db, clock, config);
    const one = viewer(await aPerson(database.db, { name: 'Ola One' }), 'EMPLOYEE');
    const two = viewer(await aPerson(database.db, { name: 'Pia Two' }), 'EMPLOYEE');
    // Whoever has the link reads the call; reading leaves no trace.
    expect(await reader.forMe(one, callId)).toMatchObject({ answer: null });
    const before = (await reader.sent(unitId)).find(({ id }) => id === callId);
    expect(before).toMatchObject({ audience: 'link', asked: 0, answers: [] });
    await nominate.run(one, { nomineeId: one.personId, reason: 'I teach it.', callId });
    await answering.run(two, callId);
    const after = (await reader.sent(unitId)).find(({ id }) => id === callId);
    expect(after).toMatchObject({ nominated: 1, notNow: 1, waiting: 0, nominations: 1 });
    expect(after?.answers).toEqual([
      { name: 'Ola One', answer: 'nominated' },
      { name: 'Pia Two', answer: 'not_now' },
    ]);
    expect(await reader.forMe(two, callId)).toMatchObject({ answer: 'not_now' });
  });

  it('is nothing for somebody who was not asked', async () => {
    const call = (await reader.sent(unitId)).find(({ audience }) => audience !== 'link');
    const stranger = viewer(await aPerson(database.db), 'EMPLOYEE');
    await expect(reader.forMe(stranger, call?.id ?? '')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(answering.run(stranger, call?.id ?? '')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

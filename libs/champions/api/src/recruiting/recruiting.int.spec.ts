/** Asking a unit for champions: who is asked, with what, and who answered. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aLocation, anHrLead, anOrgUnit, aPerson, manyPeople } from '@flipside/people-api/builders';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import type { Role, Viewer } from '@flipside/platform-api';
import { aChampion, aNomination } from '../builders.js';
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
  locationId: null,
  level: null,
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
    const draft = await reader.draft({ unitId, locationId: null, level: null });
    expect(draft).toMatchObject({
      placeName: 'Logistics',
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
    const call = (await reader.sent({ unitId, locationId: null, level: null })).find(
      ({ id }) => id === callId,
    );
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
    const before = (await reader.sent({ unitId, locationId: null, level: null })).find(
      ({ id }) => id === callId,
    );
    expect(before).toMatchObject({ asked: 1, nominated: 0, waiting: 1, nominations: 1 });
    expect(before?.answers).toEqual([{ name: 'Boss', answer: null }]);

    await nominate.run(viewer(boss, 'EMPLOYEE'), { nomineeId: await nominee(), reason, callId });
    const after = (await reader.sent({ unitId, locationId: null, level: null })).find(
      ({ id }) => id === callId,
    );
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
    const before = (await reader.sent({ unitId, locationId: null, level: null })).find(
      ({ id }) => id === callId,
    );
    expect(before).toMatchObject({ audience: 'link', asked: 0, answers: [] });
    await nominate.run(one, { nomineeId: one.personId, reason: 'I teach it.', callId });
    await answering.run(two, callId);
    const after = (await reader.sent({ unitId, locationId: null, level: null })).find(
      ({ id }) => id === callId,
    );
    expect(after).toMatchObject({ nominated: 1, notNow: 1, waiting: 0, nominations: 1 });
    expect(after?.answers).toEqual([
      { name: 'Ola One', answer: 'nominated' },
      { name: 'Pia Two', answer: 'not_now' },
    ]);
    expect(await reader.forMe(two, callId)).toMatchObject({ answer: 'not_now' });
  });

  it('is nothing for somebody who was not asked', async () => {
    const call = (await reader.sent({ unitId, locationId: null, level: null })).find(
      ({ audience }) => audience !== 'link',
    );
    const stranger = viewer(await aPerson(database.db), 'EMPLOYEE');
    await expect(reader.forMe(stranger, call?.id ?? '')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(answering.run(stranger, call?.id ?? '')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a gap at one site', () => {
  let pune: { id: string };
  let oslo: { id: string };
  let dept: { id: string };
  let team: { id: string };
  let puneBoss: { id: string };

  beforeAll(async () => {
    const { db } = database;
    pune = await aLocation(db, { name: 'Pune' });
    oslo = await aLocation(db, { name: 'Oslo' });
    dept = await anOrgUnit(db, { name: 'Service' });
    team = await anOrgUnit(db, { name: 'Night desk', parentId: dept.id });
    puneBoss = await aPerson(db, { name: 'Ravi', unitId: dept.id, locationId: pune.id });
    const osloBoss = await aPerson(db, { name: 'Astrid', unitId: dept.id, locationId: oslo.id });
    await manyPeople(db, 29, { unitId: team.id, locationId: pune.id });
    await manyPeople(db, 39, { unitId: dept.id, locationId: oslo.id });
    for (let n = 0; n < 2; n += 1)
      await aChampion(db, { person: { unitId: dept.id, locationId: oslo.id } });
    for (const [bossId, siteId] of [
      [puneBoss.id, pune.id],
      [osloBoss.id, oslo.id],
    ])
      await db.rows(
        'update employment set manager_id = $1 where location_id = $2 and person_id <> $1',
        [bossId, siteId],
      );
    // Others at the site, in a unit that is nobody's business here.
    const other = await anOrgUnit(db, { name: 'Legal' });
    await manyPeople(db, 12, { unitId: other.id, locationId: pune.id });
  });
  const cell = () => ({ unitId: dept.id, locationId: pune.id, level: null });

  it('is that of the cell, with teams below, and the preview is of the cell', async () => {
    const draft = await reader.draft(cell());
    expect(draft).toMatchObject({ placeName: 'Service in Pune', wanted: 2, peopleCount: 30 });
    expect(draft.sentence).toBe('Service in Pune has no champion. It needs 2 for 30 people.');
    expect(draft.afterSentence).toContain(
      'With 2 more: Service in Pune has 2 of 2 champions for 30 people.',
    );
    expect(draft.managers.map(({ name }) => name)).toEqual(['Ravi']);
    const matrix = await new CoverageReader(new CoverageFacts(database.db, clock)).matrix({});
    const shown = matrix.cells.find(
      ({ unitId: unit, locationId }) => unit === dept.id && locationId === pune.id,
    );
    expect(shown).toMatchObject({ people: 30, champions: 0, gap: 2 });
    // The department as a whole lacks fewer than its cells together.
    expect(await reader.draft({ unitId: dept.id, locationId: null, level: null })).toMatchObject({
      placeName: 'Service',
      wanted: 1,
      peopleCount: 70,
    });
  });

  it('is named in the words of every language', async () => {
    const { texts } = await reader.draft(cell());
    expect(texts).toHaveLength(8);
    for (const { subject, body } of texts)
      for (const words of [subject, body]) expect(words).toMatch(/Service .*Pune/u);
  });

  it('asks the people there and nobody else, and is tracked there and under the department', async () => {
    const sent = await sending.run(lead, wish({ ...cell(), audience: 'people' }));
    if (!sent.ok) throw new Error(sent.refusal.message);
    expect(sent.value.asked).toBe(30);
    const strays = await database.db.rows(
      `select from recruiting_recipient r join employment e on e.person_id = r.person_id
       where r.call_id = $1 and e.location_id <> $2`,
      [sent.value.callId, pune.id],
    );
    expect(strays).toEqual([]);
    const asked = viewer({ id: puneBoss.id, name: 'Ravi' }, 'EMPLOYEE');
    expect(await reader.forMe(asked, sent.value.callId)).toMatchObject({
      placeName: 'Service in Pune',
    });
    await answering.run(asked, sent.value.callId);
    const [here] = await reader.sent(cell());
    expect(here).toMatchObject({
      id: sent.value.callId,
      placeName: 'Service in Pune',
      asked: 30,
      notNow: 1,
    });
    expect(await reader.sent({ unitId: dept.id, locationId: null, level: null })).toEqual([here]);
    expect(await reader.sent({ unitId: dept.id, locationId: oslo.id, level: null })).toEqual([]);
  });

  it('can be a whole site, whatever the unit', async () => {
    const site = { unitId: null, locationId: pune.id, level: null };
    expect(await reader.draft(site)).toMatchObject({ placeName: 'Pune', wanted: 2 });
    const sent = await sending.run(lead, wish({ ...site, audience: 'people' }));
    expect(sent).toMatchObject({ ok: true, value: { asked: 42 } });
  });

  it('is nowhere without a unit and a site', async () => {
    const nowhere = { unitId: null, locationId: null, level: null };
    await expect(reader.draft(nowhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(sending.run(lead, wish(nowhere))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { Looks } from '@flipside/people-api';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { MyData } from '../my-data/my-data.js';
import { aPair, aSessionOf, aViewer, NOW, type Pair } from '../pair.builder.js';
import { ChangeSessionLog } from './change-session-log.js';
import { ConfirmSession } from './confirm-session.js';
import { LogSession } from './log-session.js';
import { SessionLogReader } from './session-log.reader.js';
import type { LogSessionInput } from './session-log.type.js';

const clock = fixedClock(NOW);
let test: TestDatabase;
let logs: SessionLogReader;
let log: LogSession;
let confirm: ConfirmSession;
let pair: Pair;
let sessionId: string;

beforeAll(async () => {
  test = await testDatabase();
  logs = new SessionLogReader(test.db, clock, specVault, new Looks(test.db, clock));
  log = new LogSession(test.db, clock, specVault);
  confirm = new ConfirmSession(test.db, clock);
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
  sessionId = await aSessionOf(test.db, pair);
});

const input = (wish: Partial<LogSessionInput> = {}): LogSessionInput => ({
  sessionId,
  submissionKey: newId(),
  met: true,
  topics: [],
  behaviours: [],
  changeLine: '',
  nextStep: '',
  didNotWork: '',
  ...wish,
});
const logged = async (wish: Partial<LogSessionInput>) =>
  expect((await log.run(pair.champion, input(wish))).ok).toBe(true);
const answers = () =>
  test.db.rows<{ who: string; usefulness: string | null; fits: boolean | null }>(
    `select case person_id when $2 then 'champion' when $3 then 'executive' end as who, usefulness, is_good_fit as fits
     from session_answer where session_id = $1 order by 1`,
    [sessionId, pair.champion.personId, pair.executive.personId],
  );

describe('whether a session was useful', () => {
  it('is said by each of the two within what they press anyway, and by nobody who says nothing', async () => {
    await logged({ usefulness: 'little', isGoodFit: false });
    await confirm.run(pair.executive, { sessionId, met: true });
    expect(await answers()).toEqual([{ who: 'champion', usefulness: 'little', fits: false }]);
    await confirm.run(pair.executive, { sessionId, met: true, usefulness: 'very' });
    expect(await answers()).toEqual([
      { who: 'champion', usefulness: 'little', fits: false },
      { who: 'executive', usefulness: 'very', fits: null },
    ]);
  });

  it('is read by whoever said it and by nobody else, in no question', async () => {
    await logged({ usefulness: 'little', isGoodFit: false });
    await confirm.run(pair.executive, { sessionId, met: true, usefulness: 'somewhat' });
    const own = { usefulness: 'little', isGoodFit: false };
    expect(await logs.form(pair.champion, sessionId)).toMatchObject(own);
    expect(await logs.form(pair.executive, sessionId)).toMatchObject({
      usefulness: 'somewhat',
      isGoodFit: null,
    });
    const hr = await aViewer(test.db, 'Harriet Lead', 'HR_LEAD');
    await expect(logs.form(hr, sessionId)).rejects.toThrow();
    for (const said of [
      await logs.log(pair.executive, sessionId),
      await logs.history(pair.executive, sessionId),
      await logs.facts(hr, sessionId),
      await logs.pairingFacts(hr, pair.pairingId),
    ])
      expect(JSON.stringify(said)).not.toMatch(/usefulness|fit|little|somewhat/i);
    const download = (who: Pair['champion']) =>
      new MyData(test.db, specVault).download(who).then((all) => JSON.stringify(all));
    expect(await download(pair.champion)).toMatch(/little/);
    expect(await download(pair.executive)).toMatch(/somewhat/);
    expect(await download(pair.executive)).not.toMatch(/little/);
  });

  it('takes the last word, in whatever order words arrive, and silence takes nothing back', async () => {
    const early = new Date('2026-11-24T10:05:00Z');
    await logged({ usefulness: 'very' });
    await logged({ usefulness: 'little', writtenAt: early });
    await logged({ changeLine: 'Asks for three options' });
    expect(await answers()).toEqual([{ who: 'champion', usefulness: 'very', fits: null }]);
    await new ChangeSessionLog(test.db, clock, specVault).run(pair.champion, {
      ...input({ usefulness: 'somewhat' }),
      version: 3,
    });
    // The same instant as the first one: decided by the answer, so that order decides nothing.
    expect(await answers()).toEqual([{ who: 'champion', usefulness: 'very', fits: null }]);
    clock.set(new Date(NOW.getTime() + 60_000));
    await confirm.run(pair.executive, { sessionId, met: true, usefulness: 'little' });
    clock.set(new Date(NOW.getTime() + 120_000));
    await confirm.run(pair.executive, { sessionId, met: true, usefulness: 'very' });
    expect((await answers())[1]).toEqual({ who: 'executive', usefulness: 'very', fits: null });
    clock.set(NOW);
  });

  it('is not asked of a session that did not take place', async () => {
    await logged({ met: false, absentSide: 'both', usefulness: 'very' });
    await confirm.run(pair.executive, { sessionId, met: false, usefulness: 'little' });
    expect(await answers()).toEqual([]);
  });
});

describe('the next step of last time', () => {
  it('is asked about with its words, and what became of it stands in the log of both', async () => {
    const before = await aSessionOf(test.db, pair, { startsAt: '2026-11-10T09:30:00Z' });
    await logged({ sessionId: before, nextStep: 'Try it on the Q4 forecast' });
    expect(await logs.form(pair.champion, sessionId)).toMatchObject({
      lastNextStep: 'Try it on the Q4 forecast',
    });
    expect(await logs.form(pair.champion, before)).toMatchObject({ lastNextStep: '' });
    await logged({ lastStepDone: true });
    expect(await logs.log(pair.executive, sessionId)).toMatchObject({ lastStepDone: true });
  });

  it('is kept over a submission that says nothing of it, and dropped when they did not meet', async () => {
    await logged({ lastStepDone: false, writtenAt: new Date('2026-11-24T10:05:00Z') });
    await logged({ changeLine: 'Asks for three options' });
    expect(await logs.log(pair.champion, sessionId)).toMatchObject({ lastStepDone: false });
    await logged({ met: false, absentSide: 'both', lastStepDone: true });
    const last = await logs.log(pair.champion, sessionId);
    expect(last?.met === false ? last.lastStepDone : null).toBe(null);
  });
});

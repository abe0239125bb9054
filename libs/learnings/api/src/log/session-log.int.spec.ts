import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import type { Viewer } from '@flipside/platform-api';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aSessionLog } from '../builders.js';
import { aPair, aSessionOf, aViewer, NOW, type Pair } from '../pair.builder.js';
import { ChangeSessionLog } from './change-session-log.js';
import { ConfirmSession } from './confirm-session.js';
import { LogSession } from './log-session.js';
import { SessionDeskReader } from './session-desk.reader.js';
import { SessionLogReader } from './session-log.reader.js';
import { Looks } from '@flipside/people-api';
import type { LogSessionInput } from './session-log.type.js';

const clock = fixedClock(NOW);
let test: TestDatabase;
let logs: SessionLogReader;
let desk: SessionDeskReader;
let log: LogSession;
let change: ChangeSessionLog;
let confirm: ConfirmSession;
let pair: Pair;
let sessionId: string;
let hr: Viewer;

beforeAll(async () => {
  test = await testDatabase();
  logs = new SessionLogReader(test.db, clock, specVault, new Looks(test.db, clock));
  desk = new SessionDeskReader(test.db, clock, specVault);
  log = new LogSession(test.db, clock, specVault);
  change = new ChangeSessionLog(test.db, clock, specVault);
  confirm = new ConfirmSession(test.db, clock);
  hr = await aViewer(test.db, 'Harriet Lead', 'HR_LEAD');
});
afterAll(() => test.close());
beforeEach(async () => {
  clock.set(NOW);
  pair = await aPair(test.db);
  sessionId = await aSessionOf(test.db, pair);
});

const input = (wish: Partial<LogSessionInput> = {}): LogSessionInput => ({
  sessionId,
  submissionKey: newId(),
  met: true,
  topics: ['Board papers'],
  onRealWork: true,
  handsOn: 'most',
  behaviours: [],
  changeLine: 'Checks the tone before sending',
  nextStep: 'Same again',
  didNotWork: '',
  ...wish,
});
const sessionRow = () =>
  test.db.one<{ status: string; absent_side: string | null; is_disputed: boolean }>(
    `select status, absent_side, is_disputed from session where id = $1`,
    [sessionId],
  );
const codeOf = async (wish: Partial<LogSessionInput>) => {
  const result = await log.run(pair.champion, input(wish));
  return result.ok ? 'OK' : result.refusal.code;
};

describe('logging a session', () => {
  it('saves the log and makes the session held, together', async () => {
    expect((await log.run(pair.champion, input())).ok).toBe(true);
    expect(await sessionRow()).toMatchObject({ status: 'held', is_disputed: false });
    expect(await logs.log(pair.executive, sessionId)).toMatchObject({
      met: true,
      topics: ['Board papers'],
      handsOn: 'most',
      changeLine: 'Checks the tone before sending',
      authorName: 'Priya Nair',
      viewerCanChange: false,
    });
  });

  it('makes the session not held and names the absent side when they did not meet', async () => {
    await log.run(pair.champion, input({ met: false, absentSide: 'executive' }));
    expect(await sessionRow()).toMatchObject({ status: 'not_held', absent_side: 'executive' });
    expect(await logs.log(pair.champion, sessionId)).toMatchObject({
      met: false,
      topics: [],
      changeLine: '',
    });
  });

  it('saves once when the same submission comes twice', async () => {
    const once = input();
    const first = await log.run(pair.champion, once);
    expect(await log.run(pair.champion, once)).toEqual(first);
    expect(await logs.history(pair.champion, sessionId)).toHaveLength(1);
  });

  it('takes a second submission into the same log, whichever was written first', async () => {
    const line = 'Asks for three options';
    await log.run(pair.champion, input({ changeLine: '', nextStep: '' }));
    const earlier = { changeLine: line, topics: [], nextStep: '', onRealWork: null };
    const phone = input({ ...earlier, writtenAt: new Date('2026-11-24T10:05:00Z') });
    expect((await log.run(pair.champion, phone)).ok).toBe(true);
    expect(await logs.log(pair.executive, sessionId)).toMatchObject({
      topics: ['Board papers'],
      onRealWork: true,
      changeLine: line,
    });
  });

  it('takes no second submission after 48 hours, from whatever device it comes late', async () => {
    await log.run(pair.champion, input());
    const waited = input({ changeLine: 'Too late', writtenAt: clock.now() });
    clock.set('2026-11-26T16:00:00Z');
    const late = await log.run(pair.champion, waited);
    expect(!late.ok && late.refusal.code).toBe('LOG_CLOSED');
    expect(await logs.log(pair.champion, sessionId)).toMatchObject({
      changeLine: 'Checks the tone before sending',
    });
  });

  it('keeps what stood there before a correction, for the two people only', async () => {
    await log.run(pair.champion, input());
    const corrected = { ...input({ changeLine: '', met: true }), version: 1 };
    expect((await change.run(pair.champion, corrected)).ok).toBe(true);
    expect(await logs.log(pair.champion, sessionId)).toMatchObject({ changeLine: '', version: 2 });
    expect(await logs.history(pair.executive, sessionId)).toMatchObject([
      { isCorrection: false, changeLine: 'Checks the tone before sending' },
      { isCorrection: true, changeLine: '' },
    ]);
    await expect(logs.history(hr, sessionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses a fourth observation', async () => {
    const seen = ['gave_context', 'gave_an_example', 'found_a_mistake', 'left_it_out'] as const;
    expect(await codeOf({ behaviours: [...seen] })).toBe('TOO_MANY_BEHAVIOURS');
  });

  it('saves once when the same submission comes at the same moment', async () => {
    const once = input();
    const results = await Promise.all([1, 2, 3].map(() => log.run(pair.champion, once)));
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    const rows = await test.db.rows(`select 1 from session_log where session_id = $1`, [sessionId]);
    expect(rows).toHaveLength(1);
  });

  it('leaves nothing behind when it is refused, so that the same key can be used again', async () => {
    const early = await aSessionOf(test.db, pair, { startsAt: '2026-11-24T14:55:00Z' });
    const later = input({ sessionId: early });
    const refused = await log.run(pair.champion, later);
    expect(!refused.ok && refused.refusal.code).toBe('SESSION_NOT_OVER');
    expect(await logs.log(pair.champion, early)).toBeNull();
    clock.set('2026-11-24T15:30:00Z');
    expect((await log.run(pair.champion, later)).ok).toBe(true);
  });

  it('refuses what was called off, free topics, and too long a line', async () => {
    const skipped = await aSessionOf(test.db, pair, {
      startsAt: '2026-11-10T09:30:00Z',
      status: 'skipped',
    });
    expect(await codeOf({ sessionId: skipped })).toBe('SESSION_CALLED_OFF');
    expect(await codeOf({ topics: ['Helen’s worries'] })).toBe('UNKNOWN_TOPIC');
    expect(await codeOf({ changeLine: 'x'.repeat(281) })).toBe('TOO_LONG');
    expect(await codeOf({ met: false })).toBe('ABSENT_SIDE_MISSING');
  });

  it('is the champion’s to do: not the executive’s, not HR’s, not another champion’s', async () => {
    const other = await aPair(test.db);
    await expect(log.run(pair.executive, input())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(log.run(hr, input())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(log.run(other.champion, input())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(log.run(pair.champion, input({ sessionId: 'x' }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('changing a log', () => {
  const edit = (wish: object = {}) => ({ ...input(), version: 1, ...wish });

  beforeEach(async () => {
    await log.run(pair.champion, input());
  });

  it('works for its author within 48 hours, once per version', async () => {
    clock.set('2026-11-26T14:59:00Z');
    expect((await change.run(pair.champion, edit({ changeLine: 'Reads it aloud' }))).ok).toBe(true);
    expect(await logs.log(pair.executive, sessionId)).toMatchObject({
      changeLine: 'Reads it aloud',
      version: 2,
    });
    const late = await change.run(pair.champion, edit());
    expect(!late.ok && late.refusal.code).toBe('CHANGED_MEANWHILE');
  });

  it('is closed from the 48th hour on', async () => {
    clock.set('2026-11-26T15:00:00Z');
    const result = await change.run(pair.champion, edit());
    expect(!result.ok && result.refusal.code).toBe('LOG_CLOSED');
    expect(await logs.log(pair.champion, sessionId)).toMatchObject({ viewerCanChange: false });
  });

  it('corrects the session’s state as well, and with it what is counted and what HR sees', async () => {
    const counted = () =>
      test.db.one(
        `select count(*) filter (where s.status = 'held') as held, count(*) filter (where s.status = 'held' and l.on_real_work) as "onRealWork"
         from session s left join session_log l on l.session_id = s.id where s.pairing_id = $1`,
        [pair.pairingId],
      );
    expect(await counted()).toEqual({ held: 1, onRealWork: 1 });
    await change.run(pair.champion, edit({ met: false, absentSide: 'both' }));
    expect(await sessionRow()).toMatchObject({ status: 'not_held', absent_side: 'both' });
    expect(await counted()).toEqual({ held: 0, onRealWork: 0 });
    expect(await logs.facts(hr, sessionId)).toMatchObject({ met: false, topics: [] });
    expect(await logs.history(pair.executive, sessionId)).toHaveLength(2);
  });

  it('refuses what a new log would refuse', async () => {
    const result = await change.run(pair.champion, edit({ topics: ['Gossip'] }));
    expect(!result.ok && result.refusal.code).toBe('UNKNOWN_TOPIC');
  });

  it('is nobody else’s', async () => {
    await expect(change.run(pair.executive, edit())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(change.run(hr, edit())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the executive’s answer', () => {
  const says = async (met: boolean) => {
    const result = await confirm.run(pair.executive, { sessionId, met });
    return result.ok ? result.value.isDisputed : result.refusal.code;
  };

  it('is enough to make a session held before it is logged, and the log still follows', async () => {
    expect(await says(true)).toBe(false);
    expect(await sessionRow()).toMatchObject({ status: 'held' });
    expect((await log.run(pair.champion, input())).ok).toBe(true);
  });

  it('agrees with the log without a trace, twice as well as once', async () => {
    await log.run(pair.champion, input());
    expect(await says(true)).toBe(false);
    expect(await says(true)).toBe(false);
    expect(await logs.log(pair.champion, sessionId)).toMatchObject({ executiveSaysMet: true });
  });

  it('marks the session as disputed when it differs, and settles it when they agree again', async () => {
    await log.run(pair.champion, input());
    expect(await says(false)).toBe(true);
    expect(await sessionRow()).toMatchObject({ status: 'held', is_disputed: true });
    expect(await says(true)).toBe(false);
    expect(await sessionRow()).toMatchObject({ status: 'held', is_disputed: false });
  });

  it('is disputed by a later log that differs, too', async () => {
    await says(false);
    await log.run(pair.champion, input());
    expect(await sessionRow()).toMatchObject({ is_disputed: true });
    expect(await logs.facts(hr, sessionId)).toMatchObject({ isDisputed: true });
  });

  it('is settled when the champion changes the log', async () => {
    await log.run(pair.champion, input());
    await says(false);
    await change.run(pair.champion, { ...input({ met: false, absentSide: 'both' }), version: 1 });
    expect(await sessionRow()).toMatchObject({ status: 'not_held', is_disputed: false });
  });

  it('comes too early for a session that has not begun, and too late for one called off', async () => {
    const next = await aSessionOf(test.db, pair, { startsAt: '2026-12-08T09:30:00Z' });
    const early = await confirm.run(pair.executive, { sessionId: next, met: true });
    expect(!early.ok && early.refusal.code).toBe('SESSION_NOT_OVER');
    const gone = await aSessionOf(test.db, pair, {
      startsAt: '2026-11-10T09:30:00Z',
      status: 'cancelled',
    });
    const late = await confirm.run(pair.executive, { sessionId: gone, met: true });
    expect(!late.ok && late.refusal.code).toBe('SESSION_CALLED_OFF');
  });

  it('is the executive’s alone', async () => {
    await expect(confirm.run(pair.champion, { sessionId, met: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(confirm.run(hr, { sessionId, met: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('reading', () => {
  it('offers the last topics first, then the executive’s wishes, then the starter list', async () => {
    const before = await aSessionOf(test.db, pair, {
      startsAt: '2026-11-10T09:30:00Z',
      status: 'held',
    });
    await aSessionLog(test.db, { sessionId: before, topics: ['Spreadsheets'] });
    const form = await logs.form(pair.champion, sessionId);
    expect(form.offeredTopics.slice(0, 3)).toEqual([
      'Spreadsheets',
      'Board papers',
      'E-mail and tone',
    ]);
    expect(form).toMatchObject({ otherName: 'Helen Ward', viewerCanLog: true, log: null });
    expect(await logs.form(pair.executive, sessionId)).toMatchObject({
      otherName: 'Priya Nair',
      viewerCanLog: false,
    });
  });

  it('gives HR the facts and no log', async () => {
    await log.run(pair.champion, input());
    expect(await logs.facts(hr, sessionId)).toEqual({
      sessionId,
      championName: 'Priya Nair',
      executiveName: 'Helen Ward',
      startsAt: new Date('2026-11-24T09:30:00Z'),
      durationMin: 30,
      met: true,
      isDisputed: false,
      topics: ['Board papers'],
    });
    await expect(logs.log(hr, sessionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(logs.form(hr, sessionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gives the two people exactly HR’s answer when they ask for it', async () => {
    await log.run(pair.champion, input());
    expect(await logs.facts(pair.executive, sessionId)).toEqual(await logs.facts(hr, sessionId));
    expect(await logs.pairingFacts(pair.champion, pair.pairingId)).toEqual(
      await logs.pairingFacts(hr, pair.pairingId),
    );
  });

  it('tells administrators, delegates and other pairs that there is nothing', async () => {
    const other = await aPair(test.db);
    const admin = await aViewer(test.db, 'Adam Keeper', 'ADMINISTRATOR', 'DELEGATE');
    for (const viewer of [other.champion, other.executive, admin]) {
      const notFound = { code: 'NOT_FOUND' };
      await expect(logs.log(viewer, sessionId)).rejects.toMatchObject(notFound);
      await expect(logs.form(viewer, sessionId)).rejects.toMatchObject(notFound);
      await expect(logs.facts(viewer, sessionId)).rejects.toMatchObject(notFound);
      await expect(logs.pairingFacts(viewer, pair.pairingId)).rejects.toMatchObject(notFound);
    }
  });
});

describe('what waits for a word', () => {
  it('is on the champion’s desk until logged and on the executive’s until confirmed', async () => {
    expect(await desk.toLog(pair.champion)).toMatchObject([
      { sessionId, otherName: 'Helen Ward', otherSaysMet: null },
    ]);
    expect(await desk.toConfirm(pair.executive)).toMatchObject([
      { sessionId, otherName: 'Priya Nair' },
    ]);
    await confirm.run(pair.executive, { sessionId, met: true });
    expect(await desk.toConfirm(pair.executive)).toEqual([]);
    expect(await desk.toLog(pair.champion)).toMatchObject([{ otherSaysMet: true }]);
    await log.run(pair.champion, input());
    expect(await desk.toLog(pair.champion)).toEqual([]);
  });

  it('is not asked after 14 days, nor about what was called off or lies ahead', async () => {
    const lone = await aPair(test.db);
    await aSessionOf(test.db, lone, { startsAt: '2026-11-10T14:00:00Z' });
    await aSessionOf(test.db, lone, { startsAt: '2026-11-17T09:30:00Z', status: 'skipped' });
    await aSessionOf(test.db, lone, { startsAt: '2026-11-25T09:30:00Z' });
    expect(await desk.toLog(lone.champion)).toEqual([]);
    expect(await desk.toConfirm(lone.executive)).toEqual([]);
  });

  it('shows the champion the next days’ sessions with what was agreed last time', async () => {
    await log.run(pair.champion, input({ nextStep: 'Bring the Q4 forecast' }));
    const next = await aSessionOf(test.db, pair, { startsAt: '2026-11-26T09:30:00Z' });
    expect(await desk.toPrepare(pair.champion)).toMatchObject([
      {
        session: { sessionId: next },
        lastTime: { nextStep: 'Bring the Q4 forecast', topics: ['Board papers'] },
      },
    ]);
    expect(await desk.lastTime(pair.executive)).toMatchObject({
      sessionId,
      nextStep: 'Bring the Q4 forecast',
    });
    expect(await desk.lastTime(pair.champion)).toBeNull();
  });
});

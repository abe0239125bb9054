import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { readConfig } from '@flipside/platform-api';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aLearning } from '../builders.js';
import { aPair, NOW, type Pair } from '../pair.builder.js';
import { AnswerPractice } from './answer-practice.js';
import { AskPractices } from './ask-practices.job.js';
import { PracticeResolver } from './practice.resolver.js';

let test: TestDatabase;
let pair: Pair;
const config = readConfig({ url: 'https://coach.example.com' }, {});

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
});

const askAt = (at: string) => new AskPractices(test.db, fixedClock(new Date(at)), config).handle();
const learnedOn = (day: string, body = 'I ask for the weak points first') =>
  aLearning(test.db, { pairingId: pair.pairingId, body, createdAt: new Date(`${day}T10:00:00Z`) });
const checks = (id: string) =>
  test.db.rows<{ days: number; answer: string | null }>(
    `select after_days as days, answer from practice_check where learning_id = $1 order by 1`,
    [id],
  );

describe('asking whether it lasts', () => {
  it('asks once on the thirtieth day, in the morning of the person’s own zone', async () => {
    const { id, personId } = await learnedOn('2026-10-25');
    await test.db.rows(`update person set time_zone = 'America/New_York' where id = $1`, [
      personId,
    ]);
    await askAt('2026-11-24T10:00:00Z');
    expect(await checks(id)).toEqual([]);
    await askAt('2026-11-24T15:10:00Z');
    await askAt('2026-11-24T16:10:00Z');
    expect(await checks(id)).toEqual([{ days: 30, answer: null }]);
    const mails = await test.db.rows<{ text: string }>(
      `select subject || body_text || coalesce(body_html, '') as text from mail_message where kind = 'practice_check' and person_id = $1`,
      [personId],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).not.toContain('weak points');
    expect(mails[0]?.text).toContain('/a/');
  });

  it('asks again after 60 and 90 days and nothing in between', async () => {
    const { id } = await learnedOn('2026-08-26');
    for (const day of ['2026-09-25', '2026-10-12', '2026-10-25', '2026-11-24'])
      await askAt(`${day}T12:10:00Z`);
    expect((await checks(id)).map(({ days }) => days)).toEqual([30, 60, 90]);
  });
});

describe('answering', () => {
  it('takes one tap, from the page that shows the words to their writer alone', async () => {
    const { id } = await learnedOn('2026-10-25');
    await askAt('2026-11-24T12:10:00Z');
    const answering = new AnswerPractice(test.db, fixedClock(NOW));
    const pages = new PracticeResolver(test.db, fixedClock(NOW), specVault, answering);
    expect(await pages.practiceQuestions(pair.executive)).toMatchObject([
      { learningId: id, afterDays: 30, body: 'I ask for the weak points first' },
    ]);
    expect(await pages.practiceQuestions(pair.champion)).toEqual([]);
    const answer = { learningId: id, afterDays: 30, answer: 'would_not_go_back' as const };
    await expect(pages.answerPractice(pair.champion, answer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await pages.answerPractice(pair.executive, answer)).toEqual({ questions: [] });
    await pages.answerPractice(pair.executive, { ...answer, answer: 'stopped' });
    expect(await checks(id)).toEqual([{ days: 30, answer: 'stopped' }]);
    await expect(
      pages.answerPractice(pair.executive, { ...answer, afterDays: 60 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

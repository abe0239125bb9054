import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aLearning } from '@flipside/learnings-api/builders';
import { AskPractices } from '@flipside/learnings-api';
import { aPairing } from '@flipside/pairings-api/builders';
import { testApp, type TestApp } from './test-app.js';

/** "Still doing this? Would you go back?", answered from the mail: the question, one tap, and what silence counts as. */

const BASE = 'http://localhost:4173';
let app: TestApp;

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T12:10:00Z' });
});
afterAll(() => app.close());

/** Somebody who wrote a line thirty days ago, with the link of the mail that asks about it. */
async function asked(): Promise<{ learningId: string; link: string; text: string }> {
  const pairing = await aPairing(app.db, { state: 'active', anchorOn: '2026-06-01' });
  const { id } = await aLearning(app.db, {
    pairingId: pairing.id,
    body: 'I ask for the weak points first',
    createdAt: new Date('2026-10-25T10:00:00Z'),
  });
  await app.nest.get(AskPractices, { strict: false }).handle();
  const mail = await app.db.one<{ text: string }>(
    `select subject || body_text as text from mail_message where kind = 'practice_check' and person_id = $1`,
    [pairing.executiveId],
  );
  const text = mail?.text ?? '';
  return { learningId: id, text, link: /\/a\/[\w-]{43}/.exec(text)?.[0] ?? '' };
}
const press = (link: string, choice: string) =>
  app.inject({
    method: 'POST',
    url: link,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: BASE,
      host: 'localhost:4173',
    },
    payload: new URLSearchParams({ choice, key: randomUUID() }).toString(),
  });
const answerTo = (learningId: string) =>
  app.db.one(`select answer from practice_check where learning_id = $1 and after_days = 30`, [
    learningId,
  ]);

describe('the question after thirty days', () => {
  it('is answered with one tap on the page behind the link, which shows no word of the line', async () => {
    const { learningId, link, text } = await asked();
    expect(text).not.toContain('weak points');
    const page = await app.inject({ method: 'GET', url: link });
    expect(page.body).toContain('Do you still do what you wrote down?');
    expect(page.body).toContain('Yes, and I would not go back');
    expect(page.body).not.toContain('weak points');
    // Looking is no answer.
    expect(await answerTo(learningId)).toEqual({ answer: null });
    expect((await press(link, 'could_go_back')).body).toContain('Thank you');
    expect(await answerTo(learningId)).toEqual({ answer: 'could_go_back' });
  });

  it('takes only an answer that the page offers', async () => {
    const { learningId, link } = await asked();
    await press(link, 'perhaps');
    expect(await answerTo(learningId)).toEqual({ answer: null });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import type { Config, Viewer } from '@flipside/platform-api';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPair, aViewer, NOW, type Pair } from '../pair.builder.js';
import { ConfidentialBox } from './confidential.js';
import { GuardrailsBook } from './guardrails.js';

let test: TestDatabase;
let box: ConfidentialBox;
let book: GuardrailsBook;
let pair: Pair;
let owner: Viewer;
let trust: Viewer;
let hr: Viewer;

beforeAll(async () => {
  test = await testDatabase();
  const clock = fixedClock(NOW);
  box = new ConfidentialBox(test.db, clock, specVault, {
    baseUrl: 'https://flipside.example',
  } as Config);
  book = new GuardrailsBook(test.db, clock);
  owner = await aViewer(test.db, 'Lea Rules');
  trust = await aViewer(test.db, 'Tom Trust');
  hr = await aViewer(test.db, 'Harriet Lead', 'HR_LEAD', 'ADMINISTRATOR');
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
});

const ask = (body: string, isConcern: boolean, id = newId()) => ({ id, body, isConcern });
const bodies = async (viewer: Viewer) => (await box.mine(viewer)).map(({ body }) => body);

describe('what is asked in confidence', () => {
  it('is refused kindly while nobody is named', async () => {
    const answer = await box.send(pair.executive, ask('May board papers go in?', false));
    expect(!answer.ok && answer.refusal.code).toBe('NO_OWNER');
  });

  describe('with an owner and a person of trust', () => {
    beforeAll(async () => {
      const { version } = await book.read(hr);
      const named = { ownerId: owner.personId, trustId: trust.personId };
      const text = { dos: ['Check'], donts: ['Paste'], rules: [], tools: [] };
      expect((await book.change(hr, { ...text, ...named, version })).ok).toBe(true);
    });

    it('reaches the named owner and nobody else, whatever their role', async () => {
      expect((await box.send(pair.executive, ask('May board papers go in?', false))).ok).toBe(true);
      expect(await bodies(owner)).toContain('May board papers go in?');
      expect(await bodies(pair.executive)).toEqual(['May board papers go in?']);
      for (const other of [trust, hr, pair.champion])
        expect(await bodies(other)).not.toContain('May board papers go in?');
    });

    it('as a concern it goes to the person of trust, past HR and the owner of the rules', async () => {
      await box.send(pair.champion, ask('I am asked to coach on Sundays', true));
      expect(await bodies(trust)).toContain('I am asked to coach on Sundays');
      for (const other of [owner, hr, pair.executive])
        expect(await bodies(other)).not.toContain('I am asked to coach on Sundays');
    });

    it('stands sealed in the database, and its mail carries no word of it', async () => {
      const id = newId();
      await box.send(pair.champion, ask('A sentence that stays here', true, id));
      const stored = await test.db.rows<{ body: string; text: string }>(
        `select m.body, e.body_text as text from confidential_message m
         join mail_message e on e.dedupe_key like 'confidential:' || m.id || '%' where m.id = $1`,
        [id],
      );
      expect(stored).toHaveLength(1);
      expect(JSON.stringify(stored)).not.toContain('sentence that stays');
    });

    it('is sent once when the request comes twice, and answered by whom it was for', async () => {
      const question = ask('Once', false);
      await box.send(pair.executive, question);
      await box.send(pair.executive, question);
      expect(await bodies(pair.executive)).toEqual(['Once']);
      for (const other of [hr, trust, pair.executive])
        await expect(box.answer(other, { id: question.id, body: 'No' })).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
      const answer = (body: string) => box.answer(owner, { id: question.id, body });
      expect((await answer('Outlines may')).ok).toBe(true);
      expect((await answer('Outlines may, without names')).ok).toBe(true);
      expect((await box.one(pair.executive, question.id)).answer).toBe(
        'Outlines may, without names',
      );
      // Each is told once that there is something to read, and the mails say nothing of it.
      const mails = await test.db.rows<{ to: string; text: string }>(
        `select person_id as "to", body_text as text from mail_message where dedupe_key like '%' || $1 || '%' order by created_at, id`,
        [question.id],
      );
      expect(mails.map(({ to }) => to)).toEqual([owner.personId, pair.executive.personId]);
      expect(JSON.stringify(mails)).not.toMatch(/Once|Outlines/);
    });

    it('does not go to somebody who has left: the page names nobody, and asking says so', async () => {
      const leaves = (on: string | null) =>
        test.db.rows(`update person set leave_on = $2 where id = any ($1)`, [
          [owner.personId, trust.personId],
          on,
        ]);
      const codes = async () =>
        Promise.all(
          [false, true].map(async (isConcern) => {
            const sent = await box.send(pair.executive, ask('Is anybody there?', isConcern));
            return sent.ok ? null : sent.refusal.code;
          }),
        );
      // The last day at work still counts.
      await leaves('2026-11-24');
      expect(await codes()).toEqual([null, null]);
      await leaves('2026-11-23');
      expect(await codes()).toEqual(['NO_OWNER', 'NO_OWNER']);
      const nobody = { ownerId: null, ownerName: null, trustId: null, trustName: null };
      expect(await book.read(pair.executive)).toMatchObject(nobody);
      await leaves(null);
      expect(await book.read(pair.executive)).toMatchObject({
        ownerId: owner.personId,
        trustName: 'Tom Trust',
      });
    });

    it('keeps what was asked with whom it was for when the names change', async () => {
      const question = ask('Who reads this later?', false);
      await box.send(pair.executive, question);
      const next = await aViewer(test.db, 'New Owner');
      const { version } = await book.read(hr);
      await book.change(hr, {
        dos: ['Check'],
        donts: ['Paste'],
        rules: [],
        tools: [],
        ownerId: next.personId,
        trustId: trust.personId,
        version,
      });
      expect(await bodies(next)).not.toContain('Who reads this later?');
      expect(await bodies(owner)).toContain('Who reads this later?');
    });
  });
});

describe('guardrails', () => {
  it('are read by everybody, and carry nothing that opens doors in any line', async () => {
    const { version } = await book.read(hr);
    const text = { dos: ['Check'], donts: ['Paste'], rules: [], tools: [], version };
    const key = 'Ask for it with api_key = 12345678abc';
    const tool = { id: newId(), name: 'Chat', purpose: key, highestClass: 'public' as const };
    for (const change of [
      { dos: [key] },
      { donts: [key] },
      { rules: [{ dataClass: 'internal' as const, rule: key }] },
      { tools: [tool] },
    ]) {
      const changed = await book.change(hr, { ...text, ...change });
      expect(!changed.ok && [changed.refusal.code, changed.refusal.field]).toEqual([
        'SECRET_FOUND',
        Object.keys(change)[0],
      ]);
    }
    const unnamed = await book.change(hr, {
      ...text,
      tools: [{ ...tool, name: ' ', purpose: '' }],
    });
    expect(!unnamed.ok && unnamed.refusal.field).toBe('tools');
    expect((await book.read(hr)).version).toBe(version);
  });

  it('are read once a version: a new one asks again', async () => {
    await book.acknowledge(pair.executive);
    const read = await book.read(pair.executive);
    expect(read.viewerReadAt).toEqual(NOW);
    await book.change(hr, {
      dos: ['Check'],
      donts: ['Paste'],
      rules: [],
      tools: [],
      version: read.version,
    });
    expect((await book.read(pair.executive)).viewerReadAt).toBeNull();
  });
});

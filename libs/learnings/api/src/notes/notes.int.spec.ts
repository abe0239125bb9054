import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import type { Viewer } from '@flipside/platform-api';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPair, aSessionOf, aViewer, NOW, type Pair } from '../pair.builder.js';
import { AddNote } from './add-note.js';
import { ChangeNote } from './change-note.js';
import { DeleteNote } from './delete-note.js';
import { MyData } from '../my-data/my-data.js';
import { NoteReader } from './note.reader.js';
import { RemoveOldNotes } from './remove-old-notes.job.js';

let test: TestDatabase;
let reader: NoteReader;
let add: AddNote;
let change: ChangeNote;
let remove: DeleteNote;
let pair: Pair;
let sessionId: string;
let outsider: Viewer;

beforeAll(async () => {
  test = await testDatabase();
  reader = new NoteReader(test.db, specVault);
  add = new AddNote(test.db, fixedClock(NOW), specVault);
  change = new ChangeNote(test.db, fixedClock(NOW), specVault);
  remove = new DeleteNote(test.db);
  outsider = await aViewer(test.db, 'Harriet Lead', 'HR_LEAD', 'ADMINISTRATOR');
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
  sessionId = await aSessionOf(test.db, pair);
});

const bodies = async (viewer: Viewer) =>
  (await reader.ofSession(viewer, sessionId)).map(({ body }) => body);
const note = (audience: 'only_me' | 'two_of_us', body: string) => ({
  id: newId(),
  sessionId,
  audience,
  body,
});

describe('notes beside a session', () => {
  it('keep a private note from the other person and show a shared one', async () => {
    await add.run(pair.champion, note('only_me', 'Ask about the board'));
    await add.run(pair.champion, note('two_of_us', 'Bring the draft'));
    expect(await bodies(pair.champion)).toEqual(['Ask about the board', 'Bring the draft']);
    expect(await bodies(pair.executive)).toEqual(['Bring the draft']);
  });

  it('are sealed with the key of their readers, so that a reader that asks too widely finds nothing', async () => {
    const kept = note('only_me', 'Ask about the board');
    const shared = note('two_of_us', 'Bring the draft');
    for (const each of [kept, shared]) await add.run(pair.champion, each);
    const opened = async (id: string, by: Viewer) => {
      const row = await test.db.one<{ body: string }>(`select body from note where id = $1`, [id]);
      const cell = { at: `note.body:${id}`, sealed: row?.body ?? '' };
      return specVault.open(test.db, by.personId, [cell]).catch(() => ['not for them']);
    };
    expect(await opened(kept.id, pair.champion)).toEqual([kept.body]);
    expect(await opened(shared.id, pair.executive)).toEqual([shared.body]);
    for (const other of [pair.executive, outsider])
      expect(await opened(kept.id, other)).toEqual(['not for them']);
    // Changed by its writer it stays theirs; widened, it is for both.
    await change.run(pair.champion, { ...kept, body: 'Ask twice', version: 1 });
    expect(await opened(kept.id, pair.executive)).toEqual(['not for them']);
    await change.run(pair.champion, { ...kept, audience: 'two_of_us', version: 2 });
    expect(await opened(kept.id, pair.executive)).toEqual([kept.body]);
    expect(await opened(kept.id, outsider)).toEqual(['not for them']);
  });

  it('are looked through for what opens doors before the other one reads them, not before', async () => {
    const careless = 'The demo account: password = hunter2hunter2';
    const kept = note('only_me', careless);
    expect((await add.run(pair.champion, kept)).ok).toBe(true);
    const refusal = { code: 'SECRET_FOUND', field: 'body' };
    const shared = await add.run(pair.champion, note('two_of_us', careless));
    expect(!shared.ok && shared.refusal).toMatchObject(refusal);
    const widened = { ...kept, audience: 'two_of_us' as const, version: 1 };
    const later = await change.run(pair.champion, widened);
    expect(!later.ok && later.refusal).toMatchObject(refusal);
    expect(await bodies(pair.executive)).toEqual([]);
  });

  it('are not there for anybody else, whatever their role', async () => {
    await expect(reader.ofSession(outsider, sessionId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(add.run(outsider, note('two_of_us', 'Hello'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('are added once when the same request comes twice', async () => {
    const input = note('two_of_us', 'Once');
    await add.run(pair.executive, input);
    expect(await add.run(pair.executive, input)).toEqual({ ok: true, value: input.id });
    expect(await bodies(pair.executive)).toEqual(['Once']);
  });

  it('need words, and not too many', async () => {
    const empty = await add.run(pair.champion, note('only_me', '  '));
    expect(!empty.ok && empty.refusal).toMatchObject({ code: 'EMPTY', field: 'body' });
    const long = await add.run(pair.champion, note('only_me', 'x'.repeat(4001)));
    expect(!long.ok && long.refusal).toMatchObject({ code: 'TOO_LONG', field: 'body' });
  });

  it('refuse an id that is none', async () => {
    await expect(
      add.run(pair.champion, { ...note('only_me', 'x'), id: 'first' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('change for their author, once per version', async () => {
    const input = note('only_me', 'Draft');
    await add.run(pair.champion, input);
    const edit = { id: input.id, audience: 'two_of_us' as const, body: 'Final', version: 1 };
    expect((await change.run(pair.champion, edit)).ok).toBe(true);
    expect(await bodies(pair.executive)).toEqual(['Final']);
    const late = await change.run(pair.champion, edit);
    expect(!late.ok && late.refusal.code).toBe('CHANGED_MEANWHILE');
    const wordless = await change.run(pair.champion, { ...edit, body: '', version: 2 });
    expect(!wordless.ok && wordless.refusal.code).toBe('EMPTY');
  });

  it('cannot be changed or removed by the other person, shared or not', async () => {
    const input = note('two_of_us', 'Mine');
    await add.run(pair.champion, input);
    await expect(
      change.run(pair.executive, {
        id: input.id,
        audience: 'two_of_us',
        body: 'Yours',
        version: 1,
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(remove.run(pair.executive, input.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await bodies(pair.champion)).toEqual(['Mine']);
  });

  it('are gone when their author removes them', async () => {
    const input = note('two_of_us', 'Gone soon');
    await add.run(pair.champion, input);
    expect(await remove.run(pair.champion, input.id)).toBe(input.id);
    expect(await bodies(pair.executive)).toEqual([]);
  });

  it('go twelve months after their last change, on the day that one’s own data names', async () => {
    const old = note('only_me', 'From last year');
    const kept = note('two_of_us', 'Changed since');
    await add.run(pair.champion, old);
    await add.run(pair.champion, kept);
    await test.db.rows(`update note set created_at = '2025-11-24T23:00:00Z' where id = any($1)`, [
      [old.id, kept.id],
    ]);
    await test.db.rows(`update note set changed_at = '2026-02-28T08:00:00Z' where id = $1`, [
      kept.id,
    ]);
    const data = new MyData(test.db, specVault);
    const notes = async () =>
      (await data.kinds(pair.champion)).find(({ kind }) => kind === 'notes');
    expect(await notes()).toMatchObject({ count: 2, nextGoesOn: '2026-11-24' });
    await new RemoveOldNotes(test.db, fixedClock(new Date('2026-11-23T23:59:00Z'))).handle();
    expect(await bodies(pair.champion)).toHaveLength(2);
    await new RemoveOldNotes(test.db, fixedClock(NOW)).handle();
    expect(await bodies(pair.champion)).toEqual(['Changed since']);
    expect(await notes()).toMatchObject({ count: 1, nextGoesOn: '2027-02-28' });
  });

  it('go by the calendar of their writer', async () => {
    const mine = note('only_me', 'Late in the evening');
    await add.run(pair.champion, mine);
    await test.db.rows(`update person set time_zone = 'Pacific/Auckland' where id = $1`, [
      pair.champion.personId,
    ]);
    // Half past noon in London is the next day in Auckland.
    await test.db.rows(`update note set created_at = '2025-11-23T12:30:00Z' where id = $1`, [
      mine.id,
    ]);
    const removeAt = (at: string) => new RemoveOldNotes(test.db, fixedClock(new Date(at))).handle();
    await removeAt('2026-11-23T10:30:00Z');
    expect(await bodies(pair.champion)).toEqual(['Late in the evening']);
    await removeAt('2026-11-23T11:30:00Z');
    expect(await bodies(pair.champion)).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import fc from 'fast-check';
import { prepareVault } from './vault-key.js';
import { LOST_TEXT, onlyMe, twoOfUs, Vault } from './vault.js';

const secret = (text: string): Buffer => createHash('sha256').update(text).digest();
const pair = { pairingId: newId(), championId: newId(), executiveId: newId() };
const me = newId();
const strict = { isSecretGiven: true, acceptsLostTexts: false };

let test: TestDatabase;
let vault: Vault;

beforeAll(async () => {
  test = await testDatabase();
  vault = new Vault(secret('first'));
});
afterAll(() => test.close());

const seal = (text: string, at = 'note.body:1', by = vault) =>
  test.db.transaction((tx) => by.seal(tx, onlyMe(me), at, text));
const open = (sealed: string, at = 'note.body:1', by = vault, as = me) =>
  by.open(test.db, as, [{ at, sealed }]).then(([text]) => text);

describe('private texts', () => {
  it('open as they were written, whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const wellFormed = Buffer.from(text).toString();
        expect(await open(await seal(wellFormed))).toBe(wellFormed);
      }),
      { numRuns: 30 },
    );
  });

  it('stand in the database without a trace of their words, and differ each time', async () => {
    const [one, other] = [await seal('Helen is unsure'), await seal('Helen is unsure')];
    expect(one).toMatch(/^v1\./);
    expect(one).not.toContain('Helen');
    expect(one).not.toBe(other);
  });

  it('open for the two people of a pairing and for nobody else', async () => {
    const at = 'log.nextStep:1';
    const sealed = await test.db.transaction((tx) => vault.seal(tx, twoOfUs(pair), at, 'Same'));
    expect(await open(sealed, at, vault, pair.championId)).toBe('Same');
    expect(await open(sealed, at, vault, pair.executiveId)).toBe('Same');
    await expect(open(sealed, at, vault, newId())).rejects.toThrow('somebody it is not for');
    await expect(open(await seal('Mine'), undefined, vault, pair.championId)).rejects.toThrow();
  });

  it('stay closed in another row, in another column, and after a change by hand', async () => {
    const sealed = await seal('Mine');
    expect(await open(sealed, 'note.body:2')).toMatch(/changed outside/);
    expect(await open(sealed, 'learning.body:1')).toMatch(/changed outside/);
    expect(await open(`${sealed.slice(0, -3)}AAA`)).toMatch(/changed outside/);
  });

  it('get one key however many write at once, and open with one statement for many rows', async () => {
    const owner = onlyMe(newId());
    const texts = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        test.db.transaction((tx) => vault.seal(tx, owner, `note.body:${n}`, `Text ${n}`)),
      ),
    );
    const keys = await test.db.rows(`select 1 from data_key where owner_id = $1`, [owner.id]);
    expect(keys).toHaveLength(1);
    const cells = texts.map((sealed, n) => ({ at: `note.body:${n}`, sealed }));
    const fresh = new Vault(secret('first'));
    expect(await countStatements(() => fresh.open(test.db, owner.id, cells))).toBe(1);
    expect((await fresh.open(test.db, owner.id, cells)).at(-1)).toBe('Text 7');
  });
});

describe('the key of the server', () => {
  it('can be changed: earlier texts open, and after a start they need the earlier one no more', async () => {
    const sealed = await seal('From before');
    const changing = new Vault(secret('second'), [secret('first')]);
    expect(await open(sealed, undefined, changing)).toBe('From before');
    expect((await prepareVault(test.db, changing, strict)).changed).toBeGreaterThan(0);
    expect((await prepareVault(test.db, changing, strict)).changed).toBe(0);
    expect(await open(sealed, undefined, new Vault(secret('second')))).toBe('From before');
    vault = new Vault(secret('second'));
  });

  it('is asked for by name when it is another one, and nothing is touched', async () => {
    const wrong = new Vault(secret('wrong'));
    await expect(prepareVault(test.db, wrong, strict)).rejects.toThrow(/FLIPSIDE_SECRET_BEFORE/);
    await expect(prepareVault(test.db, wrong, { ...strict, isSecretGiven: false })).rejects.toThrow(
      /Set the FLIPSIDE_SECRET/,
    );
    expect((await prepareVault(test.db, vault, strict)).changed).toBe(0);
  });

  it('may be lost: people write on, and what is lost says so', async () => {
    const lost = await seal('Gone');
    const next = new Vault(secret('third'));
    await prepareVault(test.db, next, { isSecretGiven: true, acceptsLostTexts: true });
    expect(await open(lost, undefined, next)).toBe(LOST_TEXT);
    expect(await open(await seal('New', undefined, next), undefined, next)).toBe('New');
    // The earlier one turns up again.
    const both = new Vault(secret('third'), [secret('second')]);
    await prepareVault(test.db, both, strict);
    expect(await open(lost, undefined, both)).toBe('Gone');
  });
});

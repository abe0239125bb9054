import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { anExecutive } from '@flipside/pairings-api/builders';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { AddDelegate } from './add-delegate.js';
import { ChangeDelegate } from './change-delegate.js';
import { aDelegation } from './builders.js';
import { DelegationReader } from './delegation.reader.js';
import { RemoveDelegate } from './remove-delegate.js';
import { MONDAY, config, mailsTo, viewerOf } from './spec-setting.builder.js';
import { delegateRoleSql } from './standing.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const add = () => new AddDelegate(test.db, fixedClock(MONDAY), config);
const remove = () => new RemoveDelegate(test.db, fixedClock(MONDAY), config);
const change = () => new ChangeDelegate(test.db, fixedClock(MONDAY), config);
const reader = () => new DelegationReader(test.db, fixedClock(MONDAY));
const roles = (personId: string) => test.db.rows(delegateRoleSql, [personId, '2027-01-11']);

describe('adding a delegate', () => {
  it('gives the role at once and tells the colleague', async () => {
    const helen = viewerOf(await aPerson(test.db, { name: 'Helen Ward' }), 'EXECUTIVE');
    const kim = await aPerson(test.db, { name: 'Kim', email: 'kim@company.test' });
    expect(await add().run(helen, { email: 'KIM@company.test' })).toEqual({
      ok: true,
      value: { delegateId: kim.id },
    });
    expect(await roles(kim.id)).toHaveLength(1);
    expect((await reader().delegatesOf(helen)).map((row) => row.name)).toEqual(['Kim']);
    expect((await reader().principalsOf(viewerOf(kim))).map((row) => row.name)).toEqual([
      'Helen Ward',
    ]);
    expect((await mailsTo(test.db, kim.id))[0]?.subject).toBe(
      'You can look after Helen Ward’s sessions',
    );
  });

  it.each([
    ['nobody@company.test', 'DELEGATE_UNKNOWN'],
    ['gone@company.test', 'DELEGATE_UNKNOWN'],
    ['self@company.test', 'DELEGATE_IS_SELF'],
    ['twice@company.test', 'DELEGATE_EXISTS'],
  ])('with %s is refused: %s', async (email, code) => {
    const own = await test.db.one<{ id: string }>('select id from person where email = $1', [
      'self@company.test',
    ]);
    const helen = viewerOf(
      own ?? (await aPerson(test.db, { email: 'self@company.test' })),
      'EXECUTIVE',
    );
    if (email === 'gone@company.test') await aPerson(test.db, { email, leaveOn: '2026-12-31' });
    if (email === 'twice@company.test') {
      await aDelegation(test.db, {
        principalId: helen.personId,
        delegateId: (await aPerson(test.db, { email })).id,
      });
    }
    expect(await add().run(helen, { email })).toMatchObject({
      ok: false,
      refusal: { code, field: 'email' },
    });
  });
});

describe('how far and how long', () => {
  it('is said with scopes and days, and the colleague reads the same in the mail', async () => {
    const helen = viewerOf(await aPerson(test.db, { name: 'Helen Ward' }), 'EXECUTIVE');
    const kim = await aPerson(test.db, { name: 'Kim', email: 'march@company.test' });
    const wish = {
      email: 'march@company.test',
      scopes: ['move', 'book', 'move'] as const,
      from: '2027-03-01',
      until: '2027-03-05',
    };
    expect((await add().run(helen, wish)).ok).toBe(true);
    expect(await roles(kim.id)).toEqual([]);
    const days = ['2027-02-28', '2027-03-01', '2027-03-05', '2027-03-06'];
    const on = await Promise.all(
      days.map(async (day) => (await test.db.rows(delegateRoleSql, [kim.id, day])).length),
    );
    // The role reaches a day further on both sides; what may be done does not.
    expect(on).toEqual([1, 1, 1, 1]);
    expect(await reader().delegatesOf(helen)).toMatchObject([
      {
        since: '2027-03-01',
        until: '2027-03-05',
        scopes: ['book', 'move'],
        hasBegun: false,
      },
    ]);
    expect((await mailsTo(test.db, kim.id))[0]?.text).toContain(
      'You can book and move the sessions, from Mon 1 Mar until Fri 5 Mar.',
    );
    // The same colleague again on days that overlap is refused; on other days it is fine.
    expect(await add().run(helen, { ...wish, from: '2027-03-05', until: null })).toMatchObject({
      refusal: { code: 'DELEGATE_EXISTS' },
    });
    expect((await add().run(helen, { ...wish, from: '2027-03-06', until: null })).ok).toBe(true);
    const [first] = await reader().delegatesOf(helen);
    const later = { delegationId: first?.id ?? '', scopes: ['book'] as const, until: null };
    expect(await change().run(helen, later)).toMatchObject({
      refusal: { code: 'DELEGATE_EXISTS', field: 'until' },
    });
    expect((await remove().run(helen, { delegateId: kim.id })).ok).toBe(true);
    expect(await reader().delegatesOf(helen)).toEqual([]);
  });

  it('is refused when the last day is before the first', async () => {
    const helen = viewerOf(await aPerson(test.db), 'EXECUTIVE');
    await aPerson(test.db, { email: 'backwards@company.test' });
    const wish = { email: 'backwards@company.test', from: '2027-03-05', until: '2027-03-01' };
    expect(await add().run(helen, wish)).toMatchObject({
      refusal: { code: 'DELEGATION_DAYS', field: 'until' },
    });
  });

  it('can be said anew by the one looked after, once told, and by nobody else', async () => {
    const { id, principalId, delegateId } = await aDelegation(test.db);
    const helen = viewerOf({ id: principalId, name: 'Helen Ward' }, 'EXECUTIVE');
    const wish = { delegationId: id, scopes: ['move'] as const, until: '2027-01-29' };
    for (const run of [1, 2])
      expect([run, (await change().run(helen, wish)).ok]).toEqual([run, true]);
    expect(await reader().delegatesOf(helen)).toMatchObject([
      { scopes: ['move'], until: '2027-01-29', hasBegun: true },
    ]);
    expect(await mailsTo(test.db, delegateId)).toMatchObject([
      { text: expect.stringContaining('You can move the sessions, until Fri 29 Jan.') },
    ]);
    expect(await change().run(helen, { ...wish, until: '2027-01-10' })).toMatchObject({
      refusal: { code: 'DELEGATION_DAYS' },
    });
    await expect(change().run(viewerOf({ id: delegateId }), wish)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('removing a delegate', () => {
  it('holds at once, and they can be added again the same day', async () => {
    const helen = viewerOf(await aPerson(test.db), 'EXECUTIVE');
    const kim = await aPerson(test.db, { email: 'again@company.test' });
    await add().run(helen, { email: 'again@company.test' });
    expect((await remove().run(helen, { delegateId: kim.id })).ok).toBe(true);
    expect(await roles(kim.id)).toEqual([]);
    expect((await add().run(helen, { email: 'again@company.test' })).ok).toBe(true);
    expect(await roles(kim.id)).toHaveLength(1);
  });

  it('is also for the delegate, and for nobody else', async () => {
    const { principalId, delegateId } = await aDelegation(test.db, {
      delegateId: (await aPerson(test.db, { name: 'Kim Lee' })).id,
    });
    const stranger = viewerOf(await aPerson(test.db), 'HR_LEAD');
    await expect(remove().run(stranger, { principalId, delegateId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(() =>
      remove().run(viewerOf({ id: stranger.personId }), { principalId, delegateId }),
    ).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    const kim = viewerOf({ id: delegateId });
    expect((await remove().run(kim, { principalId })).ok).toBe(true);
    expect((await mailsTo(test.db, principalId)).map(({ subject }) => subject)).toEqual([
      'Kim Lee no longer looks after your sessions',
    ]);
    await expect(remove().run(viewerOf({ id: delegateId }), { principalId })).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    );
  });
});

describe('an assistant set up by HR', () => {
  let n = 0;
  async function arranged(wish: { timeZone?: string; at?: string } = {}) {
    const email = `arranged.${n++}@company.test`;
    const person = { name: 'Helen Ward', ...(wish.timeZone && { timeZone: wish.timeZone }) };
    const helen = viewerOf(await anExecutive(test.db, { person }), 'EXECUTIVE');
    const kim = await aPerson(test.db, { name: 'Kim Lee', email });
    const sam = viewerOf(await anHrLead(test.db, { name: 'Sam Okafor' }), 'HR_LEAD');
    const result = await new AddDelegate(test.db, fixedClock(wish.at ?? MONDAY), config).run(sam, {
      principalId: helen.personId,
      email,
      scopes: ['move'],
    });
    return { helen: { ...helen, name: 'Helen Ward' }, kim, sam, email, result };
  }

  it('holds at once, says by whom, and tells both; the executive with a link that ends it', async () => {
    const { helen, kim, sam, result } = await arranged();
    expect(result.ok).toBe(true);
    expect(await roles(kim.id)).toHaveLength(1);
    expect(await reader().delegatesOf(helen)).toMatchObject([
      { personId: kim.id, scopes: ['move'], arrangedById: sam.personId, arrangedByName: sam.name },
    ]);
    const [toKim] = await mailsTo(test.db, kim.id);
    expect(toKim?.text).toContain('Sam Okafor (HR) set this up. You can move the sessions.');
    const [toHelen, ...more] = await mailsTo(test.db, helen.personId);
    expect(more).toEqual([]);
    expect(toHelen?.subject).toBe('Kim Lee can look after your sessions now');
    expect(toHelen?.text).toContain(
      'Sam Okafor (HR) set this up for you. Kim Lee can move your sessions, and sees when they are: never what they are about, no notes and no learnings.',
    );
    expect(toHelen?.text).toMatch(/End it: https:\/\/coach\.example\.com\/a\/[\w-]{43}\n/);
  });

  it('is not there twice, and neither HR leads nor the executive look after it themselves', async () => {
    const { helen, sam, email } = await arranged();
    const again = (to: string) =>
      add().run(sam, { principalId: helen.personId, email: to, scopes: ['book'] });
    expect(await again(email)).toMatchObject({ refusal: { code: 'DELEGATE_EXISTS' } });
    const addresses = await test.db.rows<{ email: string }>(
      'select email from person where id = any($1)',
      [[sam.personId, helen.personId]],
    );
    expect(addresses).toHaveLength(2);
    for (const each of addresses)
      expect(await again(each.email)).toMatchObject({ refusal: { code: 'DELEGATE_IS_SELF' } });
  });

  it('is for executives, and set up by HR leads alone', async () => {
    const { helen, kim, sam, email } = await arranged();
    const colleague = await aPerson(test.db);
    await expect(add().run(sam, { principalId: colleague.id, email })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const viewer of [viewerOf(kim), viewerOf(colleague, 'CHAMPION', 'ADMINISTRATOR')])
      await expect(add().run(viewer, { principalId: helen.personId, email })).rejects.toMatchObject(
        { code: 'NOT_FOUND' },
      );
  });

  it('is ended by the executive or by HR; what the executive chose is not for HR to end', async () => {
    const one = await arranged();
    expect((await remove().run(one.helen, { delegateId: one.kim.id })).ok).toBe(true);
    expect(await roles(one.kim.id)).toEqual([]);
    const other = await arranged();
    const both = { principalId: other.helen.personId, delegateId: other.kim.id };
    await expect(
      remove().run(other.sam, { ...both, delegateId: one.kim.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await remove().run(other.sam, both)).ok).toBe(true);
    for (const personId of Object.values(both))
      expect((await mailsTo(test.db, personId)).at(-1)?.text).toContain(
        'Sam Okafor (HR) ended it.',
      );
    const own = await aDelegation(test.db, { principalId: other.helen.personId });
    await expect(
      remove().run(other.sam, { principalId: own.principalId, delegateId: own.delegateId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['Pacific/Auckland', '2027-01-11T11:01:00Z', '2027-01-12'],
    ['Pacific/Honolulu', '2027-01-12T09:59:00Z', '2027-01-11'],
  ])('begins on the day it is in %s, whatever day HR has', async (timeZone, at, day) => {
    const { helen } = await arranged({ timeZone, at });
    const rows = await new DelegationReader(test.db, fixedClock(at)).delegatesOf(helen);
    expect(rows).toMatchObject([{ since: day, hasBegun: true }]);
  });
});

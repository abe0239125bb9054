import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { AddDelegate } from './add-delegate.js';
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
const remove = () => new RemoveDelegate(test.db, fixedClock(MONDAY));
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
    const { principalId, delegateId } = await aDelegation(test.db);
    const stranger = viewerOf(await aPerson(test.db), 'HR_LEAD');
    expect(() => remove().run(stranger, { principalId, delegateId })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
    expect((await remove().run(viewerOf({ id: delegateId }), { principalId })).ok).toBe(true);
    await expect(remove().run(viewerOf({ id: delegateId }), { principalId })).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    );
  });
});

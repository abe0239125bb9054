import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { grantedRoleSql } from '../auth/role-sql.js';
import { anAdministrator, aPerson } from '../builders.js';
import { GrantRole } from './grant-role.js';
import { RevokeRole } from './revoke-role.js';
import { RoleGrantReader } from './role-grant.reader.js';
import { RolesReader } from './roles.reader.js';

const clock = fixedClock('2026-11-23T09:00:00Z');
let t: TestDatabase;
let reader: RoleGrantReader;
let grant: GrantRole;
let revoke: RevokeRole;
let administrator: { personId: string };

beforeAll(async () => {
  t = await testDatabase();
  reader = new RoleGrantReader(t.db, clock);
  grant = new GrantRole(t.db, clock);
  revoke = new RevokeRole(t.db, reader);
  administrator = { personId: (await anAdministrator(t.db)).id };
});
afterAll(() => t.close());

const rolesOf = async (personId: string) =>
  (await new RolesReader(t.db, clock, [grantedRoleSql]).of([personId])).get(personId) ?? [];

describe('giving a role', () => {
  it('lets the person hold it, and notes by whom and when', async () => {
    const { id: personId } = await aPerson(t.db);
    expect(await grant.run(administrator, { personId, role: 'HR_LEAD' })).toEqual({
      ok: true,
      value: { personId },
    });
    expect(await rolesOf(personId)).toEqual(['HR_LEAD']);
    const row = (await reader.all()).find((each) => each.personId === personId);
    expect(row).toMatchObject({
      grantedById: administrator.personId,
      grantedAt: new Date('2026-11-23T09:00:00Z'),
      canSignIn: true,
    });
  });

  it('twice changes nothing', async () => {
    const { id: personId } = await aPerson(t.db);
    await grant.run(administrator, { personId, role: 'HR_LEAD' });
    expect(await grant.run({ personId }, { personId, role: 'HR_LEAD' })).toMatchObject({
      ok: true,
    });
    const rows = (await reader.all()).filter((each) => each.personId === personId);
    expect(rows).toMatchObject([{ grantedById: administrator.personId }]);
  });

  it('is refused for people who left, and allowed on their last day', async () => {
    const gone = await aPerson(t.db, { leaveOn: '2026-11-22' });
    const leaving = await aPerson(t.db, { leaveOn: '2026-11-23' });
    expect(await grant.run(administrator, { personId: gone.id, role: 'HR_LEAD' })).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_EMPLOYED' },
    });
    expect(await grant.run(administrator, { personId: leaving.id, role: 'HR_LEAD' })).toMatchObject(
      { ok: true },
    );
  });

  it('is refused for people without an address, who could not sign in', async () => {
    const { id: personId } = await aPerson(t.db, { email: null });
    expect(await grant.run(administrator, { personId, role: 'ADMINISTRATOR' })).toMatchObject({
      ok: false,
      refusal: { code: 'NO_EMAIL' },
    });
  });

  it('finds nobody under a stranger’s id', async () => {
    await expect(
      grant.run(administrator, { personId: newId(), role: 'HR_LEAD' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('taking a role', () => {
  it('works for one of several administrators, never for the last', async () => {
    const { id: second } = await anAdministrator(t.db);
    expect(await revoke.run({ personId: second, role: 'ADMINISTRATOR' })).toMatchObject({
      ok: true,
    });
    expect(await revoke.run({ ...administrator, role: 'ADMINISTRATOR' })).toMatchObject({
      ok: false,
      refusal: { code: 'LAST_ADMINISTRATOR' },
    });
    expect(await rolesOf(administrator.personId)).toEqual(['ADMINISTRATOR']);
  });

  it('does not count administrators who left or cannot sign in', async () => {
    const left = await anAdministrator(t.db, { leaveOn: '2026-06-30' });
    await anAdministrator(t.db, { email: null });
    expect(await revoke.run({ ...administrator, role: 'ADMINISTRATOR' })).toMatchObject({
      ok: false,
      refusal: { code: 'LAST_ADMINISTRATOR' },
    });
    expect(await revoke.run({ personId: left.id, role: 'ADMINISTRATOR' })).toMatchObject({
      ok: true,
    });
  });

  it('leaves one when two administrators remove each other at the same moment', async () => {
    const { id: other } = await anAdministrator(t.db);
    const answers = await Promise.all([
      revoke.run({ personId: other, role: 'ADMINISTRATOR' }),
      revoke.run({ ...administrator, role: 'ADMINISTRATOR' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      (await reader.all()).filter((row) => row.role === 'ADMINISTRATOR' && row.canSignIn),
    ).toHaveLength(1);
  });

  it('finds nothing to take where nothing was given', async () => {
    const { id: personId } = await aPerson(t.db);
    await expect(revoke.run({ personId, role: 'HR_LEAD' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

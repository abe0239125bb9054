import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { aCompany, aLocation, anOrgUnit, aPerson, manyPeople } from '../builders.js';
import { ChangeLocation } from './change-location.js';
import { OrgReader } from './org.reader.js';

let t: TestDatabase;
let reader: OrgReader;
beforeAll(async () => {
  t = await testDatabase();
  reader = new OrgReader(t.db);
});
afterAll(() => t.close());

describe('the organisation', () => {
  it('lists every unit after the one above it with its own and all people', async () => {
    await aCompany(t.db, {
      name: 'Acme',
      people: 2,
      children: [
        { name: 'Sales', people: 3, children: [{ name: 'Shops', people: 5 }] },
        { name: 'Finance', people: 0 },
      ],
    });
    let nodes: Awaited<ReturnType<typeof reader.nodesOn>> = [];
    expect(await countStatements(async () => (nodes = await reader.nodesOn('2026-11-23')))).toBe(3);
    expect(
      nodes.map(({ unit, depth, people, peopleWithBelow }) => [
        unit.name,
        depth,
        people,
        peopleWithBelow,
      ]),
    ).toEqual([
      ['Acme', 0, 2, 10],
      ['Finance', 1, 0, 0],
      ['Sales', 1, 3, 8],
      ['Shops', 2, 5, 5],
    ]);
  });

  it('counts people as of the day asked for', async () => {
    const { id: unitId } = await anOrgUnit(t.db, { name: 'Lately' });
    await manyPeople(t.db, 2, { unitId, validFrom: '2026-05-01' });
    const sizeOn = async (day: string) =>
      (await reader.nodesOn(day)).find(({ unit }) => unit.id === unitId)?.people;
    expect([await sizeOn('2026-04-30'), await sizeOn('2026-05-01')]).toEqual([0, 2]);
  });

  it('names the units above a unit, top first, and ends in a ring', async () => {
    const top = await anOrgUnit(t.db, { name: 'A' });
    const middle = await anOrgUnit(t.db, { name: 'B', parentId: top.id });
    const leaf = await anOrgUnit(t.db, { name: 'C', parentId: middle.id });
    const path = async () =>
      (await reader.pathsOf([leaf.id], new Date('2026-11-23T12:00:00Z')))
        .get(leaf.id)
        ?.map(({ name }) => name);
    expect(await path()).toEqual(['A', 'B']);
    await t.db.rows('update org_unit_placement set parent_id = $1 where org_unit_id = $2', [
      leaf.id,
      top.id,
    ]);
    expect(await path()).toEqual(['A', 'B']);
  });

  it('finds units of the day by what is typed of their names', async () => {
    for (const name of ['Night Trains', 'Trâmways', 'Contra Trading'])
      await anOrgUnit(t.db, { name, validFrom: '2020-01-01' });
    await anOrgUnit(t.db, { name: 'Trams of old', validFrom: '2020-01-01', validTo: '2026-01-01' });
    const found = async (text: string) =>
      (await reader.find(text, new Date('2026-11-23T12:00:00Z'), 5)).map(({ name }) => name);
    expect(await found('tra')).toEqual(['Trâmways', 'Contra Trading', 'Night Trains']);
    expect(await found('tr')).toEqual(['Trâmways', 'Contra Trading', 'Night Trains']);
    expect(await found('trams')).toEqual([]);
    expect(await found('t')).toEqual([]);
  });
});

describe('correcting a location', () => {
  it('changes zone and name, and tells the zone before', async () => {
    const { id } = await aLocation(t.db, { name: 'Vancouver', timeZone: 'America/New_York' });
    const changed = await new ChangeLocation(t.db).run({
      locationId: id,
      name: ' Vancouver office ',
      timeZone: 'America/Vancouver',
    });
    expect(changed).toMatchObject({
      ok: true,
      value: {
        location: { id, name: 'Vancouver office', timeZone: 'America/Vancouver' },
        timeZoneBefore: 'America/New_York',
      },
    });
  });

  it('keeps what is left out', async () => {
    const { id } = await aLocation(t.db, { name: 'Lyon', timeZone: 'Europe/Paris' });
    const changed = await new ChangeLocation(t.db).run({
      locationId: id,
      timeZone: 'Europe/Madrid',
    });
    expect(changed).toMatchObject({ ok: true, value: { location: { name: 'Lyon' } } });
  });

  it('refuses an empty or endless name and a zone that does not exist', async () => {
    const { id: locationId } = await aLocation(t.db);
    const change = new ChangeLocation(t.db);
    expect(await change.run({ locationId, name: '  ' })).toMatchObject({
      ok: false,
      refusal: { code: 'NAME_OUT_OF_RANGE', field: 'name' },
    });
    expect(await change.run({ locationId, name: 'x'.repeat(61) })).toMatchObject({
      ok: false,
      refusal: { code: 'NAME_OUT_OF_RANGE' },
    });
    expect(await change.run({ locationId, timeZone: 'Moon/Base' })).toMatchObject({
      ok: false,
      refusal: { code: 'UNKNOWN_TIME_ZONE', field: 'timeZone' },
    });
  });

  it('finds no location under a stranger’s id', async () => {
    await expect(
      new ChangeLocation(t.db).run({ locationId: newId(), timeZone: 'UTC' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      new ChangeLocation(t.db).run({ locationId: 'nonsense', timeZone: 'UTC' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts the people employed there today', async () => {
    const here = await aLocation(t.db);
    const empty = await aLocation(t.db);
    await aPerson(t.db, { locationId: here.id });
    await aPerson(t.db, { locationId: here.id, leaveOn: '2026-01-01' });
    expect(await reader.peopleAt([here.id, empty.id], new Date('2026-11-23T12:00:00Z'))).toEqual(
      new Map([[here.id, 1]]),
    );
  });
});

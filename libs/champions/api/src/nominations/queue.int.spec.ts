import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aPerson, anOrgUnit } from '@flipside/people-api/builders';
import { countStatements, testDatabase } from '@flipside/testing';
import { aChampion, aNomination } from '../builders.js';
import { NominationReader } from './nomination.reader.js';
import { Suggestions } from './suggestions.js';
import {
  clock,
  database,
  hr,
  inOneDatabase,
  mailsTo,
  reader,
  viewerOf,
} from './nominations.builder.js';

inOneDatabase();

describe('who reads a nomination', () => {
  it('shows the nominee who proposed them, and others nothing', async () => {
    const { id, nomineeId, nominatorId } = await aNomination(database.db, { reason: 'Patient.' });
    const [mine] = await reader.forMe(viewerOf({ id: nomineeId }));
    expect(mine).toMatchObject({ id, reason: 'Patient.', viewerCanAnswer: true, moves: [] });
    expect(mine?.nominatorName).not.toBeNull();
    for (const viewer of [
      viewerOf({ id: nominatorId ?? '' }),
      viewerOf({ id: (await aPerson(database.db)).id }),
    ]) {
      await expect(reader.nomination(viewer, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await reader.nomination(hr, id)).toMatchObject({
      id,
      moves: [{ toStage: 'declined', needsReason: true }],
    });
  });
});

describe('the queue', () => {
  it('groups by stage, the longest waiting first, pages exactly, and its counts equal the lists', async () => {
    const queue = await testDatabase();
    const readers = new NominationReader(queue.db, clock);
    const unit = await anOrgUnit(queue.db, { name: 'Finance' });
    const nominee = { unitId: unit.id, locationId: null };
    const at = (day: string) => new Date(`${day}T12:00:00Z`);
    await aNomination(queue.db, {
      nominee: { ...nominee, name: 'B' },
      stage: 'screened',
      since: at('2026-03-01'),
    });
    await aNomination(queue.db, { nominee: { ...nominee, name: 'C' }, since: at('2026-03-05') });
    await aNomination(queue.db, {
      nominee: { ...nominee, name: 'A' },
      source: 'self',
      since: at('2026-02-08'),
    });
    await aNomination(queue.db, { nominee: { ...nominee, name: 'X' }, stage: 'declined' });
    const first = await readers.page(hr, { page: { first: 2 } });
    expect(
      first.edges.map(({ node }) => [
        node.nomineeName,
        node.stage,
        node.daysInStage,
        node.unitName,
      ]),
    ).toEqual([
      ['A', 'nominated', 30, 'Finance'],
      ['C', 'nominated', 5, 'Finance'],
    ]);
    const rest = await readers.page(hr, { page: { first: 2, after: first.pageInfo.endCursor } });
    expect(rest.edges.map(({ node }) => node.nomineeName)).toEqual(['B']);
    expect([first.totalCount, rest.pageInfo.hasNextPage]).toEqual([3, false]);
    const declined = await readers.page(hr, { stages: ['declined'], page: { first: 5 } });
    expect(declined.edges.map(({ node }) => node.nomineeName)).toEqual(['X']);
    const counts = new Map((await readers.counts()).map(({ stage, count }) => [stage, count]));
    expect(Object.fromEntries(counts)).toEqual({ nominated: 2, screened: 1, declined: 1 });
    expect(await countStatements(() => readers.page(hr, { page: { first: 50 } }))).toBe(2);
    await queue.close();
  });
});

describe('suggestions', () => {
  const suggesting = () => new Suggestions(database.db, clock);
  const active = async (name: string) => {
    const person = await aPerson(database.db, { name });
    for (let n = 0; n < 3; n += 1) {
      await database.db.rows(
        `insert into learning (id, person_id, body, audience, created_at) values ($1, $2, 'x', 'everyone', $3)`,
        [newId(), person.id, new Date('2026-02-01T10:00:00Z')],
      );
    }
    return person;
  };

  it('name people by what they did, and nothing is sent by looking or taking', async () => {
    const person = await active('Sue Signal');
    await aChampion(database.db, { personId: (await active('Champ')).id });
    expect(await suggesting().list()).toMatchObject([
      { name: 'Sue Signal', why: 'Shared 3 learnings in half a year.' },
    ]);
    const taken = await suggesting().take(hr, { personId: person.id });
    expect(await reader.nomination(hr, taken.ok ? taken.value.nominationId : '')).toMatchObject({
      stage: 'candidate',
      source: 'hr',
      reason: 'Shared 3 learnings in half a year.',
    });
    expect(await mailsTo(person.id)).toEqual([]);
    expect(await suggesting().list()).toEqual([]);
    expect(await suggesting().take(hr, { personId: person.id })).toMatchObject({
      refusal: { code: 'NO_LONGER_SUGGESTED' },
    });
    await expect(
      suggesting().take(viewerOf(person), { personId: person.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('count visits to office hours of half a year beside what was shared', async () => {
    const [host, guest] = [await aChampion(database.db), await aPerson(database.db)];
    const visit = async (on: string) => {
      const id = newId();
      await database.db.rows(
        `insert into office_hour (id, champion_id, topic, place, starts_at, on_day, minutes, places, created_at)
         values ($1, $2, 'Prompts', 'Room 4', $3::timestamptz, $4::date, 60, 5, $3::timestamptz)`,
        [id, host.id, `${on}T10:00:00Z`, on],
      );
      await database.db.rows(
        'insert into office_hour_place (office_hour_id, person_id, note, at) values ($1, $2, $3, $4)',
        [id, guest.id, '', `${on}T09:00:00Z`],
      );
    };
    const whyOf = async () =>
      (await suggesting().list()).find(({ personId }) => personId === guest.id)?.why;
    for (const on of ['2025-08-01', '2026-01-12', '2026-02-09']) await visit(on);
    // The first is longer ago than half a year.
    expect(await whyOf()).toBeUndefined();
    await visit('2026-03-02');
    expect(await whyOf()).toBe('Came to 3 office hours in half a year.');
  });
});

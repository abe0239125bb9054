/** Who is asked for more than they agreed to, since when and by what; and how HR puts a reason on record. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion } from '../builders.js';
import { ChangeChampionProfile } from '../champions/change-champion-profile.js';
import { LoadReader } from './load.reader.js';
import { RecordOverAgreed } from './record-over-agreed.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
let database: TestDatabase;
let reader: LoadReader;
let recording: RecordOverAgreed;
let lead: Viewer;

const viewerOf = (personId: string, ...roles: Role[]): Viewer => ({
  personId,
  name: 'Somebody',
  email: null,
  roles: new Set(roles),
  timeZone: 'UTC',
});

/** As a pairing from before hours were counted: 30 minutes every fortnight are two hours per four weeks. */
async function paired(championId: string, acceptedAt: string): Promise<string> {
  const [id, executive] = [newId(), await aPerson(database.db)];
  await database.db.rows(
    `insert into pairing (id, executive_id, champion_id, state, proposed_at, accepted_at)
     values ($1, $2, $3, 'active', $4, $4)`,
    [id, executive.id, championId, acceptedAt],
  );
  return id;
}
const overOf = async (personId: string) =>
  (await reader.network()).over.find((row) => row.personId === personId);

beforeAll(async () => {
  database = await testDatabase();
  reader = new LoadReader(database.db, clock);
  recording = new RecordOverAgreed(database.db, clock);
  lead = viewerOf((await anHrLead(database.db)).id, 'HR_LEAD');
});
afterAll(() => database.close());

describe('more than was agreed', () => {
  it('names who, by how much, since when and by what, as what stood before was counted', async () => {
    const { id } = await aChampion(database.db, { person: { name: 'Ana' }, agreedHours: 3 });
    await paired(id, '2025-12-05');
    const second = await paired(id, '2026-01-15');
    const kept = await aChampion(database.db, { agreedHours: 2 });
    await paired(kept.id, '2026-01-15');
    expect(await overOf(id)).toEqual({
      personId: id,
      name: 'Ana',
      agreedHours: 3,
      hoursOver: 1,
      since: '2026-01-15',
      isByFewerHours: false,
      beyond: [{ kind: 'pairing', askId: second, on: '2026-01-15', hours: 2 }],
      reason: null,
    });
    expect(await overOf(kept.id)).toBeUndefined();
  });

  it('is since less was agreed, which stays in the champion’s history', async () => {
    const { id } = await aChampion(database.db, { agreedHours: 6 });
    await paired(id, '2025-12-05');
    await paired(id, '2026-01-15');
    const change = new ChangeChampionProfile(database.db, clock, { baseUrl: 'https://c.test' });
    const fewer = await change.run(viewerOf(id, 'EMPLOYEE'), { version: 1, agreedHours: 1 });
    expect(fewer.ok).toBe(true);
    expect(await overOf(id)).toMatchObject({
      hoursOver: 3,
      since: '2026-03-10',
      isByFewerHours: true,
    });
    expect(
      await database.db.rows('select reason from champion_event where person_id = $1', [id]),
    ).toContainEqual({ reason: 'Gives 1 hour a month instead of 6' });
  });
});

describe('a reason on record', () => {
  it('is given once for each ask beyond, by the programme, and shows beside what is over', async () => {
    const { id } = await aChampion(database.db, { agreedHours: 3 });
    await paired(id, '2025-12-05');
    const second = await paired(id, '2026-01-15');
    const why = { personId: id, reason: 'Booked before hours were counted.' };
    await expect(recording.run(viewerOf(id, 'EMPLOYEE'), why)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await recording.run(lead, { ...why, reason: ' ' })).toMatchObject({
      refusal: { code: 'REASON_MISSING' },
    });
    expect(await recording.run(lead, why)).toEqual({ ok: true, value: { personId: id } });
    expect((await overOf(id))?.reason).toBe('Booked before hours were counted.');
    const { overrides } = await reader.network();
    expect(overrides.filter(({ championId }) => championId === id)).toMatchObject([
      { kind: 'pairing', hoursOver: 1, reason: 'Booked before hours were counted.' },
    ]);
    expect(await recording.run(lead, why)).toMatchObject({ refusal: { code: 'NOT_OVER' } });
    await paired(id, '2026-03-01');
    expect((await overOf(id))?.beyond).toHaveLength(2);
    expect((await overOf(id))?.reason).toBeNull();
    await recording.run(lead, { personId: id, reason: 'Until April.' });
    const onRecord = await database.db.rows<{ ask_id: string }>(
      'select ask_id from capacity_override where champion_id = $1 and ask_id = $2',
      [id, second],
    );
    expect(onRecord).toHaveLength(1);
  });

  it('is nothing for whoever is within what they agreed to, or is no champion', async () => {
    const { id } = await aChampion(database.db, { agreedHours: 3 });
    expect(await recording.run(lead, { personId: id, reason: 'Why.' })).toMatchObject({
      refusal: { code: 'NOT_OVER' },
    });
    const nobody = await aPerson(database.db);
    await expect(
      recording.run(lead, { personId: nobody.id, reason: 'Why.' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anHrLead, anOrgUnit, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, aNomination } from '../builders.js';
import { ChampionReader } from '../champions/champion.reader.js';
import { recordChampionAct } from '../champions/record-champion-act.js';
import { ON_THE_WAY } from '../forecast/ahead-sql.js';
import { ConfirmSections } from './confirm-sections.js';
import { NetworkReader } from './network.reader.js';
import { RenewTerm } from './renew-term.js';
import { StayInTouch } from './stay-in-touch.js';
import { StepDown } from './step-down.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
let database: TestDatabase;
let reader: NetworkReader;
let hr: Viewer;

const viewerOf = (person: { id: string }, ...roles: Role[]): Viewer => ({
  personId: person.id,
  name: 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});
const act = (personId: string, on: string) =>
  database.db.transaction((tx) =>
    recordChampionAct(tx, { personId, kind: 'help', key: `${personId}:${on}`, on }),
  );

beforeAll(async () => {
  database = await testDatabase();
  hr = viewerOf(await anHrLead(database.db), 'HR_LEAD');
  reader = new NetworkReader(database.db, clock);
});
afterAll(() => database.close());

describe('the network', () => {
  it('says who is alive, who falls silent, how broad nominations are and how fresh profiles', async () => {
    const other = await testDatabase();
    try {
      const unit = await anOrgUnit(other.db);
      for (let n = 0; n < 10; n += 1) await aPerson(other.db, { unitId: unit.id });
      const person = { unitId: unit.id };
      const alive = await aChampion(other.db, { person });
      const quiet = await aChampion(other.db, { person: { ...person, name: 'Quiet' } });
      await aChampion(other.db, { person, since: '2026-03-01' });
      await aChampion(other.db, { person, rests: { from: '2026-03-01', to: '2026-04-01' } });
      for (const [id, on] of [
        [alive.id, '2026-03-01'],
        [quiet.id, '2026-01-20'],
      ] as const) {
        await other.db.transaction((tx) =>
          recordChampionAct(tx, { personId: id, kind: 'help', key: on, on }),
        );
      }
      const nominator = await aPerson(other.db, person);
      for (let n = 0; n < 3; n += 1) await aNomination(other.db, { nominatorId: nominator.id });
      const network = new NetworkReader(other.db, clock);
      await new ConfirmSections(other.db, clock).run(viewerOf(alive), { sections: ['skills'] });
      expect(await network.health()).toMatchObject({
        active: 3,
        alive: 2,
        quiet: [{ name: 'Quiet', days: 49 }],
        nominators: 1,
        breadth: expect.stringContaining('1 person nominated in a year'),
        freshSections: 1,
        sections: 15,
      });
      expect(await countStatements(() => network.health())).toBe(3);
    } finally {
      await other.close();
    }
  });
});

describe('the timeline of a champion', () => {
  it('has everything on record in order, for the champion and the programme alone', async () => {
    const { id } = await aChampion(database.db, { since: '2026-01-15' });
    await aNomination(database.db, { nomineeId: id, since: new Date('2026-01-05T09:00:00Z') });
    await act(id, '2026-02-01');
    const own = await reader.timeline(viewerOf({ id }), id);
    expect(own.map(({ on, kind, words }) => [on, kind, words])).toEqual([
      ['2026-02-01', 'act', 'Helped a colleague'],
      ['2026-01-15', 'role', 'Active as a champion'],
      ['2026-01-05', 'nomination', 'Nominated'],
    ]);
    expect(await reader.timeline(hr, id)).toHaveLength(3);
    await expect(reader.timeline(viewerOf({ id: hr.personId }), id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the way into the role', () => {
  it('is said once, where it began and where onboarding ended', async () => {
    const { id } = await aChampion(database.db, { since: '2026-01-15' });
    const onStage = (stage: string, at: string, nomination: string) =>
      database.db.rows(
        `insert into nomination_event (id, nomination_id, from_stage, to_stage, at)
         values (gen_random_uuid(), $1, 'onboarding', $2, $3)`,
        [nomination, stage, at],
      );
    const since = new Date('2026-01-05T09:00:00Z');
    const nomination = await aNomination(database.db, { nomineeId: id, since });
    await onStage('active', '2026-01-15T09:00:00Z', nomination.id);
    const words = async () =>
      (await reader.timeline(viewerOf({ id }), id)).map(({ on, words: said }) => [on, said]);
    expect(await words()).toEqual([
      ['2026-01-15', 'Active as a champion'],
      ['2026-01-05', 'Nominated'],
    ]);
    await onStage('active', '2026-01-29T09:00:00Z', nomination.id);
    expect(await words()).toContainEqual(['2026-01-29', 'Finished onboarding']);
  });
});

describe('days on record', () => {
  it('are the programme’s, for everybody and whatever the server’s clock says', async () => {
    const other = await testDatabase();
    try {
      await other.db.rows(`update programme set default_time_zone = 'Asia/Tokyo'`);
      // 20:00 in London is the next morning in Tokyo.
      const evening = new Date('2026-01-05T20:00:00Z');
      const { id } = await aChampion(other.db, { since: '2026-01-15' });
      await aNomination(other.db, { nomineeId: id, since: evening });
      await other.db.rows(
        `insert into capacity_override (id, champion_id, kind, ask_id, minutes_over, reason, at)
         values (gen_random_uuid(), $1, 'pairing', gen_random_uuid(), 30, 'Agreed by word', $2)`,
        [id, evening],
      );
      await other.db.rows(
        `update champion set created_at = $2, profile_confirmed_on = null where person_id = $1`,
        [id, evening],
      );
      const network = new NetworkReader(other.db, clock);
      const timeline = await network.timeline(viewerOf({ id }), id);
      expect(timeline.map(({ on, kind }) => [on, kind])).toEqual([
        ['2026-01-15', 'role'],
        ['2026-01-06', 'nomination'],
        ['2026-01-06', 'override'],
      ]);
      const faded = async (at: string) =>
        (
          await new ChampionReader(other.db, fixedClock(new Date(at))).page(hr, {
            page: { first: 1, after: null },
          })
        ).edges[0]?.node.fadedOn;
      // Half a year after the sixth, as the day begins in Tokyo.
      expect(await faded('2026-07-04T14:59:00Z')).toBeNull();
      expect(await faded('2026-07-04T15:00:00Z')).toBe('2026-07-05');
      const { nomineeId } = await aNomination(other.db, { since: evening });
      const onTheWay = await other.db.rows<{ personId: string; waitedDays: number }>(ON_THE_WAY, [
        '2026-01-16',
        ['employee'],
        true,
        ['nominated'],
      ]);
      expect(onTheWay.find(({ personId }) => personId === nomineeId)?.waitedDays).toBe(10);
    } finally {
      await other.close();
    }
  });
});

describe('still right?', () => {
  it('confirms section by section, and fades what nobody answered for half a year', async () => {
    const champion = await aChampion(database.db, { profileConfirmedOn: '2025-01-01' });
    const confirm = new ConfirmSections(database.db, clock);
    await database.db.rows(
      `insert into champion_section (person_id, section, confirmed_on) values ($1, 'tools', '2025-09-11'), ($1, 'about', '2025-09-12')`,
      [champion.id],
    );
    await confirm.run(viewerOf(champion), { sections: ['skills'] });
    const fresh = async () =>
      (await reader.freshness(champion.id)).filter(({ isFresh }) => isFresh).map((s) => s.section);
    expect(await fresh()).toEqual(['about', 'skills']);
    await confirm.run(viewerOf(champion), {
      sections: ['about', 'skills', 'problems', 'tools', 'availability'],
    });
    expect(await fresh()).toHaveLength(5);
    expect(
      await database.db.one(
        'select profile_confirmed_on as "on" from champion where person_id = $1',
        [champion.id],
      ),
    ).toEqual({ on: '2026-03-10' });
    await expect(
      confirm.run(viewerOf(await aPerson(database.db)), { sections: ['skills'] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a term', () => {
  it('is renewed near its end, and not before', async () => {
    const champion = await aChampion(database.db);
    const renew = () => new RenewTerm(database.db, clock).run(viewerOf(champion));
    expect((await renew()).ok).toBe(true);
    expect(await reader.term(champion.id)).toEqual({ endsOn: '2027-03-09', isAsked: false });
    expect(await renew()).toMatchObject({ refusal: { code: 'TERM_RUNS' } });
    const gone = await aChampion(database.db, { until: '2026-02-01' });
    expect(await new RenewTerm(database.db, clock).run(viewerOf(gone))).toMatchObject({
      refusal: { code: 'NOT_A_CHAMPION' },
    });
  });
});

describe('stopping', () => {
  const stateOf = async (id: string, on: string) =>
    (await new ChampionReader(database.db, fixedClock(new Date(`${on}T12:00:00Z`))).find(hr, id))
      ?.state;

  it('is the champion’s own decision, today or at the end of the term, and can be said twice', async () => {
    const { id } = await aChampion(database.db);
    const stop = new StepDown(database.db, clock);
    expect((await stop.run(viewerOf({ id }), { lastDay: '2026-04-30' })).ok).toBe(true);
    expect(await stateOf(id, '2026-04-30')).toBe('active');
    expect(await stateOf(id, '2026-05-01')).toBe('alumni');
    // A term that is over ends today.
    expect((await stop.run(viewerOf({ id }), { lastDay: '2026-01-01' })).ok).toBe(true);
    expect(await stateOf(id, '2026-03-10')).toBe('active');
    expect(await stateOf(id, '2026-03-11')).toBe('alumni');
    // Somebody still on the way in leaves no nomination behind that waits for the programme.
    const newcomer = await aChampion(database.db);
    const nomination = await aNomination(database.db, {
      nomineeId: newcomer.id,
      stage: 'onboarding',
      nomineeAnswer: 'yes',
    });
    await stop.run(viewerOf(newcomer), {});
    expect(
      await database.db.one('select stage from nomination where id = $1', [nomination.id]),
    ).toEqual({ stage: 'withdrawn' });
    const nobody = viewerOf(await aPerson(database.db));
    await expect(stop.run(nobody, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves the programme no reason but the wish, and alumni may say that they can be asked', async () => {
    const other = await testDatabase();
    try {
      const unit = await anOrgUnit(other.db);
      const { id } = await aChampion(other.db, { person: { unitId: unit.id } });
      await new StepDown(other.db, fixedClock(new Date('2026-02-01T12:00:00Z'))).run(
        viewerOf({ id }),
        {},
      );
      const network = new NetworkReader(other.db, clock);
      expect(await network.timeline(hr, id)).toContainEqual(
        expect.objectContaining({ words: 'The role ended: Their own wish.' }),
      );
      const touch = new StayInTouch(other.db);
      expect((await network.health()).alumniInTouch).toBe(0);
      await touch.run(viewerOf({ id }), { stays: true });
      expect((await network.health()).alumniInTouch).toBe(1);
      await touch.run(viewerOf({ id }), { stays: false });
      expect((await network.health()).alumniInTouch).toBe(0);
      await expect(
        touch.run(viewerOf(await aPerson(other.db)), { stays: true }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    } finally {
      await other.close();
    }
  });
});

describe('the directory', () => {
  it('shows faded profiles last, across pages, and says since when', async () => {
    const other = await testDatabase();
    try {
      const unit = await anOrgUnit(other.db);
      for (const [name, on] of [
        ['Anna', '2025-09-11'],
        ['Bela', '2025-09-12'],
        ['Carl', '2025-01-01'],
        ['Dora', '2026-03-01'],
      ] as const) {
        await aChampion(other.db, {
          person: { unitId: unit.id, name },
          profileConfirmedOn: on,
        });
      }
      const directory = new ChampionReader(other.db, clock);
      const names: [string, string | null][] = [];
      for (let after: string | null = null; ;) {
        const page = await directory.page(hr, { page: { first: 1, after } });
        for (const { node } of page.edges) names.push([node.name, node.fadedOn]);
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor ?? null;
      }
      expect(names).toEqual([
        ['Bela', null],
        ['Dora', null],
        ['Anna', '2026-03-10'],
        ['Carl', '2025-06-30'],
      ]);
    } finally {
      await other.close();
    }
  });
});

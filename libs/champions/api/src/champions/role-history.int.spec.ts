import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PIPELINE_STEPS } from '@flipside/champions-domain';
import { addDays } from '@flipside/kernel';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion } from '../builders.js';
import { LoadReader } from '../load/load.reader.js';
import { NetworkReader } from '../network/network.reader.js';
import { StepDown } from '../network/step-down.js';
import { AnswerHours } from './answer-hours.js';
import { ChampionReader } from './champion.reader.js';
import { ChangeChampionProfile } from './change-champion-profile.js';
import { EndBreak } from './end-break.js';
import { EndChampion } from './end-champion.js';
import { NameChampion } from './name-champion.js';
import { TakeBreak } from './take-break.js';

const today = '2026-03-10';
const config = { baseUrl: 'https://coaching.test' };
let database: TestDatabase;
let hr: Viewer;

const viewerOf = (person: { id: string; name: string }, ...roles: Role[]): Viewer => ({
  personId: person.id,
  name: person.name,
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});
const clockOn = (day: string) => fixedClock(new Date(`${day}T12:00:00Z`));

beforeAll(async () => {
  database = await testDatabase();
  hr = viewerOf(await anHrLead(database.db, { name: 'Harriet Lead' }), 'HR_LEAD');
});
afterAll(() => database.close());

const steps = (id: string) =>
  database.db.rows<{ from: string | null; to: string; on: string; actor: string; reason: string }>(
    `select from_state as "from", to_state as "to", on_day as "on", actor_id as actor, reason
     from champion_event where person_id = $1 order by at, id`,
    [id],
  );

/** What a champion and the programme can do on a day. */
function commandsOn(day: string) {
  const [db, clock] = [database.db, clockOn(day)];
  return {
    name: (id: string, startsOn: string) =>
      new NameChampion(db, clock, config).run(hr, { personId: id, startsOn }),
    rest: (own: Viewer, until: string) => new TakeBreak(db, clock).run(own, { until }),
    back: (own: Viewer) => new EndBreak(db, clock).run(own),
    stop: (own: Viewer) => new StepDown(db, clock).run(own, {}),
    end: (id: string, lastDay: string) =>
      new EndChampion(db, clock, config).run(hr, { personId: id, lastDay, reason: 'Reorganised' }),
  };
}

describe('the history of a role', () => {
  it('names who took each step, when and why, from naming to alumni and back', async () => {
    const person = await aPerson(database.db, { name: 'Ana Sousa' });
    const own = viewerOf(person);
    await commandsOn(today).name(person.id, today);
    await commandsOn('2026-04-01').rest(own, '2026-05-01');
    // Another day back is no step.
    await commandsOn('2026-04-02').rest(own, '2026-05-08');
    await commandsOn('2026-04-20').back(own);
    await commandsOn('2026-06-01').end(person.id, '2026-06-30');
    await commandsOn('2026-09-01').name(person.id, '2026-10-01');
    await commandsOn('2026-09-02').stop(own);
    expect(await steps(person.id)).toEqual([
      { from: null, to: 'active', on: today, actor: hr.personId, reason: null },
      { from: 'active', to: 'resting', on: '2026-04-01', actor: person.id, reason: null },
      { from: 'resting', to: 'resting', on: '2026-04-02', actor: person.id, reason: null },
      { from: 'resting', to: 'active', on: '2026-04-20', actor: person.id, reason: null },
      { from: 'active', to: 'alumni', on: '2026-07-01', actor: hr.personId, reason: 'Reorganised' },
      { from: 'alumni', to: 'approved', on: '2026-10-01', actor: hr.personId, reason: null },
      {
        from: 'approved',
        to: 'withdrawn',
        on: '2026-09-02',
        actor: person.id,
        reason: 'Their own wish.',
      },
    ]);
    const timeline = await new NetworkReader(database.db, clockOn('2026-09-02')).timeline(
      hr,
      person.id,
    );
    expect(timeline.map(({ on, words, actorName }) => [on, words, actorName])).toEqual([
      ['2026-07-01', 'The role ended: Reorganised', 'Harriet Lead'],
      ['2026-04-20', 'Active as a champion', 'Ana Sousa'],
      ['2026-04-01', 'On a break', 'Ana Sousa'],
      [today, 'Active as a champion', 'Harriet Lead'],
    ]);
  });

  it('holds only steps of the table, whatever is tried in whatever order', async () => {
    const actions = fc.array(
      fc.record({
        what: fc.constantFrom('name', 'rest', 'back', 'stop', 'end'),
        after: fc.integer({ min: 0, max: 40 }),
        days: fc.integer({ min: -2, max: 40 }),
      }),
      { minLength: 4, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(actions, async (tried) => {
        const person = await aPerson(database.db);
        const own = viewerOf(person);
        let day = today;
        for (const { what, after, days } of tried) {
          day = addDays(day, after);
          const on = commandsOn(day);
          const other = addDays(day, days);
          try {
            if (what === 'name') await on.name(person.id, other);
            else if (what === 'rest') await on.rest(own, other);
            else if (what === 'back') await on.back(own);
            else if (what === 'stop') await on.stop(own);
            else await on.end(person.id, other);
          } catch (error) {
            // Nobody who never was a champion has a role to change; anything else is a fault.
            expect(error).toMatchObject({ code: 'NOT_FOUND' });
          }
        }
        for (const { from, to } of await steps(person.id))
          expect(
            from === null ||
              from === to ||
              PIPELINE_STEPS.some((each) => each.from === from && each.to === to),
          ).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

describe('agreed hours', () => {
  const clock = clockOn(today);
  const change = async (own: Viewer, agreedHours: number) => {
    const row = await database.db.one<{ version: number }>(
      'select version from champion where person_id = $1',
      [own.personId],
    );
    return new ChangeChampionProfile(database.db, clock, config).run(own, {
      version: row?.version ?? 0,
      agreedHours,
    });
  };
  const hoursOf = async (own: Viewer) => {
    const { agreedHours, wantedHours } = await new ChampionReader(database.db, clock).champion(
      own,
      own.personId,
    );
    return [agreedHours, wantedHours];
  };
  const answer = (viewer: Viewer, personId: string, hours: number, isAgreed: boolean) =>
    new AnswerHours(database.db, clock, config).run(viewer, { personId, hours, isAgreed });

  it('go down at once and back up; more waits for the programme, and is on record', async () => {
    const own = viewerOf(await aChampion(database.db, { agreedHours: 4 }), 'CHAMPION');
    await change(own, 1.5);
    expect(await hoursOf(own)).toEqual([1.5, null]);
    await change(own, 4);
    expect(await hoursOf(own)).toEqual([4, null]);
    await change(own, 8);
    expect(await hoursOf(own)).toEqual([4, 8]);
    expect((await new LoadReader(database.db, clock).network()).offers).toEqual([
      { personId: own.personId, name: own.name, agreedHours: 4, wantedHours: 8 },
    ]);
    expect(
      await database.db.rows(
        `select subject from mail_message where person_id = $1 and kind = 'hours_asked'`,
        [hr.personId],
      ),
    ).toEqual([{ subject: `${own.name} offers more time as a champion` }]);

    expect(await answer(hr, own.personId, 8, true)).toMatchObject({ ok: true });
    expect(await hoursOf(own)).toEqual([8, null]);
    const timeline = await new NetworkReader(database.db, clock).timeline(own, own.personId);
    expect(timeline.map(({ words, actorName }) => [words, actorName])).toEqual(
      expect.arrayContaining([
        ['Asks for 8 hours a month', own.name],
        ['8 hours a month agreed', hr.name],
      ]),
    );
  });

  it('stay as they are after a no, and an answer to an old wish is refused', async () => {
    const own = viewerOf(await aChampion(database.db, { agreedHours: 4 }));
    await change(own, 6);
    await change(own, 7);
    expect(await answer(hr, own.personId, 6, true)).toMatchObject({
      refusal: { code: 'HOURS_NOT_ASKED' },
    });
    expect(await answer(hr, own.personId, 7, false)).toMatchObject({ ok: true });
    expect(await hoursOf(own)).toEqual([4, null]);
    // Taken back by whoever offered it, there is nothing left to answer.
    await change(own, 6);
    await change(own, 3);
    expect(await answer(hr, own.personId, 6, true)).toMatchObject({ ok: false });
    expect(await hoursOf(own)).toEqual([3, null]);
  });

  it('are answered by the programme alone, and seen by nobody else', async () => {
    const champion = await aChampion(database.db, { agreedHours: 4 });
    const own = viewerOf(champion);
    await change(own, 9);
    await expect(answer(own, champion.id, 9, true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const other = viewerOf(await aPerson(database.db));
    expect(await new ChampionReader(database.db, clock).champion(other, champion.id)).toMatchObject(
      { agreedHours: null, wantedHours: null, viewerCanAnswerHours: false },
    );
  });
});

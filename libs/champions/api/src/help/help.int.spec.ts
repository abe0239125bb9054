import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion } from '../builders.js';
import { LoadReader } from '../load/load.reader.js';
import { PlanRestWeek } from '../load/plan-rest-week.js';
import { ChangeOfficeHour } from '../office-hours/change-office-hour.js';
import { OfferOfficeHour } from '../office-hours/offer-office-hour.js';
import { AnswerHelp } from './answer-help.js';
import { AskForHelp } from './ask-for-help.js';
import { AssignHelp } from './assign-help.js';
import { CloseHelp } from './close-help.js';
import { HelpReader } from './help.reader.js';

const clock = fixedClock(new Date('2026-03-10T12:00:00Z'));
const config = { baseUrl: 'https://coaching.test' };
let database: TestDatabase;
let hr: Viewer;
let asker: Viewer;
let asking: AskForHelp;
let answering: AnswerHelp;
let assigning: AssignHelp;
let reader: HelpReader;

const viewerOf = (person: { id: string; name: string }, ...roles: Role[]): Viewer => ({
  personId: person.id,
  name: person.name,
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  hr = viewerOf(await anHrLead(db), 'HR_LEAD');
  asker = viewerOf(await aPerson(db, { name: 'Tom Ek', languages: ['en'] }));
  asking = new AskForHelp(db, clock, config);
  answering = new AnswerHelp(db, clock, config);
  assigning = new AssignHelp(db, clock, config);
  reader = new HelpReader(db, clock);
});
afterAll(() => database.close());

let topics = 0;
/** A topic that no champion of another test offers. */
const freshTopic = () => `topic${(topics += 1)}`;

async function ask(topic: string, wish: { minutes?: number; onDay?: string; key?: string } = {}) {
  const done = await asking.run(asker, {
    kind: 'help',
    topic,
    text: 'How do I begin?',
    minutes: wish.minutes ?? 60,
    onDay: wish.onDay ?? '2026-03-12',
    key: wish.key ?? newId(),
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.requestId;
}
const requestOf = (id: string) =>
  database.db.one<{ championId: string | null; state: string; why: string }>(
    'select champion_id as "championId", state, why from help_request where id = $1',
    [id],
  );
const champion = async (topic: string, wish: { agreedHours?: number; languages?: string[] } = {}) =>
  viewerOf(
    await aChampion(database.db, {
      skills: [topic],
      agreedHours: wish.agreedHours ?? 4,
      person: { languages: wish.languages ?? ['en'] },
    }),
    'CHAMPION',
  );

describe('asking a champion', () => {
  it('goes to the least-loaded who fits, says why, and writes to them', async () => {
    const topic = freshTopic();
    const [busy, free] = [await champion(topic), await champion(topic, { agreedHours: 6 })];
    await champion(topic, { languages: ['ja'] });
    const id = await ask(topic);
    expect(await requestOf(id)).toEqual({
      championId: free.personId,
      state: 'asked',
      why: `Offers “${topic}” and has the most room of the 2 champions who do.`,
    });
    const second = await ask(topic, { minutes: 120 });
    expect((await requestOf(second))?.championId).toBe(busy.personId);
    expect(
      await database.db.one('select kind, subject from mail_message where person_id = $1', [
        free.personId,
      ]),
    ).toEqual({ kind: 'help_asked', subject: `Tom Ek asks for help with ${topic}` });
  });

  it('asks once for one key', async () => {
    const topic = freshTopic();
    await champion(topic);
    const key = newId();
    expect(await ask(topic, { key })).toBe(await ask(topic, { key }));
  });

  it('stays open for the programme when nobody has room, rests or offers it', async () => {
    const topic = freshTopic();
    const only = await champion(topic, { agreedHours: 1 });
    await new PlanRestWeek(database.db, clock).run(only, { weekOn: '2026-03-16', isRest: true });
    const [full, resting] = [
      await ask(topic, { minutes: 90 }),
      await ask(topic, { onDay: '2026-03-17' }),
    ];
    for (const id of [full, resting, await ask(freshTopic())]) {
      expect(await requestOf(id)).toMatchObject({ state: 'open', championId: null });
    }
    expect((await reader.open(hr)).map(({ id }) => id)).toEqual(
      expect.arrayContaining([full, resting]),
    );
    expect(await reader.open(only)).toEqual([]);
  });

  it('never asks two for the same hours when both ask at once', async () => {
    const topic = freshTopic();
    const only = await champion(topic, { agreedHours: 1 });
    const ids = await Promise.all([ask(topic), ask(topic), ask(topic)]);
    const asked = await Promise.all(ids.map(requestOf));
    expect(asked.filter((each) => each?.championId === only.personId)).toHaveLength(1);
  });
});

describe('answering', () => {
  it('takes it, which the asker hears, and counts as an act once they say it helped', async () => {
    const topic = freshTopic();
    const one = await champion(topic);
    const id = await ask(topic);
    expect((await answering.run(one, { requestId: id, answer: 'take', pauseWeeks: 0 })).ok).toBe(
      true,
    );
    const closing = new CloseHelp(database.db, clock);
    expect(await closing.run(asker, { requestId: id, as: 'done' })).toMatchObject({ ok: true });
    expect(
      await database.db.rows('select kind, on_day from champion_act where person_id = $1', [
        one.personId,
      ]),
    ).toEqual([{ kind: 'help', on_day: '2026-03-12' }]);
    expect((await new LoadReader(database.db, clock).own(one.personId)).kinds).toEqual([
      { kind: 'help', count: 1, hours: 1 },
    ]);
    await expect(closing.run(one, { requestId: id, as: 'done' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('passes it to the next, once, and pauses the champion if they like', async () => {
    const topic = freshTopic();
    const [first, second] = [await champion(topic, { agreedHours: 8 }), await champion(topic)];
    const id = await ask(topic);
    const pass = { requestId: id, answer: 'pass' as const, pauseWeeks: 2 };
    expect((await answering.run(first, pass)).ok).toBe(true);
    expect((await requestOf(id))?.championId).toBe(second.personId);
    await expect(answering.run(first, pass)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await database.db.rows('select week_on from champion_rest_week where person_id = $1', [
        first.personId,
      ]),
    ).toEqual([{ week_on: '2026-03-09' }, { week_on: '2026-03-16' }]);
    await answering.run(second, { ...pass, pauseWeeks: 0 });
    expect(await requestOf(id)).toMatchObject({ state: 'open' });
  });
});

describe('asking a certain champion', () => {
  it('is refused beyond agreed time without a reason, and recorded with one', async () => {
    const one = await champion(freshTopic(), { agreedHours: 1 });
    const requestId = await ask(freshTopic(), { minutes: 90 });
    const input = { requestId, championId: one.personId };
    expect(await assigning.run(hr, input)).toMatchObject({ refusal: { code: 'NO_ROOM' } });
    const reason = 'The board meets that week.';
    expect((await assigning.run(hr, { ...input, overrideReason: reason })).ok).toBe(true);
    const { overrides } = await new LoadReader(database.db, clock).network();
    expect(overrides).toMatchObject([{ championId: one.personId, hoursOver: 0.5, reason }]);
    await expect(assigning.run(asker, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves rest in peace whatever the reason', async () => {
    const { id } = await aChampion(database.db, {
      rests: { from: '2026-03-01', to: '2026-04-01' },
    });
    const requestId = await ask(freshTopic());
    expect(
      await assigning.run(hr, { requestId, championId: id, overrideReason: 'Urgent' }),
    ).toMatchObject({ refusal: { code: 'NOT_ASKED_THEN' } });
  });
});

describe('an office hour', () => {
  const offer = async (host: Viewer, places: number | null) => {
    const done = await new OfferOfficeHour(database.db, clock).run(host, {
      topic: 'Prompts',
      place: 'Room 4',
      startsAt: new Date('2026-03-12T09:00:00Z'),
      minutes: 60,
      places,
      key: newId(),
    });
    return done.ok ? done.value.officeHourId : done.refusal.code;
  };
  const hours = () => new ChangeOfficeHour(database.db, clock, config);

  it('counts as asked, and refuses more than was agreed', async () => {
    const host = await champion(freshTopic(), { agreedHours: 1.5 });
    expect(await offer(host, 4)).not.toBe('NO_ROOM');
    expect(await offer(host, 4)).toBe('NO_ROOM');
  });

  it('gives away each place once, and tells guests when it is called off', async () => {
    const host = await champion(freshTopic());
    const officeHourId = await offer(host, 1);
    const guests = [await aPerson(database.db), await aPerson(database.db)].map((p) => viewerOf(p));
    const booked = await Promise.all(
      guests.map((guest) => hours().book(guest, { officeHourId, note: '' })),
    );
    expect(booked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(booked.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'PLACES_TAKEN' } });
    expect(await hours().book(host, { officeHourId, note: '' })).toMatchObject({
      refusal: { code: 'OWN_OFFICE_HOUR' },
    });
    expect((await hours().callOff(host, { officeHourId })).ok).toBe(true);
    expect(
      await database.db.rows(`select 1 from mail_message where kind = 'office_hour_off'`),
    ).toHaveLength(1);
    await expect(
      hours().book(guests[0] as Viewer, { officeHourId, note: '' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets everybody drop in, and shows a room only to guests of a bookable one', async () => {
    const host = await champion(freshTopic());
    const [dropIn, bookable] = [await offer(host, null), await offer(host, 3)];
    expect(await hours().book(asker, { officeHourId: dropIn, note: '' })).toMatchObject({
      refusal: { code: 'DROP_IN' },
    });
    const seen = async (id: string) =>
      (await reader.officeHours(asker)).find((hour) => hour.id === id)?.place;
    expect([await seen(dropIn), await seen(bookable)]).toEqual(['Room 4', null]);
    await hours().book(asker, { officeHourId: bookable, note: 'My prompt' });
    expect(await seen(bookable)).toBe('Room 4');
    expect(await countStatements(() => reader.officeHours(asker))).toBe(1);
    await hours().leave(asker, { officeHourId: bookable });
    expect(await seen(bookable)).toBeNull();
  });
});

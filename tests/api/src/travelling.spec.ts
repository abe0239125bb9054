/** Whose clock times are on while somebody is on a journey: the one over there, said with its place. */
import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aPerson, someWorkingHours } from '@flipside/people-api/builders';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
import { HealSession, ProposeTimes, SkipSession } from '@flipside/sessions-api';
import { headingOf, linksIn, mailActionSetting } from './mail-action-setting.js';

const t = mailActionSetting();

const TIME = `place elsewhere zone day startTime`;
const SESSION = `query One($id: ID!) { session(id: $id) { yourTime { ${TIME} } otherTimes { name time { ${TIME} } } } }`;

const travels = (personId: string, fromOn: string, toOn: string) =>
  t.app.db.rows(
    `insert into person_travel (id, person_id, zone, from_on, to_on) values ($1, $2, 'Asia/Singapore', $3, $4)`,
    [newId(), personId, fromOn, toOn],
  );
const shownTo = async (personId: string, id: string) =>
  (await t.app.gql(SESSION, { id }, { as: personId })).data?.['session'];

describe('a session during a journey', () => {
  it('stands on the clock over there for the one who travels, and says so; on their own for everybody else', async () => {
    await travels(t.helen, '2027-01-18', '2027-01-22');
    const kim = await aPerson(t.app.db, { name: 'Kim Lee' });
    await aDelegation(t.app.db, { principalId: t.helen, delegateId: kim.id });
    const on = async (startsAt: string) =>
      (await aSession(t.app.db, { pairingId: t.pairingId, startsAt })).id;
    const [there, home] = [await on('2027-01-20T08:00:00Z'), await on('2027-01-27T08:00:00Z')];
    const london = (day: string) => ({
      place: 'London',
      elsewhere: null,
      zone: 'Europe/London',
      day,
      startTime: '08:00',
    });
    const singapore = {
      place: 'Singapore',
      zone: 'Asia/Singapore',
      day: '2027-01-20',
      startTime: '16:00',
    };
    expect(await shownTo(t.helen, there)).toEqual({
      yourTime: { ...singapore, elsewhere: 'Singapore' },
      otherTimes: [{ name: 'Priya Nair', time: london('2027-01-20') }],
    });
    for (const other of [t.priya, kim.id])
      expect(await shownTo(other, there)).toEqual({
        yourTime: london('2027-01-20'),
        otherTimes: [{ name: 'Helen Ward', time: { ...singapore, elsewhere: null } }],
      });
    expect(await shownTo(t.helen, home)).toEqual({
      yourTime: london('2027-01-27'),
      otherTimes: [],
    });
  });

  it('moves to times that are on that clock as well, on the screen and in the mail', async () => {
    const link = await t.bookedByMail();
    await travels(t.helen, '2027-01-01', '2027-03-01');
    await someWorkingHours(
      t.app.db,
      t.priya,
      [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 })),
    );
    const [first] = await t.sessionsOf();
    const { data } = await t.app.gql(
      `query Options($id: ID!) { moveOptions(sessionId: $id) { startsAt yourTime { ${TIME} } } }`,
      { id: first?.id },
      { as: t.helen },
    );
    const options = data?.['moveOptions'] as {
      startsAt: string;
      yourTime: { elsewhere: string; startTime: string };
    }[];
    expect(options.length).toBeGreaterThan(0);
    for (const { startsAt, yourTime } of options) {
      const there = new Date(new Date(startsAt).getTime() + 8 * 3_600_000);
      expect(yourTime).toMatchObject({
        elsewhere: 'Singapore',
        startTime: there.toISOString().slice(11, 16),
      });
    }
    const page = (await t.open(link)).body;
    expect(page).toMatch(/It is .+ \(Singapore, UTC\+8\)\. For Priya Nair: /);
    for (const { yourTime } of options.slice(0, 3))
      expect(page).toContain(`, ${yourTime.startTime.replace(/^0/, '')}</button>`);
  });
});

describe('what a champion has to prepare and to log', () => {
  it('is on the clock over there as well', async () => {
    await travels(t.priya, '2027-01-01', '2027-01-12');
    for (const startsAt of ['2027-01-10T09:00:00Z', '2027-01-11T10:00:00Z', '2027-01-12T10:00:00Z'])
      await aSession(t.app.db, { pairingId: t.pairingId, startsAt });
    const { data } = await t.app.gql(
      '{ sessionsToLog { zone } sessionsToPrepare { session { zone } } }',
      {},
      { as: t.priya },
    );
    expect(data).toEqual({
      sessionsToLog: [{ zone: 'Asia/Singapore' }],
      sessionsToPrepare: [
        { session: { zone: 'Asia/Singapore' } },
        { session: { zone: 'Europe/London' } },
      ],
    });
  });
});

describe('the page behind "Take"', () => {
  /** Priya cannot make the first session and asks for an evening hour, which is nobody's usual one. */
  async function askedForEvening() {
    await t.bookedByMail();
    const [first] = await t.sessionsOf();
    const day = first?.startsAt.toISOString().slice(0, 10) ?? '';
    const asked = await t.app.nest
      .get(ProposeTimes, { strict: false })
      .run(await t.viewer(t.priya), {
        sessionId: first?.id ?? '',
        starts: [new Date(`${day}T11:00:00Z`), new Date(`${day}T19:00:00Z`)],
        idempotencyKey: newId(),
        isCounter: true,
      });
    expect(asked.ok).toBe(true);
  }
  const NOTE = 'Outside the working hours of Helen Ward and Priya Nair.';

  it('says of each time whose working hours it lies outside of, as the screen does, to the executive and the assistant', async () => {
    const kim = await aPerson(t.app.db, { name: 'Kim Lee' });
    await aDelegation(t.app.db, { principalId: t.helen, delegateId: kim.id });
    await askedForEvening();
    for (const reader of [t.helen, kim.id]) {
      const [link = ''] = linksIn(await t.textOf(reader, 'held_times'));
      const paragraphs = [...(await t.open(link)).body.matchAll(/<p>(Held for both: .*?)<\/p>/g)];
      expect(paragraphs).toHaveLength(2);
      const [usual, evening] = paragraphs.map(([, text]) => text);
      expect(usual).toMatch(/11:00–11:30 \(London, UTC\)\.$/);
      expect(evening).toMatch(/19:00–19:30 \(London, UTC\)\. /);
      expect(evening?.endsWith(NOTE)).toBe(true);
      const { data } = await t.app.gql('{ openOffers { times { note } } }', {}, { as: reader });
      expect(data).toEqual({ openOffers: [{ times: [{ note: null }, { note: NOTE }] }] });
    }
  });

  it('is on the clock over there for an executive who travels', async () => {
    await t.bookedByMail();
    const [first] = await t.sessionsOf();
    await t.app.nest
      .get(SkipSession, { strict: false })
      .run(await t.viewer(t.helen), { sessionId: first?.id ?? '' });
    await t.app.nest.get(HealSession, { strict: false }).handle({ sessionId: first?.id ?? '' });
    const held = (await t.sessionsOf()).find(({ status }) => status === 'offered');
    const [link = ''] = linksIn(await t.textOf(t.helen, 'held_times'));
    await travels(t.helen, '2027-01-01', '2027-03-01');
    const there = new Date((held?.startsAt.getTime() ?? 0) + 8 * 3_600_000);
    const hour = there.toISOString().slice(11, 16).replace(/^0/, '');
    const page = (await t.open(link)).body;
    expect(headingOf(page)).toContain(`, ${hour} with Priya Nair?`);
    expect(page).toMatch(new RegExp(`Held for both: .+, ${hour}–.+ \\(Singapore, UTC\\+8\\)`));
  });
});

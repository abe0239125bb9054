/** What mails tell somebody on a journey: the time over there with its place, and the one at home beside it. */
import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { confirmByMail } from '@flipside/learnings-api';
import { aPerson, someWorkingHours } from '@flipside/people-api/builders';
import { actionLink } from '@flipside/platform-api';
import {
  HealSession,
  MoveSession,
  PlanAllReminders,
  SendReminders,
  SkipSession,
} from '@flipside/sessions-api';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
import { BASE, linksIn, mailActionSetting } from './mail-action-setting.js';

const t = mailActionSetting();

/** Helen is in Singapore for as long as a series lasts; Priya can do any hour, so that times exist. */
async function journey(personId = t.helen): Promise<void> {
  await t.app.db.rows(
    `insert into person_travel (id, person_id, zone, from_on, to_on) values ($1, $2, 'Asia/Singapore', '2027-01-01', '2027-07-01')`,
    [newId(), personId],
  );
  await someWorkingHours(
    t.app.db,
    t.priya,
    [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 })),
  );
}
const get = <T>(type: abstract new (...args: never[]) => T): T =>
  t.app.nest.get(type as never, { strict: false });

const THERE = String.raw`\w{3} \d+ \w{3}, \d+:\d\d–\d+:\d\d \(Singapore, UTC\+8\), which is (?:\w{3} \d+ \w{3}, )?\d+:\d\d–\d+:\d\d at home \(London, UTC\)`;
const FOR_PRIYA = String.raw`\. For Priya Nair: (?:\w{3} \d+ \w{3}, )?\d+:\d\d–\d+:\d\d \(London, UTC\)`;

describe('a mail to an executive on a journey', () => {
  it('offers times over there, invites to them, and tells both clocks of each', async () => {
    await journey();
    await t.bookedByMail();
    const offer = await t.textOf(t.helen, 'session_options');
    expect(offer.match(new RegExp(`^${THERE}${FOR_PRIYA}\\. Then every`, 'gm'))).toHaveLength(3);
    expect(offer.match(/^Book \w{3} \d+ \w{3}, \d+:\d\d \(Singapore\): /gm)).toHaveLength(3);
    expect(offer).toMatch(/^Priya Nair can do (\w{3} \d+:\d\d \(Singapore\)(, | or )?){3}$/m);

    const invitation = await t.textOf(t.helen, 'invitation');
    expect(invitation).toMatch(new RegExp(`^First session: ${THERE}${FOR_PRIYA}\\.$`, 'm'));
    const [first] = await t.sessionsOf();
    const there = new Date((first?.startsAt.getTime() ?? 0) + 8 * 3_600_000);
    const hour = there.toISOString().slice(11, 16).replace(/^0/, '');
    expect(invitation).toContain(`, ${hour}–`);
    const toPriya = await t.textOf(t.priya, 'invitation');
    expect(toPriya).toMatch(/\(London, UTC\)\. For Helen Ward: .+ \(Singapore, UTC\+8\)\.$/m);
  });

  it('holds another time over there when one falls through, until an hour over there', async () => {
    await journey();
    await t.bookedByMail();
    const [first] = await t.sessionsOf();
    const about = { sessionId: first?.id ?? '' };
    await get(SkipSession).run(await t.viewer(t.helen), about);
    await get(HealSession).handle(about);
    const held = await t.textOf(t.helen, 'held_times');
    expect(held).toMatch(/^\w{3} \d+:\d\d \(Singapore\) is held for you and Priya Nair$/m);
    expect(held).toMatch(new RegExp(`^The session on ${THERE} did not work out\\.$`, 'm'));
    expect(held).toMatch(new RegExp(`^Held for both: ${THERE}${FOR_PRIYA}\\.`, 'm'));
    expect(held).toMatch(/It is held until \w{3} \d+ Jan, \d+:\d\d \(Singapore\); /);
    expect(held).toMatch(/^Take \w{3} \d+:\d\d \(Singapore\): /m);
  });

  it('reminds in the morning over there, and a day ahead, of the hour over there', async () => {
    await journey();
    await aSession(t.app.db, { pairingId: t.pairingId, startsAt: '2027-01-20T08:00:00Z' });
    t.app.clock.set('2027-01-18T08:00:00Z');
    await get(PlanAllReminders).handle();
    // Half past seven in Singapore is the evening before at home.
    for (const at of ['2027-01-19T08:05:00Z', '2027-01-19T23:25:00Z', '2027-01-19T23:35:00Z']) {
      t.app.clock.set(at);
      await get(SendReminders).handle();
    }
    const mails = await t.app.db.rows<{ subject: string; text: string }>(
      `select subject, body_text as text from mail_message where person_id = $1 and kind = 'reminder' order by id`,
      [t.helen],
    );
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Which task do you bring to Priya Nair? Wed 20 Jan, 16:00 (Singapore)',
      'Today at 16:00 (Singapore): Priya Nair',
    ]);
    expect(mails[1]?.text).toContain(
      'Wed 20 Jan, 16:00–16:30 (Singapore, UTC+8), which is 8:00–8:30 at home (London, UTC). For Priya Nair: 8:00–8:30 (London, UTC).',
    );
  });

  it('asks afterwards on the clock over there as well', async () => {
    await journey();
    const startsAt = '2027-01-11T06:00:00Z';
    const { id } = await aSession(t.app.db, { pairingId: t.pairingId, startsAt });
    const link = await t.app.db.transaction((tx) =>
      actionLink(
        tx,
        { baseUrl: BASE },
        {
          action: confirmByMail,
          personId: t.helen,
          subject: { sessionId: id },
          now: t.app.clock.now(),
        },
      ),
    );
    const [path = ''] = linksIn(link);
    expect((await t.open(path)).body).toContain('Mon 11 Jan, 14:00–14:30 (Singapore, UTC+8).');
  });
});

describe('somebody who looks after others on a journey of their own', () => {
  const TIME = `yourTime { elsewhere day startTime } otherTimes { name time { place startTime } }`;

  it('sees sessions, held times and other times on the clock over there', async () => {
    const kim = await aPerson(t.app.db, { name: 'Kim Lee' });
    await aDelegation(t.app.db, { principalId: t.helen, delegateId: kim.id });
    await journey(kim.id);
    const [waiting] = ((
      await t.app.gql(
        `{ pairingsToBook { options { label first { startsAt ${TIME} } } } }`,
        {},
        { as: kim.id },
      )
    ).data?.['pairingsToBook'] ?? []) as {
      options: {
        label: string;
        first: { startsAt: string; yourTime: { startTime: string; elsewhere: string } };
      }[];
    }[];
    expect(waiting?.options).toHaveLength(3);
    for (const { label, first } of waiting?.options ?? []) {
      const hour = new Date(Date.parse(first.startsAt) + 8 * 3_600_000).toISOString().slice(11, 16);
      expect(first.yourTime).toMatchObject({ elsewhere: 'Singapore', startTime: hour });
      expect(label.slice(4)).toBe(hour.replace(/^0/, ''));
    }

    await t.bookedByMail();
    const [session, next] = await t.sessionsOf();
    const startsAt = new Date('2027-01-20T10:00:00Z');
    const move = { sessionId: session?.id ?? '', startsAt };
    expect((await get(MoveSession).run(await t.viewer(t.helen), move)).ok).toBe(true);
    const { data } = await t.app.gql(
      `query One($id: ID!) { session(id: $id) { ${TIME} history { inWords } } moveOptions(sessionId: $id) { yourTime { elsewhere } } }`,
      { id: session?.id },
      { as: kim.id },
    );
    const shown = data?.['session'] as { history: { inWords: string }[] };
    expect(shown).toMatchObject({
      yourTime: { elsewhere: 'Singapore', day: '2027-01-20', startTime: '18:00' },
      otherTimes: [
        { name: 'Helen Ward', time: { place: 'London', startTime: '10:00' } },
        { name: 'Priya Nair', time: { place: 'London', startTime: '10:00' } },
      ],
    });
    expect(shown.history.at(-1)?.inWords).toMatch(
      /^Moved by Helen Ward, from \w{3} \d+ Jan, \d+:\d\d \(Singapore\)$/,
    );
    const others = data?.['moveOptions'] as { yourTime: { elsewhere: string } }[];
    expect(others.length).toBeGreaterThan(0);
    expect(new Set(others.map(({ yourTime }) => yourTime.elsewhere))).toEqual(
      new Set(['Singapore']),
    );

    const about = { sessionId: next?.id ?? '' };
    await get(SkipSession).run(await t.viewer(t.helen), about);
    await get(HealSession).handle(about);
    const offers = await t.app.gql(
      `{ openOffers { aboutTime { elsewhere } expiresInWords times { time { yourTime { elsewhere } } } } }`,
      {},
      { as: kim.id },
    );
    expect(offers.data?.['openOffers']).toMatchObject([
      {
        aboutTime: { elsewhere: 'Singapore' },
        expiresInWords: expect.stringContaining('(Singapore)'),
        times: [{ time: { yourTime: { elsewhere: 'Singapore' } } }],
      },
    ]);
  });
});

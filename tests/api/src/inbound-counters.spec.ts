/** Other times and the wish to hear again, over a real SMTP conversation with the server's own listener. */
import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { ExpireOffers, MoveSession } from '@flipside/sessions-api';
import { inboundSetting, ONE } from './inbound-setting.js';

const t = inboundSetting();

describe('another time from a calendar program', () => {
  it('becomes a proposal to the other side, not a move', async () => {
    const before = await t.standing();
    expect(
      await t.send({ method: 'COUNTER', recurrence: ONE, start: 'DTSTART:20270127T110000Z' }),
    ).toBe('proposed');
    expect(await t.standing()).toEqual(before);
    const held = await t.app.db.rows(
      `select 1 from session s join pairing p on p.id = s.pairing_id where p.executive_id = $1 and s.status = 'offered' and s.starts_at = '2027-01-27T11:00:00Z'`,
      [t.helen.id],
    );
    expect(held).toHaveLength(1);
  });

  it('62. outside working hours becomes a proposal that says so, not a booking', async () => {
    const before = await t.standing();
    expect(
      await t.send({ method: 'COUNTER', recurrence: ONE, start: 'DTSTART:20270127T180000Z' }),
    ).toBe('proposed');
    expect(await t.standing()).toEqual(before);
    const note = 'Outside the working hours of Helen Ward and Priya Nair.';
    const mail = await t.app.db.one<{ text: string }>(
      `select body_text as text from mail_message where person_id = $1 and kind = 'held_times'`,
      [t.priya.id],
    );
    expect(mail?.text).toContain(`Held for both: Wed 27 Jan, 18:00–18:30 (London, UTC). ${note}`);
    const { data } = await t.app.gql(
      '{ openOffers { times { sessionId note time { startsAt } } } }',
      {},
      { as: t.priya.id },
    );
    const [offer] = (data?.['openOffers'] ?? []) as {
      times: { sessionId: string; note: string }[];
    }[];
    expect(offer?.times.map((time) => time.note)).toEqual([note]);
    // The other side may want the evening: one press moves the session there.
    const taken = await t.app.gql(
      `mutation Take($input: SessionInput!) { acceptOffer(input: $input) { __typename } }`,
      { input: { sessionId: offer?.times[0]?.sessionId } },
      { as: t.priya.id },
    );
    expect(taken.data).toEqual({ acceptOffer: { __typename: 'SessionPayload' } });
    const moved = await t.app.db.one<{ at: Date }>(
      'select starts_at as at from session where id = $1',
      [t.sessionIds[1]],
    );
    expect(moved?.at.toISOString()).toBe('2027-01-27T18:00:00.000Z');
  });

  it('on a day when one of the two is away is declined with the reason and what stands, to the one who asked', async () => {
    await t.app.db.rows(
      `insert into out_of_office (id, person_id, from_on, to_on) values ($1, $2, '2027-01-27', '2027-01-28')`,
      [newId(), t.priya.id],
    );
    const before = await t.standing();
    expect(
      await t.send({ method: 'COUNTER', recurrence: ONE, start: 'DTSTART:20270127T110000Z' }),
    ).toBe('declined');
    expect(await t.standing()).toEqual(before);
    expect(await t.restated(t.priya.id)).toEqual([]);
    const [mail, ...others] = await t.restated(t.helen.id);
    expect(others).toEqual([]);
    expect(mail?.ical).toContain('METHOD:DECLINECOUNTER');
    expect(mail?.ical).toContain('RECURRENCE-ID;TZID=Europe/London:20270126T100000');
    expect(mail?.ical).not.toMatch(/DTSTART[;:]\S*20270127T110000/);
    expect(mail?.text).toContain('Your calendar asked for Wed 27 Jan, 11:00.');
    expect(mail?.text).toContain('The session stays: Tue 26 Jan, 10:00–10:30');
  });

  it.each([
    ['the other side says no to', 'Priya Nair cannot make it.'],
    ['nobody answers', 'Priya Nair did not answer in time.'],
  ])('that %s is declined in the calendar that asked, once', async (how, why) => {
    await t.send({ method: 'COUNTER', recurrence: ONE, start: 'DTSTART:20270127T110000Z' });
    const held = await t.app.db.one<{ id: string }>(
      `select s.id from session s join pairing p on p.id = s.pairing_id where p.executive_id = $1 and s.status = 'offered'`,
      [t.helen.id],
    );
    if (how === 'nobody answers') {
      t.app.clock.set('2027-01-14T08:00:00Z');
      await t.app.nest.get(ExpireOffers).handle();
      await t.app.nest.get(ExpireOffers).handle();
    } else {
      const { errors } = await t.app.gql(
        `mutation Decline($input: SessionInput!) { declineOffer(input: $input) { __typename } }`,
        { input: { sessionId: held?.id } },
        { as: t.priya.id },
      );
      expect(errors).toEqual([]);
    }
    const mails = await t.restated(t.helen.id);
    expect(mails.map(({ ical }) => /METHOD:(\w+)/.exec(ical)?.[1])).toEqual(['DECLINECOUNTER']);
    expect(mails[0]?.text).toContain(why);
    const others = await t.app.db.rows(
      `select 1 from mail_message where person_id = $1 and kind = 'held_times'`,
      [t.helen.id],
    );
    expect(others).toEqual([]);
  });
});

describe('the wish to hear again', () => {
  it('is answered with the series and each moved date, same number, newer stamp', async () => {
    await t.app.nest.get(MoveSession).run(t.executive(), {
      sessionId: t.sessionIds[1] ?? '',
      startsAt: new Date('2027-01-27T11:00:00Z'),
    });
    await t.app.db.rows(`update mail_message set state = 'sent', sent_at = $1`, [
      t.app.clock.now(),
    ]);
    expect(await t.send({ method: 'REFRESH' })).toBe('restated');
    const mails = await t.restated(t.helen.id);
    expect(mails).toHaveLength(2);
    for (const { ical } of mails) expect(ical).toContain('SEQUENCE:1\r\n');
    expect(mails[0]?.ical).toContain('RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=6');
    expect(mails[1]?.ical).toContain('RECURRENCE-ID;TZID=Europe/London:20270126T100000');
    expect(await t.restated(t.priya.id)).toEqual([]);
  });
});

/** Answers of calendar programs, over a real SMTP conversation with the server's own listener. */
import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { HealSession, MoveSession, SkipSession } from '@flipside/sessions-api';
import { aDelegation } from '@flipside/sessions-api/builders';
import { inboundSetting, ONE } from './inbound-setting.js';

const t = inboundSetting();

describe('an answer from a calendar program', () => {
  it('is noted, and changes nothing else', async () => {
    const before = await t.standing();
    expect(await t.send({ answer: 'ACCEPTED' })).toBe('answered');
    expect(await t.answers()).toEqual([{ answer: 'accepted', person: t.helen.id }]);
    expect(await t.standing()).toEqual(before);
  });

  it('that declines is no cancellation: a flag, and one mail that asks what to do', async () => {
    const before = await t.standing();
    expect(await t.send({ answer: 'DECLINED', recurrence: ONE })).toBe('answered');
    expect(await t.standing()).toEqual(before);
    expect(await t.attentionOf(1)).toEqual(['declined_by_executive']);
    expect(await t.attentionOf(0)).toEqual([]);
    const mail = await t.app.db.one<{ text: string; ical: string | null }>(
      `select body_text as text, ical from mail_message where person_id = $1 and kind = 'declined'`,
      [t.helen.id],
    );
    expect(mail?.text).toContain('/a/');
    expect(mail?.ical).toBeNull();
    expect(await t.send({ recurrence: ONE, stamp: '20270111T100000Z' })).toBe('answered');
    expect(await t.attentionOf(1)).toEqual([]);
  });

  it('names its date in UTC or on another clock as well', async () => {
    expect(await t.send({ recurrence: 'RECURRENCE-ID:20270126T100000Z' })).toBe('answered');
    expect(
      await t.send({
        recurrence: 'RECURRENCE-ID;TZID=Asia/Kolkata:20270126T153000',
        answer: 'TENTATIVE',
        stamp: '20270111T100000Z',
      }),
    ).toBe('answered');
    expect(await t.answers()).toEqual([{ answer: 'tentative', person: t.helen.id }]);
  });

  it('61. with a lower SEQUENCE or an older stamp is ignored', async () => {
    const moved = await t.app.nest.get(MoveSession).run(t.executive(), {
      sessionId: t.sessionIds[1] ?? '',
      startsAt: new Date('2027-01-27T11:00:00Z'),
    });
    expect(moved.ok).toBe(true);
    expect(await t.send({ recurrence: ONE, sequence: 0, answer: 'DECLINED' })).toBe('late');
    expect(await t.send({ recurrence: ONE, sequence: 1, stamp: '20270111T100000Z' })).toBe(
      'answered',
    );
    expect(
      await t.send({ recurrence: ONE, sequence: 1, stamp: '20270111T090000Z', answer: 'DECLINED' }),
    ).toBe('late');
    expect(await t.answers()).toEqual([{ answer: 'accepted', person: t.helen.id }]);
  });

  it('61. to what stood before its date was called off is late', async () => {
    const [, , third = ''] = t.sessionIds;
    const off = await t.app.nest.get(SkipSession).run(t.executive(), { sessionId: third });
    expect(off.ok).toBe(true);
    const about = { recurrence: 'RECURRENCE-ID;TZID=Europe/London:20270209T100000' };
    expect(await t.send({ ...about, sequence: 0 })).toBe('late');
    expect(await t.answers()).toEqual([]);
    expect(await t.send({ ...about, sequence: 1 })).toBe('answered');
  });

  it('that comes twice counts once', async () => {
    const messageId = `<${newId()}@example.com>`;
    expect(await t.send({ messageId })).toBe('answered');
    expect(await t.send({ messageId, answer: 'DECLINED' })).toBe('answered');
    expect(await t.answers()).toEqual([{ answer: 'accepted', person: t.helen.id }]);
  });
});

describe('a decline', () => {
  const healing = () =>
    t.app.db.rows(`select 1 from graphile_worker.jobs where key = $1`, [
      `sessions.heal:${t.sessionIds[1] ?? ''}`,
    ]);
  const heal = () => t.app.nest.get(HealSession).handle({ sessionId: t.sessionIds[1] ?? '' });
  const held = () =>
    t.app.db.rows<{ id: string; at: Date }>(
      `select h.id, h.starts_at as at from session h join session_offer o on o.id = h.offer_id
       where o.about_session_id = $1 and h.status = 'offered' and o.state = 'open'`,
      [t.sessionIds[1]],
    );
  const mails = (personId: string) =>
    t.app.db.rows<{ kind: string; text: string; ical: string | null; state: string }>(
      `select kind, body_text as text, ical, state from mail_message
       where person_id = $1 and kind in ('declined', 'held_times') order by id`,
      [personId],
    );
  const press = (path: string, choice: string) =>
    t.app.inject({
      method: 'POST',
      url: path,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://localhost:4173',
        host: 'localhost:4173',
      },
      payload: new URLSearchParams({ choice, key: newId() }).toString(),
    });

  it('has the next time in the fortnight held, and offered in one tap to executive and assistant', async () => {
    const kim = await aPerson(t.app.db, { name: 'Kim Lee', email: `kim.${newId()}@example.com` });
    await aDelegation(t.app.db, { principalId: t.helen.id, delegateId: kim.id });
    expect(await t.send({ answer: 'DECLINED', recurrence: ONE })).toBe('answered');
    expect(await healing()).toHaveLength(1);
    await heal();
    await heal();
    const [time, ...more] = await held();
    expect(more).toEqual([]);
    expect(time?.at).toEqual(new Date('2027-01-27T10:00:00Z'));
    // One mail each: the question what to do has become part of it.
    expect((await mails(t.helen.id)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'declined dropped',
      'held_times queued',
    ]);
    const [told] = await mails(kim.id);
    expect(told).toMatchObject({ kind: 'held_times', ical: null });
    expect(told?.text).toContain('For Helen Ward. You declined the session on');
    expect(told?.text).toContain('Held for both: Wed 27 Jan, 10:00–10:30 (London, UTC).');

    // The assistant takes it from the mail, without signing in; opening the page changes nothing.
    const link = /\/a\/[\w-]{43}/.exec(told?.text ?? '')?.[0] ?? '';
    const page = await t.app.inject({ method: 'GET', url: link });
    expect(page.body).toContain('with Priya Nair for Helen Ward?');
    expect((await held()).length).toBe(1);
    const done = await press(link, time?.id ?? '');
    expect(done.body).toContain('<h1>Booked</h1>');
    const session = await t.app.db.one(
      `select status, starts_at as at, attention, (select on_behalf_of from session_event e where e.session_id = s.id and kind = 'moved') as "for"
       from session s where id = $1`,
      [t.sessionIds[1]],
    );
    expect(session).toEqual({
      status: 'booked',
      at: new Date('2027-01-27T10:00:00Z'),
      attention: [],
      for: t.helen.id,
    });
    const moved = await t.app.db.one<{ text: string }>(
      `select body_text as text from mail_message where person_id = $1 and subject like 'Moved:%'`,
      [t.priya.id],
    );
    expect(moved?.text).toContain('Changed by Kim Lee for Helen Ward.');
    expect((await press(link, time?.id ?? '')).body).toContain('This link has been used.');
  });

  it('of the champion asks the champion, and offers the executive another time', async () => {
    await t.send({ from: t.priya.email, answer: 'DECLINED', recurrence: ONE });
    await heal();
    expect((await mails(t.priya.id)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'declined queued',
    ]);
    const [told] = await mails(t.helen.id);
    expect(told?.text).toContain('Priya Nair declined the session on Tue 26 Jan');
    const before = await t.standing();
    const none = await press(/\/a\/[\w-]{43}/.exec(told?.text ?? '')?.[0] ?? '', 'none');
    expect(none.body).toContain('<h1>Let go</h1>');
    expect(await held()).toEqual([]);
    expect(await t.standing()).toEqual(before);
  });

  it('taken back gives the held time away again', async () => {
    await t.send({ answer: 'DECLINED', recurrence: ONE });
    await heal();
    expect(await held()).toHaveLength(1);
    await t.send({ recurrence: ONE, stamp: '20270111T100000Z' });
    expect(await held()).toEqual([]);
    await heal();
    expect(await held()).toEqual([]);
  });
});

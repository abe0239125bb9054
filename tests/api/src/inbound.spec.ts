/** What calendar programs send back, over a real SMTP conversation with the server's own listener. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { anAdministrator, anHrLead, aPerson } from '@flipside/people-api/builders';
import {
  BookSeries,
  ExpireOffers,
  HealSession,
  InboundServer,
  MoveSession,
} from '@flipside/sessions-api';
import { aDelegation } from '@flipside/sessions-api/builders';
import { CONFIG, replyAddress, type Config, type Role, type Viewer } from '@flipside/platform-api';
import nodemailer, { type Transporter } from 'nodemailer';
import { testApp, type TestApp } from './test-app.js';

const MONDAY = '2027-01-11T08:00:00Z';
const MAILBOX = 'coaching@example.com';

let app: TestApp;
let listener: { port: number; close(): Promise<void> };
let relay: Transporter;
let helen: { id: string; email: string };
let priya: { id: string; email: string };
let uid: string;
let sessionIds: readonly string[];

beforeAll(async () => {
  app = await testApp({
    now: MONDAY,
    env: {
      FLIPSIDE_MAIL_FROM: `AI coaching <${MAILBOX}>`,
      FLIPSIDE_INBOUND: 'smtp://127.0.0.1:0',
      FLIPSIDE_INBOUND_AUTHORITY: 'mx.example.com',
    },
  });
  const started = await app.nest.get(InboundServer).start();
  if (!started) throw new Error('The listener did not start');
  listener = started;
  relay = nodemailer.createTransport({ host: '127.0.0.1', port: listener.port, secure: false });
});
afterAll(async () => {
  relay.close();
  await listener.close();
  await app.close();
});

const viewer = (personId: string): Viewer => ({
  personId,
  name: 'Helen Ward',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', 'EXECUTIVE']),
  timeZone: 'Europe/London',
});

beforeEach(async () => {
  app.clock.set(MONDAY);
  const [h, p] = [`helen.${newId()}@example.com`, `priya.${newId()}@example.com`];
  helen = {
    id: (await anExecutive(app.db, { person: { name: 'Helen Ward', email: h } })).id,
    email: h,
  };
  priya = { id: (await aPerson(app.db, { name: 'Priya Nair', email: p })).id, email: p };
  const pairing = await aPairing(app.db, {
    executiveId: helen.id,
    championId: priya.id,
    state: 'accepted',
  });
  const booked = await app.nest.get(BookSeries).run(viewer(helen.id), {
    pairingId: pairing.id,
    localStart: '2027-01-12T10:00',
    idempotencyKey: newId(),
  });
  if (!booked.ok) throw new Error(booked.refusal.message);
  sessionIds = booked.value.sessionIds;
  const series = await app.db.one<{ uid: string }>(
    'select ical_uid as uid from series where id = $1',
    [booked.value.seriesId],
  );
  uid = series?.uid ?? '';
  await app.db.rows(`update mail_message set state = 'sent', sent_at = $1`, [app.clock.now()]);
});

interface Wish {
  method?: string;
  from?: string;
  attendee?: string;
  answer?: string;
  uid?: string;
  sequence?: number;
  recurrence?: string;
  stamp?: string;
  start?: string;
  checks?: string | null;
  messageId?: string;
  /** The address that it is sent to; the mailbox itself. */
  to?: string;
}

/** What the relay writes about a sender that it could check. */
const VOUCHED = (from: string) => ({
  'Authentication-Results': `mx.example.com; dkim=pass header.d=example.com; dmarc=pass header.from=${from.split('@')[1] ?? ''}`,
});

/** Sends what a calendar program would; answers what came of it. */
async function send(wish: Wish = {}): Promise<string> {
  const from = wish.from ?? helen.email;
  const method = wish.method ?? 'REPLY';
  const messageId = wish.messageId ?? `<${newId()}@example.com>`;
  const start = wish.start ?? 'DTSTART;TZID=Europe/London:20270126T100000';
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Another//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${wish.uid ?? uid}`,
    `SEQUENCE:${wish.sequence ?? 0}`,
    `DTSTAMP:${wish.stamp ?? '20270111T090000Z'}`,
    ...(wish.recurrence ? [wish.recurrence] : []),
    start,
    `ATTENDEE;PARTSTAT=${wish.answer ?? 'ACCEPTED'}:mailto:${wish.attendee ?? from}`,
    `ORGANIZER:mailto:${MAILBOX}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  const checks = wish.checks === undefined ? VOUCHED(from)['Authentication-Results'] : wish.checks;
  await relay.sendMail({
    from,
    to: wish.to ?? MAILBOX,
    subject: 'Accepted: AI coaching',
    messageId,
    ...(checks && { headers: { 'Authentication-Results': checks } }),
    text: 'Accepted',
    alternatives: [
      { contentType: `text/calendar; charset=utf-8; method=${method}`, content: calendar },
    ],
  });
  const row = await app.db.one<{ outcome: string }>(
    'select outcome from inbound_mail where message_id = $1',
    [messageId.replace(/[<>]/g, '')],
  );
  return row?.outcome ?? '';
}

const answers = () =>
  app.db.rows<{ answer: string; person: string }>(
    `select a.answer, a.person_id as person from participation a join series r on r.id = a.series_id where r.ical_uid = $1`,
    [uid],
  );
const standing = () =>
  app.db.rows<{ status: string; startsAt: Date; version: number }>(
    `select status, starts_at as "startsAt", version from session where id = any($1) order by recurrence_local`,
    [sessionIds],
  );
const attentionOf = async (at: number): Promise<string[]> =>
  (
    await app.db.one<{ attention: string[] }>('select attention from session where id = $1', [
      sessionIds[at],
    ])
  )?.attention ?? [];
const ONE = 'RECURRENCE-ID;TZID=Europe/London:20270126T100000';

describe('an answer from a calendar program', () => {
  it('is noted, and changes nothing else', async () => {
    const before = await standing();
    expect(await send({ answer: 'ACCEPTED' })).toBe('answered');
    expect(await answers()).toEqual([{ answer: 'accepted', person: helen.id }]);
    expect(await standing()).toEqual(before);
  });

  it('that declines is no cancellation: a flag, and one mail that asks what to do', async () => {
    const before = await standing();
    expect(await send({ answer: 'DECLINED', recurrence: ONE })).toBe('answered');
    expect(await standing()).toEqual(before);
    expect(await attentionOf(1)).toEqual(['declined_by_executive']);
    expect(await attentionOf(0)).toEqual([]);
    const mail = await app.db.one<{ text: string; ical: string | null }>(
      `select body_text as text, ical from mail_message where person_id = $1 and kind = 'declined'`,
      [helen.id],
    );
    expect(mail?.text).toContain('/a/');
    expect(mail?.ical).toBeNull();
    expect(await send({ recurrence: ONE, stamp: '20270111T100000Z' })).toBe('answered');
    expect(await attentionOf(1)).toEqual([]);
  });

  it('names its date in UTC or on another clock as well', async () => {
    expect(await send({ recurrence: 'RECURRENCE-ID:20270126T100000Z' })).toBe('answered');
    expect(
      await send({
        recurrence: 'RECURRENCE-ID;TZID=Asia/Kolkata:20270126T153000',
        answer: 'TENTATIVE',
        stamp: '20270111T100000Z',
      }),
    ).toBe('answered');
    expect(await answers()).toEqual([{ answer: 'tentative', person: helen.id }]);
  });

  it('61. with a lower SEQUENCE or an older stamp is ignored', async () => {
    const moved = await app.nest.get(MoveSession).run(viewer(helen.id), {
      sessionId: sessionIds[1] ?? '',
      startsAt: new Date('2027-01-27T11:00:00Z'),
    });
    expect(moved.ok).toBe(true);
    expect(await send({ recurrence: ONE, sequence: 0, answer: 'DECLINED' })).toBe('late');
    expect(await send({ recurrence: ONE, sequence: 1, stamp: '20270111T100000Z' })).toBe(
      'answered',
    );
    expect(
      await send({ recurrence: ONE, sequence: 1, stamp: '20270111T090000Z', answer: 'DECLINED' }),
    ).toBe('late');
    expect(await answers()).toEqual([{ answer: 'accepted', person: helen.id }]);
  });

  it('that comes twice counts once', async () => {
    const messageId = `<${newId()}@example.com>`;
    expect(await send({ messageId })).toBe('answered');
    expect(await send({ messageId, answer: 'DECLINED' })).toBe('answered');
    expect(await answers()).toEqual([{ answer: 'accepted', person: helen.id }]);
  });
});

describe('a decline', () => {
  const healing = () =>
    app.db.rows(`select 1 from graphile_worker.jobs where key = $1`, [
      `sessions.heal:${sessionIds[1] ?? ''}`,
    ]);
  const heal = () => app.nest.get(HealSession).handle({ sessionId: sessionIds[1] ?? '' });
  const held = () =>
    app.db.rows<{ id: string; at: Date }>(
      `select h.id, h.starts_at as at from session h join session_offer o on o.id = h.offer_id
       where o.about_session_id = $1 and h.status = 'offered' and o.state = 'open'`,
      [sessionIds[1]],
    );
  const mails = (personId: string) =>
    app.db.rows<{ kind: string; text: string; ical: string | null; state: string }>(
      `select kind, body_text as text, ical, state from mail_message
       where person_id = $1 and kind in ('declined', 'held_times') order by id`,
      [personId],
    );
  const press = (path: string, choice: string) =>
    app.inject({
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
    const kim = await aPerson(app.db, { name: 'Kim Lee', email: `kim.${newId()}@example.com` });
    await aDelegation(app.db, { principalId: helen.id, delegateId: kim.id });
    expect(await send({ answer: 'DECLINED', recurrence: ONE })).toBe('answered');
    expect(await healing()).toHaveLength(1);
    await heal();
    await heal();
    const [time, ...more] = await held();
    expect(more).toEqual([]);
    expect(time?.at).toEqual(new Date('2027-01-27T10:00:00Z'));
    // One mail each: the question what to do has become part of it.
    expect((await mails(helen.id)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'declined dropped',
      'held_times queued',
    ]);
    const [told] = await mails(kim.id);
    expect(told).toMatchObject({ kind: 'held_times', ical: null });
    expect(told?.text).toContain('For Helen Ward. You declined the session on');
    expect(told?.text).toContain('Held for both: Wed 27 Jan, 10:00–10:30 (London, UTC).');

    // The assistant takes it from the mail, without signing in; opening the page changes nothing.
    const link = /\/a\/[\w-]{43}/.exec(told?.text ?? '')?.[0] ?? '';
    const page = await app.inject({ method: 'GET', url: link });
    expect(page.body).toContain('with Priya Nair for Helen Ward?');
    expect((await held()).length).toBe(1);
    const done = await press(link, time?.id ?? '');
    expect(done.body).toContain('<h1>Booked</h1>');
    const session = await app.db.one(
      `select status, starts_at as at, attention, (select on_behalf_of from session_event e where e.session_id = s.id and kind = 'moved') as "for"
       from session s where id = $1`,
      [sessionIds[1]],
    );
    expect(session).toEqual({
      status: 'booked',
      at: new Date('2027-01-27T10:00:00Z'),
      attention: [],
      for: helen.id,
    });
    const moved = await app.db.one<{ text: string }>(
      `select body_text as text from mail_message where person_id = $1 and subject like 'Moved:%'`,
      [priya.id],
    );
    expect(moved?.text).toContain('Changed by Kim Lee for Helen Ward.');
    expect((await press(link, time?.id ?? '')).body).toContain('This link has been used.');
  });

  it('of the champion asks the champion, and offers the executive another time', async () => {
    await send({ from: priya.email, answer: 'DECLINED', recurrence: ONE });
    await heal();
    expect((await mails(priya.id)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'declined queued',
    ]);
    const [told] = await mails(helen.id);
    expect(told?.text).toContain('Priya Nair declined the session on Tue 26 Jan');
    const before = await standing();
    const none = await press(/\/a\/[\w-]{43}/.exec(told?.text ?? '')?.[0] ?? '', 'none');
    expect(none.body).toContain('<h1>Let go</h1>');
    expect(await held()).toEqual([]);
    expect(await standing()).toEqual(before);
  });

  it('taken back gives the held time away again', async () => {
    await send({ answer: 'DECLINED', recurrence: ONE });
    await heal();
    expect(await held()).toHaveLength(1);
    await send({ recurrence: ONE, stamp: '20270111T100000Z' });
    expect(await held()).toEqual([]);
    await heal();
    expect(await held()).toEqual([]);
  });
});

describe('a forged mail', () => {
  const forgeries: Record<string, () => Wish> = {
    'from a stranger': () => ({ from: 'mallory@evil.example' }),
    'from a stranger in the executive’s name': () => ({
      from: 'mallory@evil.example',
      attendee: helen.email,
    }),
    'from one of the two in the name of the other': () => ({
      from: priya.email,
      attendee: helen.email,
    }),
    'about a meeting that does not exist': () => ({ uid: 'guess@example.com' }),
    'about a date that does not exist': () => ({
      recurrence: 'RECURRENCE-ID;TZID=Europe/London:20270127T100000',
    }),
  };
  it.each(Object.keys(forgeries))('61. %s is logged and changes nothing', async (name) => {
    const before = await standing();
    expect(await send({ ...forgeries[name]?.(), answer: 'DECLINED' })).toBe('stranger');
    expect(await answers()).toEqual([]);
    expect(await standing()).toEqual(before);
    expect(await attentionOf(0)).toEqual([]);
  });

  it.each([
    ['no result of the relay', null],
    ['a result of another server', 'mx.evil.example; dmarc=pass header.from=example.com'],
    ['a failure', 'mx.example.com; dmarc=fail header.from=example.com; spf=pass'],
    ['a signature of another domain', 'mx.example.com; dkim=pass header.d=evil.example'],
    ['a pass for another sender', 'mx.example.com; dmarc=pass header.from=evil.example'],
  ])('with %s is not believed', async (_, checks) => {
    expect(await send({ checks })).toBe('unchecked');
    expect(await answers()).toEqual([]);
  });

  it.each(['CANCEL', 'REQUEST', 'PUBLISH', 'ADD', 'DECLINECOUNTER'])(
    'with METHOD:%s can neither move nor cancel a session',
    async (method) => {
      const before = await standing();
      const outcome = await send({
        method,
        sequence: 99,
        recurrence: ONE,
        start: 'DTSTART:20270126T200000Z',
      });
      expect(outcome).toBe('not_understood');
      expect(await standing()).toEqual(before);
    },
  );
});

describe('another time from a calendar program', () => {
  it('becomes a proposal to the other side, not a move', async () => {
    const before = await standing();
    expect(
      await send({ method: 'COUNTER', recurrence: ONE, start: 'DTSTART:20270127T110000Z' }),
    ).toBe('proposed');
    expect(await standing()).toEqual(before);
    const held = await app.db.rows(
      `select 1 from session s join pairing p on p.id = s.pairing_id where p.executive_id = $1 and s.status = 'offered' and s.starts_at = '2027-01-27T11:00:00Z'`,
      [helen.id],
    );
    expect(held).toHaveLength(1);
  });

  it('62. outside working hours is declined with the reason and what stands, to the one who asked', async () => {
    const before = await standing();
    expect(
      await send({ method: 'COUNTER', recurrence: ONE, start: 'DTSTART:20270127T030000Z' }),
    ).toBe('declined');
    expect(await standing()).toEqual(before);
    expect(await restated(priya.id)).toEqual([]);
    const [mail, ...others] = await restated(helen.id);
    expect(others).toEqual([]);
    expect(mail?.ical).toContain('METHOD:DECLINECOUNTER');
    expect(mail?.ical).toContain('RECURRENCE-ID;TZID=Europe/London:20270126T100000');
    expect(mail?.ical).not.toMatch(/DTSTART[;:]\S*20270127T030000/);
    expect(mail?.text).toContain('Your calendar asked for Wed 27 Jan, 3:00.');
    expect(mail?.text).toContain('The session stays: Tue 26 Jan, 10:00–10:30');
  });

  it.each([
    ['the other side says no to', 'Priya Nair cannot make it.'],
    ['nobody answers', 'Priya Nair did not answer in time.'],
  ])('that %s is declined in the calendar that asked, once', async (how, why) => {
    await send({ method: 'COUNTER', recurrence: ONE, start: 'DTSTART:20270127T110000Z' });
    const held = await app.db.one<{ id: string }>(
      `select s.id from session s join pairing p on p.id = s.pairing_id where p.executive_id = $1 and s.status = 'offered'`,
      [helen.id],
    );
    if (how === 'nobody answers') {
      app.clock.set('2027-01-14T08:00:00Z');
      await app.nest.get(ExpireOffers).handle();
      await app.nest.get(ExpireOffers).handle();
    } else {
      const { errors } = await app.gql(
        `mutation Decline($input: SessionInput!) { declineOffer(input: $input) { __typename } }`,
        { input: { sessionId: held?.id } },
        { as: priya.id },
      );
      expect(errors).toEqual([]);
    }
    const mails = await restated(helen.id);
    expect(mails.map(({ ical }) => /METHOD:(\w+)/.exec(ical)?.[1])).toEqual(['DECLINECOUNTER']);
    expect(mails[0]?.text).toContain(why);
    const others = await app.db.rows(
      `select 1 from mail_message where person_id = $1 and kind = 'held_times'`,
      [helen.id],
    );
    expect(others).toEqual([]);
  });
});

const restated = (personId: string) =>
  app.db.rows<{ ical: string; text: string }>(
    `select ical, body_text as text from mail_message where person_id = $1 and ical is not null and state <> 'sent' order by created_at, id`,
    [personId],
  );

describe('the wish to hear again', () => {
  it('is answered with the series and each moved date, same number, newer stamp', async () => {
    await app.nest.get(MoveSession).run(viewer(helen.id), {
      sessionId: sessionIds[1] ?? '',
      startsAt: new Date('2027-01-27T11:00:00Z'),
    });
    await app.db.rows(`update mail_message set state = 'sent', sent_at = $1`, [app.clock.now()]);
    expect(await send({ method: 'REFRESH' })).toBe('restated');
    const mails = await restated(helen.id);
    expect(mails).toHaveLength(2);
    for (const { ical } of mails) expect(ical).toContain('SEQUENCE:1\r\n');
    expect(mails[0]?.ical).toContain('RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=6');
    expect(mails[1]?.ical).toContain('RECURRENCE-ID;TZID=Europe/London:20270126T100000');
    expect(await restated(priya.id)).toEqual([]);
  });
});

describe('a mail that comes back', () => {
  it('60. sets mail_bounced, tells the HR lead, and does not cancel', async () => {
    const lead = await anHrLead(app.db, { email: `hr.${newId()}@example.com` });
    const before = await standing();
    const sent = await app.db.one<{ key: string }>(
      `select message_id as key from mail_message where person_id = $1 and kind = 'invitation'`,
      [helen.id],
    );
    const report = (messageId: string) =>
      relay.sendMail({
        envelope: { from: '', to: MAILBOX },
        raw: [
          'From: MAILER-DAEMON@mx.example.com',
          `To: ${MAILBOX}`,
          `Message-ID: <${newId()}@mx.example.com>`,
          'Subject: Undelivered Mail Returned to Sender',
          'MIME-Version: 1.0',
          'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
          '',
          '--b',
          'Content-Type: message/delivery-status',
          '',
          `Final-Recipient: rfc822; ${helen.email}`,
          'Action: failed',
          'Status: 5.1.1',
          '',
          '--b',
          'Content-Type: text/rfc822-headers',
          '',
          `Message-ID: <${messageId}@example.com>`,
          '--b--',
          '',
        ].join('\r\n'),
      });
    await report('0'.repeat(40));
    expect(await attentionOf(0)).toEqual([]);
    await report(sent?.key ?? '');
    expect(await attentionOf(0)).toEqual(['mail_bounced']);
    expect(await standing()).toEqual(before);
    const told = await app.db.rows(`select subject from mail_message where person_id = $1`, [
      lead.id,
    ]);
    expect(told).toEqual([{ subject: 'Mail to Helen Ward comes back' }]);
  });
});

describe('the listener', () => {
  it('takes mail for its own mailbox only', async () => {
    await expect(
      relay.sendMail({ from: helen.email, to: 'else@example.com', text: 'Hello' }),
    ).rejects.toThrow(/No such mailbox/);
  });

  it('keeps nobody’s words, and points whoever wrote them to links that work, once a day', async () => {
    const words = 'Please call me about my reviews.';
    const write = async (more: Partial<{ from: string; headers: Record<string, string> }> = {}) => {
      const messageId = `<${newId()}@example.com>`;
      await relay.sendMail({
        from: helen.email,
        to: MAILBOX,
        subject: 'Can we talk?',
        messageId,
        text: words,
        ...more,
        headers: { ...VOUCHED(more.from ?? helen.email), ...more.headers },
      });
      return app.db.one<{ what: string; outcome: string }>(
        'select * from inbound_mail where message_id = $1',
        [messageId.replace(/[<>]/g, '')],
      );
    };
    expect(await write()).toMatchObject({ what: 'words', outcome: 'pointed' });
    expect(await write()).toMatchObject({ what: 'words', outcome: 'pointed' });
    expect(await write({ headers: { 'Auto-Submitted': 'auto-replied' } })).toMatchObject({
      what: 'automatic',
      outcome: 'ignored',
    });
    const stranger = await write({ from: 'somebody@example.com' });
    expect(stranger).toMatchObject({ what: 'words', outcome: 'stranger' });
    expect(JSON.stringify(stranger)).not.toMatch(/talk|reviews/);
    const told = await app.db.rows<{ email: string; text: string }>(
      `select to_email as email, body_text as text from mail_message where kind = 'words_answered' and person_id = $1`,
      [helen.id],
    );
    expect(told).toEqual([
      { email: helen.email, text: expect.stringMatching(/Move or skip it: \S+\/a\/[\w-]{43}/) },
    ]);
    expect(told[0]?.text).not.toContain(words);
    const all = await app.db.rows(
      `select 1 from mail_message where to_email = 'somebody@example.com'`,
    );
    expect(all).toEqual([]);
  });

  it('survives nonsense', async () => {
    await relay.sendMail({
      envelope: { from: helen.email, to: MAILBOX },
      raw: 'Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:\u0000\r\n',
    });
  });
});

describe('a signed reply address', () => {
  const marked = (personId: string): string =>
    replyAddress(app.nest.get<Config>(CONFIG), personId) ?? '';

  it('ties an answer from an address that we do not know to whom the mail went to', async () => {
    const alias = { from: 'h.ward@example.com', attendee: helen.email };
    expect(await send(alias)).toBe('stranger');
    expect(await send({ ...alias, to: marked(helen.id) })).toBe('answered');
    expect(await send({ from: 'h.ward@example.com', to: marked(helen.id) })).toBe('answered');
    const kept = await app.db.rows(`select answer from participation where person_id = $1`, [
      helen.id,
    ]);
    expect(kept).toEqual([{ answer: 'accepted' }]);
  });

  it('gives nobody a say in what is not theirs', async () => {
    const outsider = await aPerson(app.db);
    const forged = marked(helen.id).replace(/\+../, '+zz');
    for (const to of [marked(outsider.id), forged])
      expect(await send({ from: 'h.ward@example.com', attendee: helen.email, to })).toBe(
        'stranger',
      );
    // Without the relay's word it is as little as any other mail.
    expect(await send({ from: 'h.ward@example.com', to: marked(helen.id), checks: null })).toBe(
      'unchecked',
    );
  });
});

describe('what an administrator sees of it', () => {
  it('is what came and why nothing was done, and no word of it', async () => {
    await send();
    await send({ from: 'stranger@example.com' });
    const { id } = await anAdministrator(app.db);
    const { data } = await app.gql(
      '{ inboundMails(first: 2) { edges { node { from what label why isRefused } } } inboundWay { mailbox how } }',
      {},
      { as: id },
    );
    expect(data).toMatchObject({
      inboundMails: {
        edges: [
          {
            node: {
              from: 'stranger@example.com',
              what: 'Answer of a calendar',
              label: 'Sender has no say here',
              isRefused: true,
            },
          },
          { node: { from: helen.email, label: 'Answer kept', isRefused: false } },
        ],
      },
      inboundWay: { mailbox: MAILBOX },
    });
    const refused = await app.gql(
      '{ inboundMails(first: 50, isRefusedOnly: true) { edges { node { isRefused } } } }',
      {},
      { as: id },
    );
    expect(JSON.stringify(refused.data)).not.toContain('"isRefused":false');
    const lead = await anHrLead(app.db);
    expect((await app.gql('{ inboundWay { how } }', {}, { as: lead.id })).errors).toHaveLength(1);
  });
});

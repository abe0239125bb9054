/** Mail read out of a mailbox, over a real IMAP conversation with a small server. */
import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { anAdministrator, aPerson } from '@flipside/people-api/builders';
import { SignIn } from '@flipside/people-api';
import { BookSeries, ReadMailbox } from '@flipside/sessions-api';
import { testApp, type TestApp } from './test-app.js';

const MONDAY = '2027-01-11T08:00:00Z';
const PASSWORD = 'correct horse';

/** The parts of the small server that this spec uses; it has no types of its own. */
interface ImapPeer {
  readonly server: Server;
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
  appendMessage(mailbox: string, flags: string[], date: Date, raw: string): void;
  getMailbox(name: string): { uidvalidity: number; messages: { flags: string[] }[] };
  users: Record<string, { password: string }>;
}
const require = createRequire(import.meta.url);
const startPeer = require('hoodiecrow-imap') as (options: object) => ImapPeer;

let app: TestApp;
let peer: ImapPeer;
let helen: string;
let email: string;
let uid: string;

beforeAll(async () => {
  peer = startPeer({
    plugins: ['ID', 'SASL-IR', 'AUTH-PLAIN', 'LITERALPLUS'],
    users: { coaching: { password: PASSWORD } },
    storage: { INBOX: { messages: [] } },
  });
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
  const { port } = peer.server.address() as AddressInfo;
  app = await testApp({
    now: MONDAY,
    env: {
      FLIPSIDE_MAIL_FROM: 'AI coaching <coaching@example.com>',
      FLIPSIDE_INBOUND: `imap://coaching:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/INBOX`,
    },
  });
});
afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => peer.close(resolve));
});
beforeEach(async () => {
  email = `helen.${newId()}@example.com`;
  helen = (await anExecutive(app.db, { person: { name: 'Helen Ward', email } })).id;
  const pairing = await aPairing(app.db, {
    executiveId: helen,
    championId: (await aPerson(app.db, { name: 'Priya Nair' })).id,
    state: 'accepted',
  });
  const viewer = await app.nest.get(SignIn, { strict: false }).viewerById(helen);
  if (!viewer) throw new Error('Nobody there');
  const booked = await app.nest.get(BookSeries).run(viewer, {
    pairingId: pairing.id,
    localStart: '2027-01-12T10:00',
    idempotencyKey: newId(),
  });
  if (!booked.ok) throw new Error(booked.refusal.message);
  const series = await app.db.one<{ uid: string }>(
    `select ical_uid as uid from series where id = $1`,
    [booked.value.seriesId],
  );
  uid = series?.uid ?? '';
});

/** What a calendar program leaves in the mailbox; answers its Message-ID. */
function arrives(answer: string, stamp: string): string {
  const messageId = `${newId()}@example.com`;
  peer.appendMessage(
    'INBOX',
    [],
    new Date(MONDAY),
    [
      `From: Helen <${email}>`,
      'To: coaching@example.com',
      `Message-ID: <${messageId}>`,
      `Subject: ${answer}`,
      'MIME-Version: 1.0',
      'Content-Type: text/calendar; charset=utf-8; method=REPLY',
      '',
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Another//EN',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      `UID:${uid}`,
      'SEQUENCE:0',
      `DTSTAMP:${stamp}`,
      'DTSTART;TZID=Europe/London:20270112T100000',
      `ATTENDEE;PARTSTAT=${answer}:mailto:${email}`,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
  return messageId;
}

const read = (): Promise<void> => app.nest.get(ReadMailbox, { strict: false }).handle();
const outcomeOf = (messageId: string) =>
  app.db.one(`select what, outcome from inbound_mail where message_id = $1`, [messageId]);
const answer = () => app.db.one(`select answer from participation where person_id = $1`, [helen]);
const way = async (): Promise<unknown> =>
  (
    await app.gql(
      '{ inboundWay { how problem readAt } }',
      {},
      { as: (await anAdministrator(app.db)).id },
    )
  ).data?.['inboundWay'];

describe('a mailbox', () => {
  it('is read from where it was left, in order, and left as it was', async () => {
    const first = arrives('TENTATIVE', '20270111T090000Z');
    const second = arrives('ACCEPTED', '20270111T091000Z');
    await read();
    expect(await outcomeOf(first)).toEqual({ what: 'reply', outcome: 'answered' });
    expect(await outcomeOf(second)).toEqual({ what: 'reply', outcome: 'answered' });
    expect(await answer()).toEqual({ answer: 'accepted' });
    await read();
    const third = arrives('TENTATIVE', '20270111T092000Z');
    await Promise.all([read(), read()]);
    expect(await outcomeOf(third)).toEqual({ what: 'reply', outcome: 'answered' });
    expect(await answer()).toEqual({ answer: 'tentative' });
    const { messages } = peer.getMailbox('INBOX');
    expect(messages.flatMap(({ flags }) => flags).filter((flag) => flag === '\\Seen')).toEqual([]);
    expect(await way()).toMatchObject({
      how: 'INBOX at 127.0.0.1 is read every two minutes.',
      problem: null,
    });
  });

  it('that was rebuilt is read anew, and nothing is taken twice', async () => {
    const before = arrives('ACCEPTED', '20270111T090000Z');
    await read();
    await app.db.rows(`delete from participation where person_id = $1 returning id`, [helen]);
    peer.getMailbox('INBOX').uidvalidity += 1;
    const after = arrives('TENTATIVE', '20270111T093000Z');
    await read();
    expect(await outcomeOf(before)).toEqual({ what: 'reply', outcome: 'answered' });
    expect(await outcomeOf(after)).toEqual({ what: 'reply', outcome: 'answered' });
    expect(await answer()).toEqual({ answer: 'tentative' });
  });

  it('that cannot be opened is said to administrators, and read again once it can', async () => {
    const user = peer.users['coaching'];
    if (!user) throw new Error('The peer has no user');
    user.password = 'changed';
    const waiting = arrives('ACCEPTED', '20270111T090000Z');
    await read();
    expect(await outcomeOf(waiting)).toBeNull();
    expect(await way()).toMatchObject({ problem: expect.stringMatching(/\w/) });
    user.password = PASSWORD;
    await read();
    expect(await outcomeOf(waiting)).toEqual({ what: 'reply', outcome: 'answered' });
    expect(await way()).toMatchObject({ problem: null });
  });

  it('may hold nonsense', async () => {
    peer.appendMessage('INBOX', [], new Date(MONDAY), 'no mail at all');
    const good = arrives('ACCEPTED', '20270111T090000Z');
    await read();
    expect(await outcomeOf(good)).toEqual({ what: 'reply', outcome: 'answered' });
  });
});

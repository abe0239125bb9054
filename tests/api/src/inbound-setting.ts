/** What the specs of incoming mail stand on: a booked pair, and a relay that speaks SMTP to the server's own listener. */
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { aPerson } from '@flipside/people-api/builders';
import { type Role, type Viewer } from '@flipside/platform-api';
import { BookSeries, InboundServer } from '@flipside/sessions-api';
import nodemailer, { type Transporter } from 'nodemailer';
import { testApp, type TestApp } from './test-app.js';

export const MONDAY = '2027-01-11T08:00:00Z';
export const MAILBOX = 'coaching@example.com';
/** The second session of the series. */
export const ONE = 'RECURRENCE-ID;TZID=Europe/London:20270126T100000';

export interface Wish {
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

interface Someone {
  readonly id: string;
  readonly email: string;
}

/** What the relay writes about a sender that it could check. */
export const VOUCHED = (from: string) => ({
  'Authentication-Results': `mx.example.com; dkim=pass header.d=example.com; dmarc=pass header.from=${from.split('@')[1] ?? ''}`,
});

/** What a calendar program would send about a meeting. */
const calendarOf = (wish: Wish, uid: string, attendee: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Another//EN',
    `METHOD:${wish.method ?? 'REPLY'}`,
    'BEGIN:VEVENT',
    `UID:${wish.uid ?? uid}`,
    `SEQUENCE:${wish.sequence ?? 0}`,
    `DTSTAMP:${wish.stamp ?? '20270111T090000Z'}`,
    ...(wish.recurrence ? [wish.recurrence] : []),
    wish.start ?? 'DTSTART;TZID=Europe/London:20270126T100000',
    `ATTENDEE;PARTSTAT=${wish.answer ?? 'ACCEPTED'}:mailto:${attendee}`,
    `ORGANIZER:mailto:${MAILBOX}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

class InboundSetting {
  app!: TestApp;
  relay!: Transporter;
  /** The executive and the champion of a pairing that is new for each test. */
  helen!: Someone;
  priya!: Someone;
  /** Their series, its sessions in order, its invitations sent. */
  uid = '';
  sessionIds: readonly string[] = [];
  #listener!: { close(): Promise<void> };

  async open(): Promise<void> {
    this.app = await testApp({
      now: MONDAY,
      env: {
        FLIPSIDE_MAIL_FROM: `AI coaching <${MAILBOX}>`,
        FLIPSIDE_INBOUND: 'smtp://127.0.0.1:0',
        FLIPSIDE_INBOUND_AUTHORITY: 'mx.example.com',
      },
    });
    const started = await this.app.nest.get(InboundServer).start();
    if (!started) throw new Error('The listener did not start');
    this.#listener = started;
    this.relay = nodemailer.createTransport({
      host: '127.0.0.1',
      port: started.port,
      secure: false,
    });
  }

  async close(): Promise<void> {
    this.relay.close();
    await this.#listener.close();
    await this.app.close();
  }

  async newPair(): Promise<void> {
    const { app } = this;
    app.clock.set(MONDAY);
    const [h, p] = [`helen.${newId()}@example.com`, `priya.${newId()}@example.com`];
    const helen = await anExecutive(app.db, { person: { name: 'Helen Ward', email: h } });
    const priya = await aPerson(app.db, { name: 'Priya Nair', email: p });
    this.helen = { id: helen.id, email: h };
    this.priya = { id: priya.id, email: p };
    const pairing = await aPairing(app.db, {
      executiveId: helen.id,
      championId: priya.id,
      state: 'accepted',
    });
    const booked = await app.nest.get(BookSeries).run(this.executive(), {
      pairingId: pairing.id,
      localStart: '2027-01-12T10:00',
      idempotencyKey: newId(),
    });
    if (!booked.ok) throw new Error(booked.refusal.message);
    this.sessionIds = booked.value.sessionIds;
    const series = await app.db.one<{ uid: string }>(
      'select ical_uid as uid from series where id = $1',
      [booked.value.seriesId],
    );
    this.uid = series?.uid ?? '';
    await app.db.rows(`update mail_message set state = 'sent', sent_at = $1`, [app.clock.now()]);
  }

  executive(): Viewer {
    return {
      personId: this.helen.id,
      name: 'Helen Ward',
      email: null,
      roles: new Set<Role>(['EMPLOYEE', 'EXECUTIVE']),
      timeZone: 'Europe/London',
    };
  }

  /** Sends what a calendar program would; answers what came of it. */
  async send(wish: Wish = {}): Promise<string> {
    const from = wish.from ?? this.helen.email;
    const messageId = wish.messageId ?? `<${newId()}@example.com>`;
    const checks =
      wish.checks === undefined ? VOUCHED(from)['Authentication-Results'] : wish.checks;
    await this.relay.sendMail({
      from,
      to: wish.to ?? MAILBOX,
      subject: 'Accepted: AI coaching',
      messageId,
      ...(checks && { headers: { 'Authentication-Results': checks } }),
      text: 'Accepted',
      alternatives: [
        {
          contentType: `text/calendar; charset=utf-8; method=${wish.method ?? 'REPLY'}`,
          content: calendarOf(wish, this.uid, wish.attendee ?? from),
        },
      ],
    });
    const row = await this.app.db.one<{ outcome: string }>(
      'select outcome from inbound_mail where message_id = $1',
      [messageId.replace(/[<>]/g, '')],
    );
    return row?.outcome ?? '';
  }

  answers(): Promise<{ answer: string; person: string }[]> {
    return this.app.db.rows(
      `select a.answer, a.person_id as person from participation a join series r on r.id = a.series_id where r.ical_uid = $1`,
      [this.uid],
    );
  }

  standing(): Promise<{ status: string; startsAt: Date; version: number }[]> {
    return this.app.db.rows(
      `select status, starts_at as "startsAt", version from session where id = any($1) order by recurrence_local`,
      [this.sessionIds],
    );
  }

  async attentionOf(at: number): Promise<string[]> {
    const session = await this.app.db.one<{ attention: string[] }>(
      'select attention from session where id = $1',
      [this.sessionIds[at]],
    );
    return session?.attention ?? [];
  }

  /** Calendar mails to this person since the invitations, in order. */
  restated(personId: string): Promise<{ ical: string; text: string }[]> {
    return this.app.db.rows(
      `select ical, body_text as text from mail_message where person_id = $1 and ical is not null and state <> 'sent' order by created_at, id`,
      [personId],
    );
  }
}

/** The running server with its mailbox for all tests of a file, and a new booked pair for each. */
export function inboundSetting(): InboundSetting {
  const setting = new InboundSetting();
  beforeAll(() => setting.open());
  afterAll(() => setting.close());
  beforeEach(() => setting.newPair());
  return setting;
}

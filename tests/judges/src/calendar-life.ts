/** A pairing that lives through changes, with what was mailed to the executive and what the database holds after each. */
import { createHttpApp, entities } from '@flipside/app-api';
import { fixedClock, newId } from '@flipside/kernel';
import { aPairing } from '@flipside/pairings-api/builders';
import { readConfig, type Role, type Viewer } from '@flipside/platform-api';
import { InboundServer } from '@flipside/sessions-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import nodemailer, { type Transporter } from 'nodemailer';

export const MONDAY = '2027-01-11T08:00:00Z';
const MAILBOX = 'coaching@example.com';
const AUTHORITY = 'mx.example.com';

/** The whole server on a database of its own, listening for what calendar programs send. */
export interface MailingServer {
  readonly test: TestDatabase;
  readonly app: Awaited<ReturnType<typeof createHttpApp>>;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly relay: Transporter;
  close(): Promise<void>;
}

export async function mailingServer(): Promise<MailingServer> {
  const test = await testDatabase(entities);
  const clock = fixedClock(MONDAY);
  const config = readConfig(
    { url: 'https://coach.example.com', company: 'own' },
    {
      DATABASE_URL: test.url,
      FLIPSIDE_MAIL_FROM: `AI coaching <${MAILBOX}>`,
      FLIPSIDE_INBOUND: 'smtp://127.0.0.1:0',
      FLIPSIDE_INBOUND_AUTHORITY: AUTHORITY,
      FLIPSIDE_PRIVATE_CALENDARS: 'yes',
    },
  );
  const app = await createHttpApp({ config, database: test.db, clock });
  const listener = await app.get(InboundServer).start();
  if (!listener) throw new Error('The listener did not start');
  const relay = nodemailer.createTransport({
    host: '127.0.0.1',
    port: listener.port,
    secure: false,
  });
  const close = async (): Promise<void> => {
    relay.close();
    await listener.close();
    await app.close();
    await test.close();
  };
  return { test, app, clock, relay, close };
}

export interface Step {
  readonly name: string;
  readonly messages: readonly string[];
  readonly starts: readonly string[];
}

/** 'REQUEST all', 'REQUEST single', 'CANCEL one': what a message is about. A CANCEL without a date is of all there is. */
export function kindOf(text: string): string {
  const event = text.replaceAll(/\r\n[ \t]/g, '').split('BEGIN:VEVENT')[1] ?? '';
  const method = /METHOD:(\w+)/.exec(text)?.[1] ?? '';
  if (/^RECURRENCE-ID/m.test(event)) return `${method} one`;
  return `${method} ${method === 'CANCEL' || /^RRULE/m.test(event) ? 'all' : 'single'}`;
}

const HOUR_MS = 3_600_000;

export class CalendarLife {
  readonly steps: Step[] = [];
  readonly #told = new Set<string>();

  private constructor(
    private readonly server: MailingServer,
    readonly pairingId: string,
    readonly executive: Viewer,
    readonly champion: Viewer,
  ) {}

  static async begin(server: MailingServer, executiveName: string): Promise<CalendarLife> {
    const { db } = server.test;
    server.clock.set(MONDAY);
    const pairing = await aPairing(db, { state: 'accepted' });
    await db.rows('update person set name = $2 where id = $1', [
      pairing.executiveId,
      executiveName,
    ]);
    const viewer = (personId: string, role: Role): Viewer => ({
      personId,
      name: role,
      email: null,
      roles: new Set<Role>(['EMPLOYEE', role]),
      timeZone: 'Europe/London',
    });
    return new CalendarLife(
      server,
      pairing.id,
      viewer(pairing.executiveId, 'EXECUTIVE'),
      viewer(pairing.championId, 'CHAMPION'),
    );
  }

  /** Takes down what was mailed since the last step, as sent, and what is booked. */
  async note(name: string): Promise<void> {
    const { db } = this.server.test;
    const mails = await db.rows<{ id: string; ical: string }>(
      `select id, ical from mail_message where person_id = $1 and ical is not null and state <> 'dropped' order by created_at, id`,
      [this.executive.personId],
    );
    const fresh = mails.filter(({ id }) => !this.#told.has(id));
    for (const { id } of fresh) this.#told.add(id);
    await db.rows(`update mail_message set state = 'sent', sent_at = $1 where state = 'queued'`, [
      this.server.clock.now(),
    ]);
    const booked = await db.rows<{ at: Date }>(
      `select starts_at as at from session where pairing_id = $1 and status = 'booked' order by 1`,
      [this.pairingId],
    );
    const starts = booked.map(({ at }) => `${at.toISOString().slice(0, 19)}Z`);
    this.steps.push({ name, messages: fresh.map(({ ical }) => ical), starts });
  }

  /** Does something that has to succeed, notes it, and lets so many hours pass. */
  async done(work: Promise<{ ok: boolean }>, name: string, hours = 2): Promise<void> {
    const result = await work;
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
    await this.note(name);
    const { clock } = this.server;
    clock.set(new Date(clock.now().getTime() + hours * HOUR_MS));
  }

  /** Sessions in the order of their dates. */
  async sessions(status?: string): Promise<string[]> {
    const rows = await this.server.test.db.rows<{ id: string }>(
      `select id from session where pairing_id = $1 and ($2::text is null or status = $2) order by recurrence_local, id`,
      [this.pairingId, status ?? null],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * What the executive's calendar program sends about the first series, through a real conversation.
   * @returns what came of it
   */
  async calendarSends(
    method: 'REPLY' | 'COUNTER' | 'REFRESH',
    about: { recurrence?: string; start?: string; answer?: string } = {},
  ): Promise<string> {
    const { db } = this.server.test;
    const series = await db.one<{ uid: string; sequence: number }>(
      'select ical_uid as uid, sequence from series where pairing_id = $1 order by created_at, id limit 1',
      [this.pairingId],
    );
    const person = await db.one<{ email: string }>('select email from person where id = $1', [
      this.executive.personId,
    ]);
    const from = person?.email ?? '';
    const domain = from.split('@')[1] ?? '';
    const utc = (iso: string): string => `${iso.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
    const messageId = `<${newId()}@${domain}>`;
    const calendar = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Another//EN',
      `METHOD:${method}`,
      'BEGIN:VEVENT',
      `UID:${series?.uid ?? ''}`,
      `SEQUENCE:${series?.sequence ?? 0}`,
      `DTSTAMP:${utc(this.server.clock.now().toISOString())}`,
      ...(about.recurrence ? [`RECURRENCE-ID;TZID=Europe/London:${about.recurrence}`] : []),
      ...(about.start ? [`DTSTART:${utc(about.start)}`] : []),
      `ATTENDEE;PARTSTAT=${about.answer ?? 'ACCEPTED'}:mailto:${from}`,
      `ORGANIZER:mailto:${MAILBOX}`,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    await this.server.relay.sendMail({
      from,
      to: MAILBOX,
      subject: method,
      messageId,
      headers: {
        'Authentication-Results': `${AUTHORITY}; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
      },
      text: method,
      alternatives: [
        { contentType: `text/calendar; charset=utf-8; method=${method}`, content: calendar },
      ],
    });
    const row = await db.one<{ outcome: string }>(
      'select outcome from inbound_mail where message_id = $1',
      [messageId.replaceAll(/[<>]/g, '')],
    );
    return row?.outcome ?? 'nothing';
  }
}

import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { SendMail } from '@flipside/platform-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { SkipSession } from './call-off-session.js';
import { MoveSession } from './move-session.js';
import { MONDAY, aBooking, aPair, config, icsValue, type Pair } from './spec-setting.builder.js';

interface Received {
  raw: string;
  mail: Email;
}

let test: TestDatabase;
let server: SMTPServer;
let sender: SendMail;
let isRefusing = false;
const inbox: Received[] = [];
/** What arrived while the server refused everything. */
const refused: string[] = [];

beforeAll(async () => {
  test = await testDatabase();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        if (isRefusing) {
          refused.push(raw);
          return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        }
        void PostalMime.parse(raw).then((mail) => {
          inbox.push({ raw, mail });
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  sender = new SendMail(
    test.db,
    { ...config, smtp: { host: '127.0.0.1', port, secure: false } },
    fixedClock(MONDAY),
  );
});
afterAll(async () => {
  sender.onModuleDestroy();
  await new Promise<void>((resolve) => server.close(resolve));
  await test.close();
});

/** Sends everything that waits, through a real conversation. */
async function deliver(): Promise<Received[]> {
  const before = inbox.length;
  const waiting = await test.db.rows<{ id: string }>(
    `select id from mail_message where state = 'queued' order by id`,
  );
  for (const { id } of waiting) await sender.handle({ mailId: id });
  return inbox.slice(before);
}

/** MIME types in the order in which they stand in the mail, with the calendar's method. */
const shapeOf = (raw: string): string[] =>
  [...raw.matchAll(/^Content-Type: ([a-z]+\/[a-z]+)((?:[^\r\n]|\r\n[ \t])*)/gim)].map(
    ([, type, rest]) => {
      const method = /method=([A-Z]+)/.exec(rest ?? '')?.[1];
      return method ? `${type ?? ''} ${method}` : (type ?? '');
    },
  );

/** The calendar part octet for octet: the mail parser would make its line ends its own. */
function calendarOf({ raw }: Pick<Received, 'raw'>): string {
  const part = raw
    .split(/\r\n--[^\r\n]+/)
    .find((each) => /^\r\nContent-Type: text\/calendar/i.test(each));
  if (!part) throw new Error('The mail has no calendar part');
  const headEnd = part.indexOf('\r\n\r\n');
  const body = part.slice(headEnd + 4);
  if (/base64/i.test(part.slice(0, headEnd))) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(part.slice(0, headEnd))) return body;
  const octets = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(octets, 'latin1').toString('utf8');
}

const messageIdOf = (raw: string): string | undefined => /^Message-ID: (.+)$/im.exec(raw)?.[1];

async function booked(): Promise<{ pair: Pair; sessionIds: readonly string[] }> {
  const pair = await aPair(test.db, { championZone: 'Asia/Kolkata' });
  const { sessionIds } = await aBooking(test.db, pair);
  return { pair, sessionIds };
}

describe('an invitation over SMTP', () => {
  it('has text, HTML and the calendar as alternatives, the calendar last, and a copy as attachment', async () => {
    await booked();
    const [received] = await deliver();
    expect(shapeOf(received?.raw ?? '')).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar REQUEST',
      'application/ics',
    ]);
    expect(received?.mail.from).toEqual({ name: 'AI coaching', address: 'coaching@example.com' });
    expect(received?.mail.to?.[0]?.name).toBe('Helen Ward');
  });

  it('says in plain text alone what, when on both clocks, and how to change it', async () => {
    await booked();
    const [received] = await deliver();
    const text = received?.mail.text ?? '';
    expect(text).toContain(
      'Tue 12 Jan, 10:00–10:30 (London, UTC). For Priya Nair: 15:30–16:00 (Kolkata, UTC+5:30).',
    );
    expect(text).toContain('Move or skip it: https://coach.example.com/a/');
    expect(received?.mail.html).toContain('Your sessions with Priya Nair are booked');
  });

  it('carries the method in the body too, with CRLF and no line over 75 octets', async () => {
    await booked();
    const [received] = await deliver();
    if (!received) throw new Error('expected a mail');
    const ics = calendarOf(received);
    expect(ics).toContain('METHOD:REQUEST\r\n');
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is followed by a move and a cancellation in the same thread, each once, numbers rising', async () => {
    const { pair, sessionIds } = await booked();
    const [invitation] = await deliver();
    const sessionId = sessionIds[1] ?? '';
    await new MoveSession(test.db, fixedClock('2027-01-11T09:00:00Z'), config).run(pair.executive, {
      sessionId,
      startsAt: new Date('2027-01-27T11:00:00Z'),
    });
    const [moved] = await deliver();
    await new SkipSession(test.db, fixedClock('2027-01-11T10:00:00Z'), config).run(pair.champion, {
      sessionId,
    });
    const [skipped] = await deliver();
    if (!invitation || !moved || !skipped) throw new Error('expected three mails');
    const mails = [invitation, moved, skipped];
    expect(mails.map((mail) => icsValue(calendarOf(mail), 'SEQUENCE'))).toEqual(['0', '1', '2']);
    expect(new Set(mails.map((mail) => icsValue(calendarOf(mail), 'UID'))).size).toBe(1);
    expect(moved.mail.inReplyTo).toBe(invitation.mail.messageId);
    expect(skipped.mail.inReplyTo).toBe(invitation.mail.messageId);
    expect(shapeOf(skipped.raw)).toEqual([
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar CANCEL',
    ]);
    expect(calendarOf(skipped)).toContain('METHOD:CANCEL\r\n');
    expect(await deliver()).toEqual([]);
  });

  it('59. of a move that a cancellation overtakes before it was sent is dropped', async () => {
    const { pair, sessionIds } = await booked();
    await deliver();
    const sessionId = sessionIds[1] ?? '';
    await new MoveSession(test.db, fixedClock('2027-01-11T09:00:00Z'), config).run(pair.executive, {
      sessionId,
      startsAt: new Date('2027-01-27T11:00:00Z'),
    });
    await new SkipSession(test.db, fixedClock('2027-01-11T10:00:00Z'), config).run(pair.champion, {
      sessionId,
    });
    const sent = await deliver();
    expect(sent.length).toBeGreaterThan(0);
    for (const mail of sent) expect(calendarOf(mail)).toContain('METHOD:CANCEL');
    const dropped = await test.db.rows<{ method: string }>(
      `select ical_method as method from mail_message where state = 'dropped'`,
    );
    expect(dropped.map(({ method }) => method)).toContain('REQUEST');
  });

  it('58. that the server refuses for now goes out later as the very same message', async () => {
    await booked();
    isRefusing = true;
    await expect(deliver()).rejects.toThrow('Try again later');
    isRefusing = false;
    const later = await deliver();
    expect(later).toHaveLength(2);
    expect(refused).toHaveLength(1);
    // The parts' boundaries are drawn anew; name and contents are the first attempt's.
    const first = { raw: refused[0] ?? '' };
    expect(messageIdOf(first.raw)).toBeDefined();
    const again = later.find(({ raw }) => messageIdOf(raw) === messageIdOf(first.raw));
    expect(again && calendarOf(again)).toBe(calendarOf(first));
    expect(new Set(later.map((each) => each.mail.messageId)).size).toBe(2);
    expect(await deliver()).toEqual([]);
  });
});

describe('the order of what one person is told about one series', () => {
  interface Changed {
    readonly uid: string;
    /** Ids of the mails to the champion: about the second date, then about the third. */
    readonly moved: string;
    readonly skipped: string;
  }

  /** A series whose second date the executive moved (1), and whose third was skipped (2); nothing of it is sent. */
  async function changedTwice(): Promise<Changed> {
    const { pair, sessionIds } = await booked();
    await deliver();
    await new MoveSession(test.db, fixedClock('2027-01-11T09:00:00Z'), config).run(pair.executive, {
      sessionId: sessionIds[1] ?? '',
      startsAt: new Date('2027-01-27T11:00:00Z'),
    });
    await new SkipSession(test.db, fixedClock('2027-01-11T10:00:00Z'), config).run(pair.executive, {
      sessionId: sessionIds[2] ?? '',
    });
    const [moved, skipped] = await test.db.rows<{ id: string; ics: string }>(
      `select id, ical as ics from mail_message where state = 'queued' and person_id = $1 order by position`,
      [pair.championId],
    );
    if (!moved || !skipped) throw new Error('expected two mails that wait');
    return { uid: icsValue(moved.ics, 'UID') ?? '', moved: moved.id, skipped: skipped.id };
  }

  const arrived = ({ uid }: Changed): string[] =>
    inbox
      .filter(({ mail }) => mail.to?.[0]?.name === 'Priya Nair')
      .map((each) => calendarOf(each))
      .filter((ics) => icsValue(ics, 'UID') === uid)
      .map((ics) => icsValue(ics, 'SEQUENCE') ?? '');

  const plannedFor = (mailId: string) =>
    test.db.rows<{ at: Date }>(
      `select run_at as at from graphile_worker.jobs where key = $1 and locked_at is null`,
      [`mail:${mailId}`],
    );

  it('a mail whose turn comes first sends what was decided before it ahead', async () => {
    const changed = await changedTwice();
    await sender.handle({ mailId: changed.skipped });
    expect(arrived(changed)).toEqual(['0', '1', '2']);
    await sender.handle({ mailId: changed.moved });
    expect(arrived(changed)).toEqual(['0', '1', '2']);
  });

  it('a later change waits while the server refuses the earlier one, and follows it', async () => {
    const changed = await changedTwice();
    isRefusing = true;
    await expect(sender.handle({ mailId: changed.moved })).rejects.toThrow('Try again later');
    isRefusing = false;
    await sender.handle({ mailId: changed.skipped });
    expect(arrived(changed)).toEqual(['0']);
    // It looks again in a minute; the earlier one has its own next try.
    expect(await plannedFor(changed.skipped)).toEqual([{ at: new Date('2027-01-11T08:01:00Z') }]);
    await sender.handle({ mailId: changed.moved });
    await sender.handle({ mailId: changed.skipped });
    expect(arrived(changed)).toEqual(['0', '1', '2']);
  });

  it('a later change that finds the server refusing leaves the try to the earlier one', async () => {
    const changed = await changedTwice();
    isRefusing = true;
    await sender.handle({ mailId: changed.skipped });
    isRefusing = false;
    const tries = await test.db.rows<{ attempts: number }>(
      'select attempts from mail_message where id = any($1) order by position',
      [[changed.moved, changed.skipped]],
    );
    expect(tries).toEqual([{ attempts: 1 }, { attempts: 0 }]);
    await deliver();
    expect(arrived(changed)).toEqual(['0', '1', '2']);
  });

  it('two workers at the same moment keep it, and each mail arrives once', async () => {
    const changed = await changedTwice();
    await Promise.all([
      sender.handle({ mailId: changed.skipped }),
      sender.handle({ mailId: changed.moved }),
      sender.handle({ mailId: changed.skipped }),
    ]);
    expect(arrived(changed)).toEqual(['0', '1', '2']);
  });

  it('one that was given up holds nobody back', async () => {
    const changed = await changedTwice();
    await test.db.rows('update mail_message set attempts = 9 where id = $1', [changed.moved]);
    isRefusing = true;
    await expect(sender.handle({ mailId: changed.moved })).rejects.toThrow('Try again later');
    isRefusing = false;
    await sender.handle({ mailId: changed.skipped });
    expect(arrived(changed)).toEqual(['0', '2']);
  });
});

import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isForNominations, NominateByMail } from '@flipside/champions-api';
import { nominationInMail } from '@flipside/champions-domain';
import { newId, type Clock } from '@flipside/kernel';
import { SignIn } from '@flipside/people-api';
import {
  CLOCK,
  CONFIG,
  Database,
  readReplyAddress,
  type Config,
  type Tx,
} from '@flipside/platform-api';
import { instantOf, type SessionStatus } from '@flipside/sessions-domain';
import { declineCounter } from '../decline-counter.js';
import { askWhoDeclined } from '../decline-mail.js';
import { enqueueHealing } from '../heal-session.job.js';
import { withdrawMakeUps } from '../offer-store.js';
import { ProposeTimes } from '../propose-times.js';
import { restateSeries } from '../restate-series.js';
import { localSql } from '../sql.js';
import { answerWords } from './answer-words.js';
import type { InboundOutcome, InboundWhat, StoredOutcome } from './inbound-outcomes.js';
import { noteUndelivered } from './note-undelivered.js';
import { isSenderChecked, readMail, type ReadMail } from './read-mail.js';
import {
  answerOf,
  instantWritten,
  readReply,
  type CalendarReply,
  type WrittenTime,
} from './read-reply.js';

/** What a mail was, and what came of it. */
interface Taken {
  readonly what: InboundWhat;
  readonly outcome: StoredOutcome;
}

const UNREADABLE: Taken = { what: 'unreadable', outcome: 'not_understood' };

const WHATS: Readonly<Record<CalendarReply['method'], InboundWhat>> = {
  REPLY: 'reply',
  COUNTER: 'counter',
  REFRESH: 'refresh',
};

interface Meant {
  readonly seriesId: string;
  readonly zone: string;
  readonly executiveId: string;
  readonly championId: string;
  /** The participant who wrote. */
  readonly personId: string;
  readonly email: string | null;
  readonly dates: readonly DateRow[];
}

interface DateRow {
  readonly id: string;
  readonly recurrenceLocal: string;
  readonly sequence: number;
  readonly status: SessionStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A random-looking key that is the same for the same mail. */
const keyOf = (messageId: string): string =>
  createHash('sha256')
    .update(messageId)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const isSame = (meant: WrittenTime, date: DateRow, zone: string): boolean => {
  const written = meant.zone === zone ? null : instantWritten(meant);
  if (!written) return meant.local === date.recurrenceLocal;
  return written.getTime() === instantOf(zone, date.recurrenceLocal)?.getTime();
};

/**
 * Takes a mail to the platform's mailbox in. Mail can be forged, so what it can do is little: an answer
 * changes what its sender answered, another time becomes a proposal, a wish to hear again is answered at
 * the address we know, a nomination asks its nominee. Nothing here moves, cancels or books.
 */
@Injectable()
export class ReceiveMail {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly signIn: SignIn,
    private readonly proposeTimes: ProposeTimes,
    private readonly nominateByMail: NominateByMail,
  ) {}

  /**
   * Safe to run twice: the same message is taken once.
   * @param recipients whom the relay brought it for; without a relay, whom it names itself
   */
  async run(raw: Buffer, recipients: readonly string[] = []): Promise<InboundOutcome> {
    const mail = await readMail(raw).catch(() => null);
    const messageId = mail?.messageId || createHash('sha256').update(raw).digest('hex');
    const now = this.clock.now();
    const known = await this.db.one<{ outcome: string }>(
      `insert into inbound_mail as m (id, message_id, from_email, outcome, received_at)
       values ($1, $2, $3, 'received', $4)
       on conflict (message_id) do update set message_id = excluded.message_id returning outcome`,
      [newId(), messageId, mail?.from ?? null, now],
    );
    // A crash in between leaves `received`: then the mail comes again.
    if (known?.outcome !== 'received') return 'repeated';
    const { what, outcome } = mail ? await this.take(mail, recipients, messageId, now) : UNREADABLE;
    await this.db.rows(
      'update inbound_mail set what = $2, outcome = $3 where message_id = $1 returning id',
      [messageId, what, outcome],
    );
    return outcome;
  }

  private async take(
    mail: ReadMail,
    recipients: readonly string[],
    messageId: string,
    now: Date,
  ): Promise<Taken> {
    if (mail.undelivered.length > 0) {
      const isOurs = await this.db.transaction((tx) =>
        noteUndelivered(tx, this.config, mail.undelivered, now),
      );
      return { what: 'report', outcome: isOurs ? 'undelivered' : 'ignored' };
    }
    const tied = this.tiedTo([...recipients, ...mail.to]);
    const isChecked = isSenderChecked(mail, this.config.inbound?.authority ?? null);
    if (!mail.calendar) {
      const isToNominations = isForNominations(this.config, [...recipients, ...mail.to]);
      const nomination = mail.isAutomatic ? null : nominationInMail({ ...mail, isToNominations });
      if (!nomination) return this.words(mail, isChecked, tied, now);
      const outcome = isChecked
        ? await this.nominateByMail.run(mail.from, nomination, messageId)
        : 'unchecked';
      return { what: 'nomination', outcome };
    }
    const reply = readReply(mail.calendar);
    if (!reply) return UNREADABLE;
    const what = WHATS[reply.method];
    if (!isChecked) return { what, outcome: 'unchecked' };
    const meant = await this.meant(mail, reply, tied);
    if (!meant) return { what, outcome: 'stranger' };
    if (reply.method === 'COUNTER')
      return { what, outcome: await this.counter(reply, meant, messageId, now) };
    const outcome = await this.db.transaction(async (tx): Promise<StoredOutcome> => {
      if (reply.method === 'REFRESH') {
        await restateSeries(tx, this.config, meant.seriesId, now, meant.personId);
        return 'restated';
      }
      return this.answer(tx, reply, meant, mail.from ?? '', now);
    });
    return { what, outcome };
  }

  /** Whom one of the addresses names with our own mark; null when none does. */
  private tiedTo(addresses: readonly string[]): string | null {
    for (const address of addresses) {
      const personId = readReplyAddress(this.config, address);
      if (personId) return personId;
    }
    return null;
  }

  /** Words are for nobody here: whoever wrote them gets links that work, at the address we know. */
  private async words(
    mail: ReadMail,
    isChecked: boolean,
    tied: string | null,
    now: Date,
  ): Promise<Taken> {
    if (mail.isAutomatic) return { what: 'automatic', outcome: 'ignored' };
    if (!isChecked) return { what: 'words', outcome: 'unchecked' };
    const writer = await this.db.one<{ id: string }>(
      `select id from person where (email = $1 or id = $2) and email is not null
       order by (email = $1) desc limit 1`,
      [mail.from, tied],
    );
    if (!writer) return { what: 'words', outcome: 'stranger' };
    await this.db.transaction((tx) => answerWords(tx, this.config, writer.id, now));
    return { what: 'words', outcome: 'pointed' };
  }

  /**
   * The series of the UID with its dates, when the sender is one of its two people: by the address, or by
   * the mark that only a mail to them carries, whatever other address of theirs they answer from.
   */
  private async meant(
    mail: ReadMail,
    reply: CalendarReply,
    tied: string | null,
  ): Promise<Meant | null> {
    if (!mail.from) return null;
    const series = await this.db.one<Omit<Meant, 'dates'>>(
      `select r.id as "seriesId", r.zone, p.executive_id as "executiveId", p.champion_id as "championId", w.id as "personId", w.email
       from series r join pairing p on p.id = r.pairing_id
       join person w on w.id in (p.executive_id, p.champion_id) and (w.email = $2 or w.id = $3)
       where r.ical_uid = $1 order by (w.email = $2) desc limit 1`,
      [reply.uid, mail.from, tied],
    );
    if (!series || !answerOf(reply, mail.from, series.email)) return null;
    const dates = await this.db.rows<DateRow>(
      `select id, ${localSql('recurrence_local')} as "recurrenceLocal", sequence, status, starts_at as "startsAt", ends_at as "endsAt"
       from session where series_id = $1 order by recurrence_local`,
      [series.seriesId],
    );
    return { ...series, dates };
  }

  private async answer(
    tx: Tx,
    reply: CalendarReply,
    meant: Meant,
    from: string,
    now: Date,
  ): Promise<StoredOutcome> {
    const answer = answerOf(reply, from, meant.email)?.answer;
    if (!answer) return 'not_understood';
    const { recurrence } = reply;
    const one = recurrence && meant.dates.find((date) => isSame(recurrence, date, meant.zone));
    if (recurrence && !one) return 'stranger';
    if (one && reply.sequence < one.sequence) return 'late';
    const written = await tx.execute(
      `insert into participation as a (id, series_id, person_id, recurrence_local, answer, sequence, stamped_at)
       values ($1, $2, $3, $4::timestamp, $5, $6, $7)
       on conflict on constraint uq_participation do update
         set answer = excluded.answer, sequence = excluded.sequence, stamped_at = excluded.stamped_at
         where (a.sequence, a.stamped_at) <= (excluded.sequence, excluded.stamped_at)`,
      [
        newId(),
        meant.seriesId,
        meant.personId,
        one?.recurrenceLocal ?? null,
        answer,
        reply.sequence,
        reply.stampedAt,
      ],
    );
    if (written === 0) return 'late';
    const coming = meant.dates.filter((date) => date.status === 'booked' && date.endsAt > now);
    const about = one ? coming.filter((date) => date.id === one.id) : coming;
    const side = meant.personId === meant.executiveId ? 'executive' : 'champion';
    const flag = `declined_by_${side}`;
    await tx.execute(
      `update session set attention = case when $3 then array_append(array_remove(attention, $2), $2) else array_remove(attention, $2) end
       where id = any($1)`,
      [about.map(({ id }) => id), flag, answer === 'declined'],
    );
    const [first] = about;
    if (answer !== 'declined') {
      // Coming after all: what was held in its place is free again.
      await withdrawMakeUps(
        tx,
        about.map(({ id }) => id),
        { actorId: meant.personId, onBehalfOf: null, at: now },
      );
    } else if (first) {
      await askWhoDeclined(tx, this.config, { ...meant, side, session: first, reply }, now);
      await enqueueHealing(tx, first.id, now);
    }
    return 'answered';
  }

  /**
   * Another time becomes a proposal like any other; what cannot be proposed is declined with the reason, and what
   * is not about one date that stands is answered with what does.
   */
  private async counter(
    reply: CalendarReply,
    meant: Meant,
    messageId: string,
    now: Date,
  ): Promise<StoredOutcome> {
    const { recurrence, start } = reply;
    const one = recurrence
      ? meant.dates.find((date) => isSame(recurrence, date, meant.zone))
      : meant.dates.length === 1
        ? meant.dates[0]
        : undefined;
    const startsAt = start && instantWritten(start);
    const viewer = await this.signIn.viewerById(meant.personId);
    if (one && startsAt && viewer) {
      const proposed = await this.proposeTimes.run(viewer, {
        sessionId: one.id,
        starts: [startsAt],
        idempotencyKey: keyOf(messageId),
        isCounter: true,
      });
      if (proposed.ok) return 'proposed';
      const asked = { sessionId: one.id, personId: meant.personId, wanted: startsAt };
      const { message: why } = proposed.refusal;
      const isTold = await this.db.transaction((tx) =>
        declineCounter(tx, this.config, { ...asked, why }, now),
      );
      if (isTold) return 'declined';
    }
    await this.db.transaction((tx) =>
      restateSeries(tx, this.config, meant.seriesId, now, meant.personId),
    );
    return 'restated';
  }
}

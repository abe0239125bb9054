import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@flipside/kernel';
import { SignIn } from '@flipside/people-api';
import { CLOCK, CONFIG, Database, type Config, type Tx } from '@flipside/platform-api';
import { instantOf, type SessionStatus } from '@flipside/sessions-domain';
import { askWhoDeclined } from '../decline-mail.js';
import { enqueueHealing } from '../heal-session.job.js';
import { withdrawMakeUps } from '../offer-store.js';
import { ProposeTimes } from '../propose-times.js';
import { restateSeries } from '../restate-series.js';
import { localSql } from '../sql.js';
import { noteUndelivered } from './note-undelivered.js';
import { isSenderChecked, readMail, type ReadMail } from './read-mail.js';
import { instantWritten, readReply, type CalendarReply, type WrittenTime } from './read-reply.js';

/** What came of a mail. Only `kept` is for a person to look at. */
export type InboundOutcome =
  | 'answered'
  | 'proposed'
  | 'restated'
  | 'undelivered'
  | 'late'
  | 'stranger'
  | 'unchecked'
  | 'kept'
  | 'repeated';

interface Meant {
  readonly seriesId: string;
  readonly zone: string;
  readonly executiveId: string;
  readonly championId: string;
  /** The participant who wrote. */
  readonly personId: string;
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
function keyOf(messageId: string): string {
  const hex = createHash('sha256').update(messageId).digest('hex');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([a, b]) => hex.slice(a, b))
    .join('-');
}

const isSame = (meant: WrittenTime, date: DateRow, zone: string): boolean => {
  const written = meant.zone === zone ? null : instantWritten(meant);
  if (!written) return meant.local === date.recurrenceLocal;
  return written.getTime() === instantOf(zone, date.recurrenceLocal)?.getTime();
};

/**
 * Takes a mail to the platform's mailbox in. Mail can be forged, so what it can do is little: an answer
 * changes what its sender answered, another time becomes a proposal, a wish to hear again is answered at
 * the address we know. Nothing here moves, cancels or books.
 */
@Injectable()
export class ReceiveMail {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly signIn: SignIn,
    private readonly proposeTimes: ProposeTimes,
  ) {}

  /** Safe to run twice: the same message is taken once. */
  async run(raw: Buffer): Promise<InboundOutcome> {
    const mail = await readMail(raw);
    const messageId = mail.messageId || createHash('sha256').update(raw).digest('hex');
    const now = this.clock.now();
    const known = await this.db.one<{ outcome: string }>(
      `insert into inbound_mail as m (id, message_id, from_email, subject, outcome, received_at)
       values ($1, $2, $3, $4, 'received', $5)
       on conflict (message_id) do update set message_id = excluded.message_id returning outcome`,
      [newId(), messageId, mail.from, mail.subject, now],
    );
    // A crash in between leaves `received`: then the mail server brings it again.
    if (known?.outcome !== 'received') return 'repeated';
    const outcome = await this.take(mail, messageId, now);
    await this.db.rows(
      'update inbound_mail set outcome = $2, body_text = $3 where message_id = $1 returning id',
      [messageId, outcome, outcome === 'kept' ? mail.text : null],
    );
    return outcome;
  }

  private async take(mail: ReadMail, messageId: string, now: Date): Promise<InboundOutcome> {
    if (mail.undelivered.length > 0) {
      const isOurs = await this.db.transaction((tx) =>
        noteUndelivered(tx, this.config, mail.undelivered, now),
      );
      return isOurs ? 'undelivered' : 'kept';
    }
    const reply = mail.calendar ? readReply(mail.calendar) : null;
    if (!reply) return 'kept';
    if (!isSenderChecked(mail, this.config.inbound?.authority ?? null)) return 'unchecked';
    const meant = await this.meant(mail, reply);
    if (!meant) return 'stranger';
    if (reply.method === 'COUNTER') return this.counter(reply, meant, messageId, now);
    return this.db.transaction(async (tx) => {
      if (reply.method === 'REFRESH') {
        await restateSeries(tx, this.config, meant.seriesId, now, meant.personId);
        return 'restated';
      }
      return this.answer(tx, reply, meant, mail.from ?? '', now);
    });
  }

  /** The series of the UID with its dates, when the sender is one of its two people. */
  private async meant(mail: ReadMail, reply: CalendarReply): Promise<Meant | null> {
    const named = reply.attendees.some(({ email }) => email === mail.from);
    if (!mail.from || !named) return null;
    const series = await this.db.one<Omit<Meant, 'dates'>>(
      `select r.id as "seriesId", r.zone, p.executive_id as "executiveId", p.champion_id as "championId", w.id as "personId"
       from series r join pairing p on p.id = r.pairing_id
       join person w on w.id in (p.executive_id, p.champion_id) and w.email = $2
       where r.ical_uid = $1`,
      [reply.uid, mail.from],
    );
    if (!series) return null;
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
  ): Promise<InboundOutcome> {
    const answer = reply.attendees.find(({ email }) => email === from)?.answer;
    if (!answer) return 'kept';
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

  /** Another time becomes a proposal like any other; what cannot be proposed is answered with what stands. */
  private async counter(
    reply: CalendarReply,
    meant: Meant,
    messageId: string,
    now: Date,
  ): Promise<InboundOutcome> {
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
      });
      if (proposed.ok) return 'proposed';
    }
    await this.db.transaction((tx) =>
      restateSeries(tx, this.config, meant.seriesId, now, meant.personId),
    );
    return 'restated';
  }
}

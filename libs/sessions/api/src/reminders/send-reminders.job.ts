import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@flipside/kernel';
import type { MailReader } from '@flipside/people-api';
import { isQuietAt } from '@flipside/people-domain';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  defineTimer,
  enqueueMail,
  mailHtml,
  type Config,
  type JobHandler,
  type MailSection,
  type Tx,
} from '@flipside/platform-api';
import {
  batchesOf,
  TIMETABLE,
  timetableRow,
  type DueReminder,
  type ReaderNow,
} from '@flipside/sessions-domain';
import { z } from 'zod';
import { plannedFor, type PlannedFor } from './planned-for.js';
import { ReminderLetters } from './reminder-letters.js';
import type { ReminderState } from './reminder.entity.js';

type Nothing = Record<string, never>;

export const sendReminders = defineJob<Nothing>({
  name: 'sessions.send-reminders',
  payload: z.strictObject({}),
});

export const sendRemindersTimer = defineTimer({ cron: '* * * * *', job: sendReminders });

/** So many people at once: a unit of work stays short. */
const PEOPLE_AT_ONCE = 100;
const NUDGES = TIMETABLE.filter(({ isNudge }) => isNudge).map(({ kind }) => kind);

interface Page {
  readonly people: readonly string[];
  readonly last: string | null;
}

/**
 * Sends the reminders whose moment has come, one mail a person. What is due is looked at again under the
 * state of this moment, and its state is written in the unit of work that writes its mail: whatever runs
 * twice, or beside another worker, or is killed in between, each is sent once.
 */
@Injectable()
export class SendReminders implements JobHandler<Nothing> {
  readonly job = sendReminders;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly letters: ReminderLetters,
  ) {}

  async handle(): Promise<void> {
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      after = await this.db.transaction((tx) => this.round(tx, from));
    }
  }

  /** The next people with something due. @returns where to go on, null at the end */
  private async round(tx: Tx, after: string): Promise<string | null> {
    const now = this.clock.now();
    const { people, last } = await this.nextPeople(tx, after, now);
    if (people.length > 0) await this.remind(tx, people, now);
    return last;
  }

  /** Another worker looks after whoever is locked. */
  private async nextPeople(tx: Tx, after: string, now: Date): Promise<Page> {
    const rows = await tx.rows<{ id: string; isMine: boolean }>(
      `select p.id, pg_try_advisory_xact_lock(hashtext('sessions.reminders'), hashtext(p.id::text)) as "isMine"
       from (select distinct person_id as id from reminder
             where state = 'waiting' and due_at <= $1 and person_id::text > $2 order by 1 limit ${PEOPLE_AT_ONCE}) p`,
      [now, after],
    );
    const ids = rows.map(({ id }) => id).sort();
    return {
      people: rows.flatMap(({ id, isMine }) => (isMine ? [id] : [])),
      last: rows.length < PEOPLE_AT_ONCE ? null : (ids.at(-1) ?? null),
    };
  }

  private async remind(tx: Tx, people: readonly string[], now: Date): Promise<void> {
    const rows = await tx.rows<DueReminder>(
      `select id, session_id as "sessionId", person_id as "personId", kind, starts_at as "startsAt", due_at as "dueAt",
         until_at as "untilAt"
       from reminder where person_id = any($1) and state = 'waiting' and due_at <= $2 for update skip locked`,
      [people, now],
    );
    const sessionIds = [...new Set(rows.map(({ sessionId }) => sessionId))];
    const today = await plannedFor(tx, sessionIds, now, people);
    const late = rows.filter(({ untilAt }) => untilAt <= now);
    const others = rows.filter(({ untilAt }) => untilAt > now);
    const standing = others.filter((row) => momentNow(row, today) !== null);
    const ready = standing.filter((row) => (momentNow(row, today) ?? row.dueAt) <= now);
    const { mails, tooLate, enough } = batchesOf(
      ready,
      await this.readersNow(tx, people, today, now),
      now,
    );
    const sections = await this.letters.write(
      tx,
      mails.flat().map((row) => this.toWrite(row, today)),
      now,
    );
    const done: DueReminder[] = [];
    for (const mail of mails) {
      const said = mail.flatMap((row) => {
        const section = sections.get(row.id);
        if (!section) done.push(row);
        return section ? [{ row, section }] : [];
      });
      const reader = today.readers.get(mail[0]?.personId ?? '');
      if (reader && said.length > 0) await this.send(tx, reader, said, now);
    }
    await settle(tx, [...late, ...tooLate], 'too_late', now);
    await settle(tx, enough, 'enough', now);
    await settle(tx, done, 'done', now);
    const gone = others.filter((row) => !standing.includes(row));
    await settle(tx, gone, 'void', now);
  }

  private toWrite(row: DueReminder, { readers }: PlannedFor) {
    const person = readers.get(row.personId)?.person;
    if (!person) throw new Error(`Reminder ${row.id} has no reader`);
    return {
      id: row.id,
      kind: row.kind,
      sessionId: row.sessionId,
      personId: row.personId,
      startsAt: row.startsAt,
      untilAt: row.untilAt,
      clock: person,
    };
  }

  private async readersNow(
    tx: Tx,
    people: readonly string[],
    { readers }: PlannedFor,
    now: Date,
  ): Promise<(personId: string) => ReaderNow> {
    const had = await tx.rows<{
      personId: string;
      sessionId: string;
      lastAt: Date;
      nudges: number;
    }>(
      `select person_id as "personId", session_id as "sessionId", max(settled_at) as "lastAt",
         count(*) filter (where kind = any($2)) as nudges
       from reminder where person_id = any($1) and state = 'sent' group by 1, 2`,
      [people, NUDGES],
    );
    return (personId) => {
      const own = had.filter((row) => row.personId === personId);
      const reader = readers.get(personId);
      const times = own.map(({ lastAt }) => lastAt.getTime());
      return {
        lastMailAt: times.length > 0 ? new Date(Math.max(...times)) : null,
        isQuiet: !reader || isQuietAt(reader.person, reader.hours, now),
        nudgesOf: (sessionId) => own.find((row) => row.sessionId === sessionId)?.nudges ?? 0,
      };
    };
  }

  private async send(
    tx: Tx,
    reader: MailReader,
    said: readonly { row: DueReminder; section: MailSection }[],
    now: Date,
  ): Promise<void> {
    const mailId = await writeReminder(tx, reader, said);
    await tx.execute(
      `update reminder set state = 'sent', settled_at = $2, mail_id = $3 where id = any($1)`,
      [said.map(({ row }) => row.id), now, mailId],
    );
  }
}

/** One mail for everything that a reader is reminded of now. @returns its id */
export const writeReminder = (
  tx: Tx,
  reader: Pick<MailReader, 'personId' | 'name' | 'email'>,
  said: readonly { row: Pick<DueReminder, 'kind' | 'untilAt'>; section: MailSection }[],
): Promise<string | null> => {
  const [first, ...others] = said.map(({ section }) => section);
  if (!first) return Promise.resolve(null);
  return enqueueMail(tx, {
    dedupeKey: `reminder:${newId()}`,
    kind: 'reminder',
    personId: reader.personId,
    to: reader,
    topics: [...new Set(said.map(({ row }) => timetableRow(row.kind).topic))],
    goodUntil: new Date(Math.min(...said.map(({ row }) => row.untilAt.getTime()))),
    subject: others.length === 0 ? first.heading : `${first.heading} – and ${others.length} more`,
    text: [first, ...others].map(sectionText).join('\n\n\n') + '\n',
    html: mailHtml({ ...first, sections: others }),
  });
};

const sectionText = ({ heading, paragraphs, buttons = [] }: MailSection): string =>
  [heading, ...paragraphs, ...buttons.map(({ label, href }) => `${label}: ${href}`)].join('\n\n');

/** When this reminder would be due if it were planned now; null when it would not be planned at all. */
function momentNow(row: DueReminder, { sessions, readers }: PlannedFor): Date | null {
  const session = sessions.get(row.sessionId);
  if (!readers.has(row.personId)) return null;
  if (session?.startsAt.getTime() !== row.startsAt.getTime()) return null;
  return (
    session.planned.find(({ kind, personId }) => kind === row.kind && personId === row.personId)
      ?.dueAt ?? null
  );
}

async function settle(
  tx: Tx,
  rows: readonly DueReminder[],
  state: Exclude<ReminderState, 'waiting' | 'sent'>,
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(`update reminder set state = $2, settled_at = $3 where id = any($1)`, [
    rows.map(({ id }) => id),
    state,
    now,
  ]);
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { actionLink, CONFIG, type Config, type MailSection, type Tx } from '@flipside/platform-api';
import {
  clockInWords,
  dayInWords,
  spanInWords,
  wallTimeOf,
  type ReminderKind,
} from '@flipside/sessions-domain';
import { changeByMail, takeByMail } from '../mail-actions/mail-action-kinds.js';
import { ReminderLetters, type ReminderLetter, type ReminderToWrite } from './reminder-letters.js';

export interface SessionFacts {
  id: string;
  startsAt: Date;
  endsAt: Date;
  executiveId: string;
  executiveName: string;
  championId: string;
  championName: string;
  meetingLink: string | null;
  holdEndsAt: Date | null;
  /** The executive's calendar has said that they come, to the time that the session has now. */
  isAccepted: boolean;
  /** Of the two sessions before, how many fell through. */
  missed: number;
}

/** What is on today, what looks uncertain, and which held time runs out. */
@Injectable()
export class SessionLetters implements ReminderLetter, OnModuleInit {
  readonly kinds: readonly ReminderKind[] = ['today', 'still_on', 'hold_expiring'];

  constructor(
    private readonly letters: ReminderLetters,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.letters.register(this);
  }

  async write(
    tx: Tx,
    reminders: readonly ReminderToWrite[],
    now: Date,
  ): Promise<ReadonlyMap<string, MailSection>> {
    const facts = await tx.rows<SessionFacts>(
      `select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", p.executive_id as "executiveId", e.name as "executiveName",
         p.champion_id as "championId", c.name as "championName", s.meeting_link as "meetingLink", o.expires_at as "holdEndsAt",
         exists (select from participation a where a.series_id = s.series_id and a.person_id = p.executive_id
           and a.answer in ('accepted', 'tentative') and coalesce(a.recurrence_local, s.recurrence_local) = s.recurrence_local
           and a.sequence >= s.sequence) as "isAccepted",
         (select count(*) from (select b.status from session b
            where b.pairing_id = s.pairing_id and b.starts_at < s.starts_at
              and b.status in ('held', 'not_held', 'skipped', 'cancelled', 'unconfirmed')
            order by b.starts_at desc limit 2) before where before.status <> 'held') as missed
       from session s join pairing p on p.id = s.pairing_id
       join person e on e.id = p.executive_id join person c on c.id = p.champion_id
       left join session_offer o on o.id = s.offer_id and o.state = 'open'
       where s.id = any($1)`,
      [reminders.map(({ sessionId }) => sessionId)],
    );
    const byId = new Map(facts.map((each) => [each.id, each]));
    const sections = new Map<string, MailSection>();
    for (const reminder of reminders) {
      const session = byId.get(reminder.sessionId);
      const section = session && (await this.section(tx, reminder, session, now));
      if (section) sections.set(reminder.id, section);
    }
    return sections;
  }

  /** What one reminder says of its session; null when there is nothing to say any more. */
  section(
    tx: Tx,
    reminder: ReminderToWrite,
    session: SessionFacts,
    now: Date,
  ): Promise<MailSection | null> {
    switch (reminder.kind) {
      case 'today':
        return this.today(tx, reminder, session, now);
      case 'still_on':
        return this.stillOn(tx, reminder, session, now);
      default:
        return this.holdExpiring(tx, reminder, session, now);
    }
  }

  private async today(tx: Tx, reminder: ReminderToWrite, session: SessionFacts, now: Date) {
    const isOwn = reminder.personId === session.executiveId;
    const { time } = wallTimeOf(session.startsAt, reminder.zone);
    return {
      heading: isOwn
        ? `Today at ${clockInWords(time)}: ${session.championName}`
        : `Today at ${clockInWords(time)}: ${session.executiveName} and ${session.championName}`,
      paragraphs: [
        `${spanInWords(session.startsAt, session.endsAt, reminder.zone)}.`,
        ...(session.meetingLink && isOwn ? [`Join here: ${session.meetingLink}`] : []),
      ],
      buttons: [await this.changeButton(tx, reminder, now)],
    };
  }

  /** Only where there is doubt: nobody has accepted, and the last two sessions fell through. */
  private async stillOn(tx: Tx, reminder: ReminderToWrite, session: SessionFacts, now: Date) {
    if (session.isAccepted || session.missed < 2) return null;
    const isOwn = reminder.personId === session.executiveId;
    const { day, time } = wallTimeOf(session.startsAt, reminder.zone);
    return {
      heading: `Does ${dayInWords(day)}, ${clockInWords(time)} still suit?`,
      paragraphs: [
        isOwn
          ? `Your session with ${session.championName}: ${spanInWords(session.startsAt, session.endsAt, reminder.zone)}.`
          : `${session.executiveName} meets ${session.championName}: ${spanInWords(session.startsAt, session.endsAt, reminder.zone)}.`,
        'If it does, there is nothing to do. If not, another time is two taps away.',
      ],
      buttons: [await this.changeButton(tx, reminder, now)],
    };
  }

  private async holdExpiring(tx: Tx, reminder: ReminderToWrite, session: SessionFacts, now: Date) {
    if (!session.holdEndsAt) return null;
    const other =
      reminder.personId === session.championId ? session.executiveName : session.championName;
    const until = wallTimeOf(session.holdEndsAt, reminder.zoneNow);
    const label = 'Take this time';
    const href = await actionLink(tx, this.config, {
      action: takeByMail,
      personId: reminder.personId,
      subject: { sessionId: session.id },
      now,
      until: session.holdEndsAt,
    });
    return {
      heading: `Held until ${clockInWords(until.time)}: your time with ${other}`,
      paragraphs: [
        `${spanInWords(session.startsAt, session.endsAt, reminder.zone)}.`,
        `It is held until ${dayInWords(until.day)}, ${clockInWords(until.time)}. Without an answer it is free again, and your next session stays.`,
      ],
      buttons: [{ label, href }],
    };
  }

  private async changeButton(
    tx: Tx,
    { personId, sessionId, startsAt }: ReminderToWrite,
    now: Date,
  ) {
    const href = await actionLink(tx, this.config, {
      action: changeByMail,
      personId,
      subject: { sessionId },
      now,
      until: startsAt,
    });
    return { label: 'Move or skip it', href, isQuiet: true };
  }
}

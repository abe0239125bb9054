import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { travelSql, zoneSql } from '@flipside/people-api';
import { actionLink, CONFIG, type Config, type MailSection, type Tx } from '@flipside/platform-api';
import {
  clocksInWords,
  ownMomentInWords,
  ownTimeInWords,
  type OwnClock,
  type ReminderKind,
  type SessionStatus,
} from '@flipside/sessions-domain';
import { changeByMail, takeByMail } from '../mail-actions/mail-action-kinds.js';
import { attentionInWords } from '../session.view.js';
import { ReminderLetters, type ReminderLetter, type ReminderToWrite } from './reminder-letters.js';

export interface SessionFacts {
  id: string;
  startsAt: Date;
  endsAt: Date;
  status: SessionStatus;
  attention: readonly string[];
  executiveId: string;
  executiveName: string;
  executiveClock: OwnClock;
  championId: string;
  championName: string;
  championClock: OwnClock;
  meetingLink: string | null;
  holdEndsAt: Date | null;
  /** Who answers to the held times; null when none are held. */
  awaits: 'executive' | 'champion' | null;
  /** The executive's calendar has said that they come, to the time that the session has now. */
  isAccepted: boolean;
  /** Of the two sessions before, how many fell through. */
  missed: number;
}

const clockSql = (person: string): string =>
  `jsonb_build_object('zone', ${zoneSql(person)}, 'travel', ${travelSql(person)})`;

/** A held time that runs out is told once in a mail, with its end: the week ahead leaves it out. */
const isSaidBeside = (one: ReminderToWrite, all: readonly ReminderToWrite[]): boolean =>
  one.kind === 'week_ahead' &&
  all.some(
    ({ kind, personId, sessionId }) =>
      kind === 'hold_expiring' && personId === one.personId && sessionId === one.sessionId,
  );

/** When it is, on the reader's clock and on those of the others. */
function whenOf(
  { executiveId, executiveName, executiveClock, ...session }: SessionFacts,
  { personId, clock }: ReminderToWrite,
): string {
  const both = [
    { id: executiveId, name: executiveName, ...executiveClock },
    { id: session.championId, name: session.championName, ...session.championClock },
  ];
  const others = both.filter(({ id }) => id !== personId);
  return clocksInWords(session, clock, others);
}

/** What is on today and in the week ahead, what looks uncertain, and which held time runs out. */
@Injectable()
export class SessionLetters implements ReminderLetter, OnModuleInit {
  readonly kinds: readonly ReminderKind[] = ['today', 'week_ahead', 'still_on', 'hold_expiring'];

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
      `select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.status, s.attention, p.executive_id as "executiveId", e.name as "executiveName",
         ${clockSql('e')} as "executiveClock", p.champion_id as "championId", c.name as "championName", ${clockSql('c')} as "championClock", s.meeting_link as "meetingLink", o.expires_at as "holdEndsAt", o.awaits,
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
      if (!session || isSaidBeside(reminder, reminders)) continue;
      const section = await this.section(tx, reminder, session, now);
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
      case 'week_ahead':
        return this.weekAhead(tx, reminder, session, now);
      case 'still_on':
        return this.stillOn(tx, reminder, session, now);
      default:
        return this.holdExpiring(tx, reminder, session, now);
    }
  }

  private async today(tx: Tx, reminder: ReminderToWrite, session: SessionFacts, now: Date) {
    const isOwn = reminder.personId === session.executiveId;
    const at = ownTimeInWords(session.startsAt, reminder.clock);
    return {
      heading: isOwn
        ? `Today at ${at}: ${session.championName}`
        : `Today at ${at}: ${session.executiveName} and ${session.championName}`,
      paragraphs: [
        `${whenOf(session, reminder)}.`,
        ...(session.meetingLink && isOwn ? [`Join here: ${session.meetingLink}`] : []),
      ],
      buttons: [await this.changeButton(tx, reminder, now)],
    };
  }

  /** One session of the week, to whoever looks after it: what was noticed about it, and what can be done from here. */
  private async weekAhead(tx: Tx, reminder: ReminderToWrite, session: SessionFacts, now: Date) {
    const when = ownMomentInWords(session.startsAt, reminder.clock);
    const both = `${session.executiveName} and ${session.championName}`;
    if (session.status !== 'offered') {
      return {
        heading: `The week ahead: ${when}, ${both}`,
        paragraphs: [`${whenOf(session, reminder)}.`, ...attentionInWords(session, now)],
        buttons: [await this.changeButton(tx, reminder, now)],
      };
    }
    if (!session.holdEndsAt) return null;
    const until = ownMomentInWords(session.holdEndsAt, reminder.clock);
    const who = session.awaits === 'champion' ? session.championName : session.executiveName;
    return {
      heading: `Held in the week ahead: ${when}, ${both}`,
      paragraphs: [
        `${whenOf(session, reminder)}.`,
        `It waits for an answer of ${who} until ${until}.`,
      ],
      buttons:
        session.awaits === 'champion'
          ? []
          : [await this.takeButton(tx, reminder, session.holdEndsAt, now)],
    };
  }

  /** Only where there is doubt: nobody has accepted, and the last two sessions fell through. */
  private async stillOn(tx: Tx, reminder: ReminderToWrite, session: SessionFacts, now: Date) {
    if (session.isAccepted || session.missed < 2) return null;
    const isOwn = reminder.personId === session.executiveId;
    return {
      heading: `Does ${ownMomentInWords(session.startsAt, reminder.clock)} still suit?`,
      paragraphs: [
        isOwn
          ? `Your session with ${session.championName}: ${whenOf(session, reminder)}.`
          : `${session.executiveName} meets ${session.championName}: ${whenOf(session, reminder)}.`,
        'If it does, there is nothing to do. If not, another time is two taps away.',
      ],
      buttons: [await this.changeButton(tx, reminder, now)],
    };
  }

  private async holdExpiring(tx: Tx, reminder: ReminderToWrite, session: SessionFacts, now: Date) {
    if (!session.holdEndsAt) return null;
    const { clock, personId } = reminder;
    const { executiveName, championName } = session;
    const whose =
      personId === session.championId
        ? `your time with ${executiveName}`
        : personId === session.executiveId
          ? `your time with ${championName}`
          : `a time of ${executiveName} and ${championName}`;
    const next =
      personId === session.championId || personId === session.executiveId ? 'your' : 'their';
    return {
      heading: `Held until ${ownTimeInWords(session.holdEndsAt, clock)}: ${whose}`,
      paragraphs: [
        `${whenOf(session, reminder)}.`,
        `It is held until ${ownMomentInWords(session.holdEndsAt, clock)}. Without an answer it is free again, and ${next} next session stays.`,
      ],
      buttons: [await this.takeButton(tx, reminder, session.holdEndsAt, now)],
    };
  }

  private async takeButton(
    tx: Tx,
    { personId, sessionId }: ReminderToWrite,
    until: Date,
    now: Date,
  ) {
    const link = { action: takeByMail, personId, subject: { sessionId }, now, until };
    return { label: 'Take this time', href: await actionLink(tx, this.config, link) };
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

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock, Result } from '@flipside/kernel';
import { SignIn } from '@flipside/people-api';
import { zoneAt } from '@flipside/people-domain';
import {
  CLOCK,
  MailActions,
  type ActionCall,
  type ActionPage,
  type ActionPress,
  type ActionResult,
  type MailAction,
  type Viewer,
} from '@flipside/platform-api';
import {
  bothTimes,
  changeStatus,
  clockInWords,
  dayInWords,
  wallTimeOf,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import { BookingReader } from '../booking.reader.js';
import { SkipSession } from '../call-off-session.js';
import { MoveSession } from '../move-session.js';
import { SessionReader, type SeenSession } from '../session.reader.js';
import { mayDo } from '../session.policy.js';
import { changeByMail, type ChangeByMailSubject } from './mail-action-kinds.js';

const SKIP = 'skip';
const OFFERED = 3;

/** What became of a session, for a page that has nothing to press. */
const OVER: Readonly<Record<string, string>> = {
  skipped: 'This session is skipped',
  cancelled: 'This session is cancelled',
  expired: 'This session is no longer on offer',
};

interface Seen {
  readonly viewer: Viewer;
  readonly seen: SeenSession;
}

/** Moves or skips the one session that a mail is about. */
@Injectable()
export class ChangeByMail implements MailAction<ChangeByMailSubject>, OnModuleInit {
  readonly name = changeByMail.name;
  readonly subject = changeByMail.subject;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly actions: MailActions,
    private readonly signIn: SignIn,
    private readonly sessions: SessionReader,
    private readonly booking: BookingReader,
    private readonly moveSession: MoveSession,
    private readonly skipSession: SkipSession,
  ) {}

  onModuleInit(): void {
    this.actions.register(this);
  }

  async show({ personId, subject }: ActionCall<ChangeByMailSubject>): Promise<ActionPage | null> {
    const found = await this.find(personId, subject);
    return found && this.page(found);
  }

  async act(
    { personId, subject }: ActionCall<ChangeByMailSubject>,
    { choice }: ActionPress,
  ): Promise<ActionResult | null> {
    const found = await this.find(personId, subject);
    if (!found) return null;
    const result = await this.change(found, choice);
    const after = await this.find(personId, subject);
    if (!after) return null;
    const page = await this.page(after);
    if (!result) return { isDone: false, page };
    if (!result.ok) return { isDone: false, page: { ...page, heading: result.refusal.message } };
    const heading = choice === SKIP ? 'Skipped' : 'Moved';
    return { isDone: true, page: { ...page, heading, choices: [] } };
  }

  /** Does what was pressed; null when that was nothing that this page offers. */
  private change(
    { viewer, seen }: Seen,
    choice: string,
  ): Promise<Result<unknown, SessionRefusal>> | null {
    const sessionId = seen.row.id;
    if (choice === SKIP) return this.skipSession.run(viewer, { sessionId });
    const startsAt = new Date(choice);
    if (Number.isNaN(startsAt.getTime())) return null;
    return this.moveSession.run(viewer, { sessionId, startsAt });
  }

  private async find(personId: string, { sessionId }: ChangeByMailSubject): Promise<Seen | null> {
    const viewer = await this.signIn.viewerById(personId);
    const seen = viewer && (await this.sessions.one(viewer, sessionId));
    // HR leads see that a session is there; changing it is for its two people and their delegates.
    return viewer && seen?.standing ? { viewer, seen } : null;
  }

  private async page({ viewer, seen }: Seen): Promise<ActionPage> {
    const { row, standing } = seen;
    const executive = { name: row.executiveName, zone: row.executiveZone };
    const champion = { name: row.championName, zone: row.championZone };
    const isChampions = standing?.side === 'champion';
    const [reader, other] = isChampions ? [champion, executive] : [executive, champion];
    const when = `${bothTimes(row, reader, other)}.`;
    const more = { label: 'Open it in Flipside', path: `/sessions/${row.id}` };
    const over = OVER[row.status];
    if (over) return { heading: over, paragraphs: [`It was ${when}`], choices: [], more };
    const now = this.clock.now();
    if (!standing || !changeStatus(row, 'skip', standing.side, now).ok)
      return { heading: `Session with ${other.name}`, paragraphs: [when], choices: [], more };
    const { starts, people } = await this.booking.moveTimes(viewer, row.id, null);
    const times = starts.slice(0, OFFERED).map((startsAt) => {
      const wall = wallTimeOf(startsAt, zoneAt(people[standing.side], startsAt));
      return {
        value: startsAt.toISOString(),
        label: `Move to ${dayInWords(wall.day)}, ${clockInWords(wall.time)}`,
      };
    });
    return {
      heading: `Move or skip your session with ${other.name}`,
      paragraphs: [`It is ${when}`, 'These times suit both of you.'].slice(0, times.length ? 2 : 1),
      choices: [
        ...times,
        ...(mayDo(standing, 'cancel')
          ? [{ value: SKIP, label: 'Skip this one; the next stays' }]
          : []),
      ],
      more,
    };
  }
}

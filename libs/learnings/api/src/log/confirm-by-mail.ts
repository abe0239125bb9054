import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { SignIn, zoneAtSql } from '@flipside/people-api';
import {
  CLOCK,
  Database,
  MailActions,
  type ActionCall,
  type ActionPage,
  type ActionPress,
  type ActionResult,
  type MailAction,
} from '@flipside/platform-api';
import { audienceSentence, type Usefulness } from '@flipside/learnings-domain';
import { spanInWords, type SessionStatus } from '@flipside/sessions-domain';
import { z } from 'zod';
import { ConfirmSession } from './confirm-session.js';

/** The executive tells from a mail whether a session took place. For whoever writes that mail. */
export const confirmByMail = {
  name: 'learnings.confirm',
  subject: z.strictObject({ sessionId: z.uuid() }),
};
type Subject = z.infer<typeof confirmByMail.subject>;

/** What each button says: whether they met and, in the same press, whether it was useful. */
const ANSWERS: Readonly<Record<string, { met: boolean; usefulness?: Usefulness }>> = {
  met: { met: true },
  met_useful: { met: true, usefulness: 'very' },
  met_little: { met: true, usefulness: 'little' },
  not_met: { met: false },
};

const STANDS: Partial<Record<SessionStatus, string>> = {
  held: 'It is recorded that you met.',
  not_held: 'It is recorded that you did not meet.',
  skipped: 'It was skipped, so there is nothing to say.',
  cancelled: 'It was cancelled, so there is nothing to say.',
};

/** "Did you meet?": one press answers it, no words asked for. */
@Injectable()
export class ConfirmByMail implements MailAction<Subject>, OnModuleInit {
  readonly name = confirmByMail.name;
  readonly subject = confirmByMail.subject;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly actions: MailActions,
    private readonly signIn: SignIn,
    private readonly confirmSession: ConfirmSession,
  ) {}

  onModuleInit(): void {
    this.actions.register(this);
  }

  async show({ personId, subject }: ActionCall<Subject>): Promise<ActionPage | null> {
    const viewer = await this.signIn.viewerById(personId);
    return viewer && this.page(viewer.personId, subject.sessionId);
  }

  async act(
    { personId, subject }: ActionCall<Subject>,
    { choice }: ActionPress,
  ): Promise<ActionResult | null> {
    const viewer = await this.signIn.viewerById(personId);
    if (!viewer) return null;
    const said = ANSWERS[choice];
    const result =
      said === undefined
        ? null
        : await this.confirmSession.run(viewer, { sessionId: subject.sessionId, ...said });
    const page = await this.page(viewer.personId, subject.sessionId);
    if (!page || !result) return page && { isDone: false, page };
    if (!result.ok) return { isDone: false, page: { ...page, heading: result.refusal.message } };
    return { isDone: true, page: { ...page, heading: 'Thank you', choices: [] } };
  }

  /** Null for everybody but the session's executive. One statement. */
  private async page(personId: string, sessionId: string) {
    const session = await this.db.one<{
      status: SessionStatus;
      startsAt: Date;
      endsAt: Date;
      zone: string;
      champion: string;
    }>(
      `select s.status, s.starts_at as "startsAt", s.ends_at as "endsAt", c.name as champion,
         ${zoneAtSql('e', 's.starts_at')} as zone
       from session s join pairing p on p.id = s.pairing_id join person c on c.id = p.champion_id
       join person e on e.id = p.executive_id
       where s.id = $1 and p.executive_id = $2`,
      [sessionId, personId],
    );
    if (!session) return null;
    const when = `${spanInWords(session.startsAt, session.endsAt, session.zone)}.`;
    const more = { label: 'Open the session in Flipside', path: `/sessions/${sessionId}` };
    const isOver = session.endsAt <= this.clock.now();
    const stands = STANDS[session.status];
    if (!isOver || session.status === 'skipped' || session.status === 'cancelled') {
      return {
        heading: `Session with ${session.champion}`,
        paragraphs: [isOver ? (stands ?? when) : `It takes place ${when}`],
        choices: [],
        more,
      };
    }
    return {
      heading: `Did you meet ${session.champion}?`,
      paragraphs: [
        when,
        ...(stands ? [stands] : []),
        `If you say whether it was useful for your work: ${audienceSentence('answer.usefulness', session.champion)}`,
      ],
      choices: [
        { value: 'met', label: 'Yes, we met', isMain: session.status !== 'held' },
        { value: 'met_useful', label: 'Yes, and it was useful' },
        { value: 'met_little', label: 'Yes, but of little use' },
        { value: 'not_met', label: 'No, we did not' },
      ],
      more,
    };
  }
}

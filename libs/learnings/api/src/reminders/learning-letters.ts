import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { actionLink, CONFIG, type Config, type MailSection, type Tx } from '@flipside/platform-api';
import { ReminderLetters, type ReminderLetter, type ReminderToWrite } from '@flipside/sessions-api';
import { ownMomentInWords, ownTimeInWords, type ReminderKind } from '@flipside/sessions-domain';
import { confirmByMail } from '../log/confirm-by-mail.js';

export interface LetterFacts {
  id: string;
  startsAt: Date;
  championId: string;
  championName: string;
  executiveName: string;
  isPrepared: boolean;
  isLogged: boolean;
  /** The executive has said whether they met. */
  isConfirmed: boolean;
}

/** Nothing that the two wrote is ever in these mails. */
const ONLY_THE_TWO =
  'What the two of you write there is not in this mail. Nobody else can read it.';

/**
 * What to prepare before a session, and what to say after it. Whatever was done meanwhile is not reminded
 * of; no letter carries a word that anybody wrote.
 */
@Injectable()
export class LearningLetters implements ReminderLetter, OnModuleInit {
  readonly kinds: readonly ReminderKind[] = [
    'first_meeting',
    'preparation',
    'preparation_missing',
    'log',
    'confirm',
    'log_nudge_1',
    'log_nudge_2',
  ];

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
    const facts = await tx.rows<LetterFacts>(
      `select s.id, s.starts_at as "startsAt", p.champion_id as "championId", c.name as "championName", e.name as "executiveName",
         exists (select from session_preparation q where q.session_id = s.id) as "isPrepared",
         exists (select from session_log l where l.session_id = s.id) as "isLogged",
         exists (select from session_confirmation f where f.session_id = s.id and f.person_id = p.executive_id) as "isConfirmed"
       from session s join pairing p on p.id = s.pairing_id
       join person c on c.id = p.champion_id join person e on e.id = p.executive_id
       where s.id = any($1)`,
      [reminders.map(({ sessionId }) => sessionId)],
    );
    const byId = new Map(facts.map((each) => [each.id, each]));
    const sections = new Map<string, MailSection>();
    for (const reminder of reminders) {
      const session = byId.get(reminder.sessionId);
      if (!session) continue;
      const section = await this.section(tx, reminder, session, now);
      if (section) sections.set(reminder.id, section);
    }
    return sections;
  }

  /** What one reminder says of its session; null when there is nothing to say any more. */
  async section(
    tx: Tx,
    reminder: ReminderToWrite,
    session: LetterFacts,
    now: Date,
  ): Promise<MailSection | null> {
    const { id, executiveName, isPrepared, isLogged } = session;
    const when = ownMomentInWords(session.startsAt, reminder.clock);
    const toPrepare = { label: 'Open the preparation', href: this.href(`/sessions/${id}/prepare`) };
    const toLog = { label: 'Log it', href: this.href(`/sessions/${id}/log`) };
    switch (reminder.kind) {
      case 'confirm':
        return this.confirm(tx, reminder, session, now);
      case 'first_meeting':
        return {
          heading: `Your first session with ${executiveName}: ${when}`,
          paragraphs: [
            'Three steps are enough: agree how you work, look at one real task together, and name one thing to try before next time.',
            'A recipe for a first session is on its page.',
          ],
          buttons: [toPrepare],
        };
      case 'preparation':
        return this.preparation(reminder, session, when);
      case 'preparation_missing':
        if (isPrepared) return null;
        return {
          heading: `Nothing is planned yet for ${ownTimeInWords(session.startsAt, reminder.clock)} with ${executiveName}`,
          paragraphs: ['One line is enough. You can also decide together when you meet.'],
          buttons: [toPrepare],
        };
      case 'log':
        if (isLogged) return null;
        return {
          heading: `Did you meet ${executiveName}?`,
          paragraphs: [
            `${when}. Logging it takes less than a minute; nothing but “we met” is needed.`,
          ],
          buttons: [toLog],
        };
      default:
        if (isLogged) return null;
        return {
          heading: `Your session with ${executiveName} is not logged yet`,
          paragraphs: [
            `${when}. “We met” or “we didn’t” is enough.`,
            ...(reminder.kind === 'log_nudge_2'
              ? ['We do not ask again. After two weeks it simply counts as unconfirmed.']
              : []),
          ],
          buttons: [toLog],
        };
    }
  }

  /** A task for the champion, two lines for the executive; shorter once something stands there. */
  private preparation(
    { personId }: ReminderToWrite,
    { id, championId, championName, executiveName, isPrepared }: LetterFacts,
    when: string,
  ): MailSection {
    const button = { label: 'Open the preparation', href: this.href(`/sessions/${id}/prepare`) };
    const isChampion = personId === championId;
    if (isPrepared) {
      const other = isChampion ? executiveName : championName;
      return {
        heading: `${when}: your session with ${other}`,
        paragraphs: ['The plan is on its page.', ONLY_THE_TWO],
        buttons: [{ ...button, label: 'Open the plan' }],
      };
    }
    return isChampion
      ? {
          heading: `Prepare your session with ${executiveName}: ${when}`,
          paragraphs: [
            'What you agreed last time, a recipe that fits, and the tools for it are on one page.',
            ONLY_THE_TWO,
          ],
          buttons: [button],
        }
      : {
          heading: `Which task do you bring to ${championName}? ${when}`,
          paragraphs: [
            'One real task from your desk is enough. You can also decide when you meet.',
            ONLY_THE_TWO,
          ],
          buttons: [button],
        };
  }

  /** Two taps: the link opens a page with two buttons, without signing in. */
  private async confirm(
    tx: Tx,
    { personId, sessionId, clock }: ReminderToWrite,
    { championName, startsAt, isConfirmed }: LetterFacts,
    now: Date,
  ): Promise<MailSection | null> {
    if (isConfirmed) return null;
    const href = await actionLink(tx, this.config, {
      action: confirmByMail,
      personId,
      subject: { sessionId },
      now,
    });
    return {
      heading: `Did you meet ${championName}?`,
      paragraphs: [`${ownMomentInWords(startsAt, clock)}. One tap, no words asked for.`],
      buttons: [{ label: 'Yes or no', href }],
    };
  }

  private href(path: string): string {
    return `${this.config.baseUrl}${path}`;
  }
}

import { dayOfInstant } from '@flipside/kernel';
import type { PracticeAnswer } from '@flipside/learnings-domain';
import { SignIn } from '@flipside/people-api';
import {
  Database,
  MailActions,
  type ActionCall,
  type ActionPage,
  type ActionPress,
  type ActionResult,
  type MailAction,
} from '@flipside/platform-api';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnswerPractice } from './answer-practice.js';
import { dayWords } from './ask-practices.job.js';
import { practiceByMail, type PracticeSubject } from './practice-action.js';

const ANSWERS: readonly { value: PracticeAnswer; label: string; isMain?: boolean }[] = [
  { value: 'would_not_go_back', label: 'Yes, and I would not go back', isMain: true },
  { value: 'could_go_back', label: 'Yes, but I could go back' },
  { value: 'stopped', label: 'No longer' },
];

/** "Still doing it?": three buttons, one tap. The page shows no word of what was written. */
@Injectable()
export class PracticeByMail implements MailAction<PracticeSubject>, OnModuleInit {
  readonly name = practiceByMail.name;
  readonly subject = practiceByMail.subject;

  constructor(
    private readonly db: Database,
    private readonly actions: MailActions,
    private readonly signIn: SignIn,
    private readonly answering: AnswerPractice,
  ) {}

  onModuleInit(): void {
    this.actions.register(this);
  }

  async show({ personId, subject }: ActionCall<PracticeSubject>): Promise<ActionPage | null> {
    const viewer = await this.signIn.viewerById(personId);
    return viewer && this.page(viewer.personId, viewer.timeZone, subject);
  }

  async act(
    { personId, subject }: ActionCall<PracticeSubject>,
    { choice }: ActionPress,
  ): Promise<ActionResult | null> {
    const viewer = await this.signIn.viewerById(personId);
    const page = viewer && (await this.page(viewer.personId, viewer.timeZone, subject));
    if (!viewer || !page) return null;
    const answer = ANSWERS.find(({ value }) => value === choice)?.value;
    if (!answer) return { isDone: false, page };
    await this.answering.run(viewer, { ...subject, answer });
    return { isDone: true, page: { ...page, heading: 'Thank you', choices: [] } };
  }

  private async page(personId: string, zone: string, { learningId, afterDays }: PracticeSubject) {
    const asked = await this.db.one<{ createdAt: Date }>(
      `select l.created_at as "createdAt" from practice_check c join learning l on l.id = c.learning_id
       where c.learning_id = $1 and c.after_days = $2 and l.person_id = $3`,
      [learningId, afterDays, personId],
    );
    return (
      asked && {
        heading: 'Do you still do what you wrote down?',
        paragraphs: [
          `You wrote it on ${dayWords(dayOfInstant(asked.createdAt, zone))}. Only you see your answer; the programme sees shares over groups that are large enough.`,
        ],
        choices: ANSWERS,
        more: { label: 'Read what you wrote in Flipside', path: '/' },
      }
    );
  }
}

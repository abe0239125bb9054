import type { Clock } from '@flipside/kernel';
import {
  CLOCK,
  CurrentViewer,
  Database,
  InstantScalar,
  Roles,
  Vault,
  type Viewer,
} from '@flipside/platform-api';
import { Inject } from '@nestjs/common';
import {
  Args,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import { LEARNING_CELL } from '../learned/learning.store.js';
import { PracticeAnswer } from '../learnings.enums.js';
import { AnswerPractice } from './answer-practice.js';

@ObjectType({ description: 'A question whether one still does what one learned.' })
export class PracticeQuestion {
  @Field(() => ID, { description: 'The learning.' })
  learningId!: string;

  @Field(() => Int, { description: '30, 60 or 90 days after it was written.' })
  afterDays!: number;

  @Field({ description: 'What one wrote.' })
  body!: string;

  @Field(() => InstantScalar, { description: 'When one wrote it.' })
  writtenAt!: Date;
}

@InputType({ description: 'One tap.' })
export class AnswerPracticeInput {
  @Field(() => ID, { description: 'The learning.' })
  learningId!: string;

  @Field(() => Int, { description: 'Which of the questions.' })
  afterDays!: number;

  @Field(() => PracticeAnswer, { description: 'Still doing it, and would one go back?' })
  answer!: PracticeAnswer;
}

@ObjectType({ description: 'The questions that are left.' })
export class AnswerPracticePayload {
  @Field(() => [PracticeQuestion], { description: 'Not answered yet.' })
  questions!: PracticeQuestion[];
}

@Resolver()
export class PracticeResolver {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly answering: AnswerPractice,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => [PracticeQuestion], {
    description:
      'Questions to the viewer about what they learned, of the last 30 days, at most 10.',
  })
  async practiceQuestions(@CurrentViewer() viewer: Viewer): Promise<PracticeQuestion[]> {
    const rows = await this.db.rows<PracticeQuestion>(
      `select c.learning_id as "learningId", c.after_days as "afterDays", l.body, l.created_at as "writtenAt"
       from practice_check c join learning l on l.id = c.learning_id
       where l.person_id = $1 and c.answer is null and l.retired_at is null and c.asked_at > $2::timestamptz - interval '30 days'
       order by c.asked_at, c.learning_id limit 10`,
      [viewer.personId, this.clock.now()],
    );
    return this.vault.openRows(this.db, viewer.personId, rows, ({ learningId }) => learningId, {
      body: LEARNING_CELL,
    });
  }

  @Roles('EMPLOYEE')
  @Mutation(() => AnswerPracticePayload, {
    description: 'Says whether one still does what one learned. The last answer counts.',
  })
  async answerPractice(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The answer.' }) input: AnswerPracticeInput,
  ): Promise<AnswerPracticePayload> {
    await this.answering.run(viewer, input);
    return { questions: await this.practiceQuestions(viewer) };
  }
}

import {
  Args,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import type { MailDelivery } from '@flipside/people-domain';
import { CurrentViewer, Roles, TimeZoneScalar, type Viewer } from '@flipside/platform-api';
import { answerOf, payloadOrRefusal } from '../people-refusal.type.js';
import { ChooseMails } from './choose-mails.js';
import { MailChoicesReader } from './mail-choices.reader.js';

const MailArrivalEnum = { NOW: 'now', DIGEST: 'digest', NEVER: 'never' } as const;
registerEnumType(MailArrivalEnum, {
  name: 'MailArrival',
  description: 'How mails about a topic reach somebody.',
  valuesMap: {
    NOW: { description: 'At once, outside quiet hours.' },
    DIGEST: { description: 'Once a day, together with others.' },
    NEVER: { description: 'Not at all.' },
  },
});

@ObjectType({ description: 'Something that mails tell, and how it reaches the viewer.' })
export class MailTopicChoice {
  @Field({ description: 'Lasting word for it.' })
  id!: string;

  @Field({ description: 'What it is, in a few words.' })
  label!: string;

  @Field({ description: 'When such mails come.' })
  note!: string;

  @Field(() => MailArrivalEnum, { description: 'What holds.' })
  delivery!: MailDelivery;

  @Field(() => [MailArrivalEnum], { description: 'What may be chosen.' })
  allowed!: readonly MailDelivery[];
}

@ObjectType('MailChoices', { description: 'Which mails reach the viewer, and when.' })
export class MailChoicesType {
  @Field(() => [MailTopicChoice], { description: 'What the viewer may choose about.' })
  topics!: MailTopicChoice[];

  @Field(() => Int, { description: 'Quiet from here, in minutes from midnight.' })
  quietFromMinute!: number;

  @Field(() => Int, { description: 'Quiet until here; over midnight when it is the smaller one.' })
  quietToMinute!: number;

  @Field(() => Int, { description: 'When the one mail of the day comes.' })
  digestAtMinute!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The weekday, from Monday = 1, on which the week ahead comes; null for whoever gets no such mail.',
  })
  weekOn!: number | null;

  @Field(() => TimeZoneScalar, { description: 'The zone in which these hours are read.' })
  timeZone!: string;
}

@InputType({ description: 'How mails about one topic shall come.' })
export class MailTopicInput {
  @Field({ description: 'The topic.' })
  id!: string;

  @Field(() => MailArrivalEnum, { description: 'How.' })
  delivery!: MailDelivery;
}

@InputType({ description: 'Which mails shall come, and when.' })
export class ChooseMailsInput {
  @Field(() => [MailTopicInput], { description: 'Topics to change; others stay.' })
  topics!: MailTopicInput[];

  @Field(() => Int, { description: 'Quiet from here, a full or half hour.' })
  quietFromMinute!: number;

  @Field(() => Int, { description: 'Quiet until here, a full or half hour.' })
  quietToMinute!: number;

  @Field(() => Int, { description: 'When the one mail of the day comes, a full or half hour.' })
  digestAtMinute!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The weekday, from Monday = 1, on which the week ahead comes; left out, it stays.',
  })
  weekOn?: number | null;
}

@ObjectType({ description: 'The choices after a change.' })
export class MailChoicesPayload {
  @Field(() => MailChoicesType, { description: 'As they are now.' })
  choices!: MailChoicesType;
}

const ChooseMailsResult = payloadOrRefusal('ChooseMailsResult', MailChoicesPayload);

@Resolver()
export class MailChoicesResolver {
  constructor(
    private readonly reader: MailChoicesReader,
    private readonly choose: ChooseMails,
  ) {}

  @Query(() => MailChoicesType, { description: 'Which mails reach the viewer, and when.' })
  @Roles('EMPLOYEE')
  async myMailChoices(@CurrentViewer() viewer: Viewer): Promise<MailChoicesType> {
    const { topics, hours } = await this.reader.of(viewer);
    return {
      ...hours,
      weekOn: topics.some(({ topic }) => topic.isWeekly) ? hours.weekOn : null,
      timeZone: viewer.timeZone,
      topics: topics.map(({ topic, delivery }) => ({
        id: topic.id,
        label: topic.label,
        note: topic.note,
        allowed: topic.allowed,
        delivery,
      })),
    };
  }

  @Mutation(() => ChooseMailsResult, { description: 'Chooses which mails come, and when.' })
  @Roles('EMPLOYEE')
  async chooseMails(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The choices.' }) input: ChooseMailsInput,
  ): Promise<typeof ChooseMailsResult> {
    const { topics, ...hours } = input;
    const result = await this.choose.run(viewer, { topics, hours });
    if (!result.ok) return answerOf(result);
    return { choices: await this.myMailChoices(viewer) };
  }
}

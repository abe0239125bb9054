import {
  Args,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { Looks } from '@flipside/people-api';
import {
  barrier,
  CurrentViewer,
  DayScalar,
  EmailScalar,
  Roles,
  type Viewer,
} from '@flipside/platform-api';
import type { Result } from '@flipside/kernel';
import type { DelegationScope, SessionRefusal } from '@flipside/sessions-domain';
import { AddDelegate } from './add-delegate.js';
import { ChangeDelegate } from './change-delegate.js';
import { payloadOrRefusal, refusalOf } from './booking.type.js';
import { DelegationReader, type DelegationRow } from './delegation.reader.js';
import { RemoveDelegate } from './remove-delegate.js';
import { checkId } from './sessions.resolver.js';
import { SessionPerson } from './session.type.js';

export const DelegationScopeName = { BOOK: 'book', MOVE: 'move', CANCEL: 'cancel' } as const;
registerEnumType(DelegationScopeName, {
  name: 'DelegationScope',
  description: 'What a delegate may do beside seeing times.',
  valuesMap: {
    BOOK: { description: 'Book sessions and take held ones.' },
    MOVE: { description: 'Give a session another time.' },
    CANCEL: { description: 'Skip or call off a session, and bring it back.' },
  },
});

@ObjectType({
  description: 'Somebody who looks after sessions for somebody else: sees times, never words.',
})
export class Delegation {
  @Field(() => ID, { description: 'Identifier of the delegation.' })
  id!: string;

  @Field(() => SessionPerson, {
    description: 'The other person: the delegate, or the one looked after.',
  })
  person!: SessionPerson;

  @Field(() => DayScalar, { description: 'First day.' })
  since!: string;

  @Field(() => DayScalar, { nullable: true, description: 'Last day; null while no end is set.' })
  until!: string | null;

  @Field(() => [DelegationScopeName], {
    description: 'What the delegate may do; empty: see times.',
  })
  scopes!: readonly DelegationScope[];

  @Field({ description: 'Whether the first day has come.' })
  hasBegun!: boolean;

  @Field(() => SessionPerson, {
    nullable: true,
    description: 'The HR lead who set it up; null where the person looked after did so.',
  })
  arrangedBy!: SessionPerson | null;

  @Field({ description: 'Whether the viewer may end it.' })
  viewerCanEnd!: boolean;
}

@InputType({ description: 'A colleague to look after one’s own sessions.' })
export class AddDelegateInput {
  @Field(() => EmailScalar, { description: 'The colleague’s work address.' })
  email!: string;

  @Field(() => [DelegationScopeName], {
    nullable: true,
    description: 'What they may do beside seeing times; left out, everything.',
  })
  scopes?: DelegationScope[] | null;

  @Field(() => DayScalar, { nullable: true, description: 'First day; left out, today.' })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Last day; left out, without an end.' })
  until?: string | null;
}

@InputType({ description: 'A colleague to look after an executive’s sessions.' })
export class ArrangeDelegateInput extends AddDelegateInput {
  @Field(() => ID, { description: 'The executive.' })
  principalId!: string;
}

@InputType({ description: 'How far and until when a delegate looks after one’s sessions.' })
export class ChangeDelegateInput {
  @Field(() => ID, { description: 'The delegation.' })
  delegationId!: string;

  @Field(() => [DelegationScopeName], { description: 'What they may do from now on.' })
  scopes!: DelegationScope[];

  @Field(() => DayScalar, { nullable: true, description: 'Last day; left out, without an end.' })
  until?: string | null;
}

@InputType({
  description: 'A delegation to end: name the other person, or as an HR lead both.',
})
export class RemoveDelegateInput {
  @Field(() => ID, { nullable: true, description: 'One’s own delegate.' })
  delegateId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person one looks after, to stop doing so.' })
  principalId?: string | null;
}

@ObjectType({ description: 'Delegates after a change.' })
export class DelegatesPayload {
  @Field(() => [Delegation], { description: 'Who looks after these sessions now.' })
  delegates!: Delegation[];
}

const ChangeDelegatesResult = payloadOrRefusal('ChangeDelegatesResult', DelegatesPayload);

const toDelegation = (
  { personId, name, arrangedById, arrangedByName, ...row }: DelegationRow,
  viewerCanEnd = true,
): Delegation => ({
  ...row,
  person: { id: personId, name },
  arrangedBy: arrangedById ? { id: arrangedById, name: arrangedByName ?? '' } : null,
  viewerCanEnd,
});

@Resolver()
export class DelegatesResolver {
  constructor(
    private readonly add: AddDelegate,
    private readonly change: ChangeDelegate,
    private readonly remove: RemoveDelegate,
    private readonly reader: DelegationReader,
    private readonly looks: Looks,
  ) {}

  @Query(() => [Delegation], {
    description: 'Who looks after the viewer’s sessions, now or on days to come.',
  })
  @Roles('EMPLOYEE')
  async myDelegates(@CurrentViewer() viewer: Viewer): Promise<Delegation[]> {
    return (await this.reader.delegatesOf(viewer)).map((row) => toDelegation(row));
  }

  @Query(() => [Delegation], {
    description: 'Whose sessions the viewer looks after, now or on days to come.',
  })
  @Roles('EMPLOYEE')
  async lookedAfterPeople(@CurrentViewer() viewer: Viewer): Promise<Delegation[]> {
    return (await this.reader.principalsOf(viewer)).map((row) => toDelegation(row));
  }

  @Query(() => [Delegation], {
    description:
      'Who looks after an executive’s sessions. The executive sees that it was looked at.',
  })
  @Roles('HR_LEAD')
  async delegatesOfExecutive(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID, description: 'The executive.' }) personId: string,
  ): Promise<Delegation[]> {
    checkId(personId);
    if (!(await this.reader.isExecutive(personId))) throw barrier('NOT_FOUND');
    await this.looks.note(viewer, [personId], 'person');
    return this.arranged(personId);
  }

  @Mutation(() => ChangeDelegatesResult, {
    description:
      'Lets a colleague look after an executive’s sessions. The executive is told, and can end it with one press.',
  })
  @Roles('HR_LEAD')
  async arrangeDelegate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'For whom, and who.' }) input: ArrangeDelegateInput,
  ): Promise<typeof ChangeDelegatesResult> {
    checkId(input.principalId);
    const result = await this.add.run(viewer, input);
    if (!result.ok) return refusalOf(result.refusal);
    const delegates = await this.arranged(input.principalId);
    return Object.assign(new DelegatesPayload(), { delegates });
  }

  @Mutation(() => ChangeDelegatesResult, {
    description: 'Lets a colleague look after one’s own sessions.',
  })
  @Roles('EXECUTIVE', 'CHAMPION')
  async addDelegate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Who.' }) input: AddDelegateInput,
  ): Promise<typeof ChangeDelegatesResult> {
    return this.answer(viewer, await this.add.run(viewer, input));
  }

  @Mutation(() => ChangeDelegatesResult, {
    description: 'Says anew how far and until when a delegate looks after one’s own sessions.',
  })
  @Roles('EXECUTIVE', 'CHAMPION')
  async changeDelegate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and how.' }) input: ChangeDelegateInput,
  ): Promise<typeof ChangeDelegatesResult> {
    checkId(input.delegationId);
    return this.answer(viewer, await this.change.run(viewer, input));
  }

  @Mutation(() => ChangeDelegatesResult, {
    description: 'Ends a delegation at once; either side may, and HR leads where HR set it up.',
  })
  @Roles('EMPLOYEE')
  async removeDelegate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: RemoveDelegateInput,
  ): Promise<typeof ChangeDelegatesResult> {
    for (const id of [input.delegateId, input.principalId]) if (id) checkId(id);
    const { principalId, delegateId } = input;
    const result = await this.remove.run(viewer, input);
    // With both named by neither of them it was an HR lead, who looks at the executive's delegates.
    const isForOther =
      principalId && delegateId && ![principalId, delegateId].includes(viewer.personId);
    if (!isForOther || !result.ok) return this.answer(viewer, result);
    return Object.assign(new DelegatesPayload(), { delegates: await this.arranged(principalId) });
  }

  /** As an HR lead sees them: what HR set up can be ended, what the executive chose is theirs. */
  private async arranged(personId: string): Promise<Delegation[]> {
    return (await this.reader.delegatesOf({ personId })).map((row) =>
      toDelegation(row, row.arrangedById !== null),
    );
  }

  private async answer(
    viewer: Viewer,
    result: Result<object, SessionRefusal>,
  ): Promise<typeof ChangeDelegatesResult> {
    if (!result.ok) return refusalOf(result.refusal);
    return Object.assign(new DelegatesPayload(), { delegates: await this.myDelegates(viewer) });
  }
}

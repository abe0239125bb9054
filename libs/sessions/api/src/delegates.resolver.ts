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
import { CurrentViewer, DayScalar, EmailScalar, Roles, type Viewer } from '@flipside/platform-api';
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

@InputType({ description: 'How far and until when a delegate looks after one’s sessions.' })
export class ChangeDelegateInput {
  @Field(() => ID, { description: 'The delegation.' })
  delegationId!: string;

  @Field(() => [DelegationScopeName], { description: 'What they may do from now on.' })
  scopes!: DelegationScope[];

  @Field(() => DayScalar, { nullable: true, description: 'Last day; left out, without an end.' })
  until?: string | null;
}

@InputType({ description: 'A delegation to end; name the other person.' })
export class RemoveDelegateInput {
  @Field(() => ID, { nullable: true, description: 'One’s own delegate.' })
  delegateId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person one looks after, to stop doing so.' })
  principalId?: string | null;
}

@ObjectType({ description: 'One’s own delegates after a change.' })
export class DelegatesPayload {
  @Field(() => [Delegation], { description: 'Who looks after one’s sessions now.' })
  delegates!: Delegation[];
}

const ChangeDelegatesResult = payloadOrRefusal('ChangeDelegatesResult', DelegatesPayload);

const toDelegation = ({ personId, name, ...row }: DelegationRow): Delegation => ({
  ...row,
  person: { id: personId, name },
});

@Resolver()
export class DelegatesResolver {
  constructor(
    private readonly add: AddDelegate,
    private readonly change: ChangeDelegate,
    private readonly remove: RemoveDelegate,
    private readonly reader: DelegationReader,
  ) {}

  @Query(() => [Delegation], {
    description: 'Who looks after the viewer’s sessions, now or on days to come.',
  })
  @Roles('EMPLOYEE')
  async myDelegates(@CurrentViewer() viewer: Viewer): Promise<Delegation[]> {
    return (await this.reader.delegatesOf(viewer)).map(toDelegation);
  }

  @Query(() => [Delegation], {
    description: 'Whose sessions the viewer looks after, now or on days to come.',
  })
  @Roles('EMPLOYEE')
  async lookedAfterPeople(@CurrentViewer() viewer: Viewer): Promise<Delegation[]> {
    return (await this.reader.principalsOf(viewer)).map(toDelegation);
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
    description: 'Ends a delegation at once; either side may.',
  })
  @Roles('EMPLOYEE')
  async removeDelegate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: RemoveDelegateInput,
  ): Promise<typeof ChangeDelegatesResult> {
    for (const id of [input.delegateId, input.principalId]) if (id) checkId(id);
    return this.answer(viewer, await this.remove.run(viewer, input));
  }

  private async answer(
    viewer: Viewer,
    result: Result<object, SessionRefusal>,
  ): Promise<typeof ChangeDelegatesResult> {
    if (!result.ok) return refusalOf(result.refusal);
    return Object.assign(new DelegatesPayload(), { delegates: await this.myDelegates(viewer) });
  }
}

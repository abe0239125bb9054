import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, DayScalar, EmailScalar, Roles, type Viewer } from '@flipside/platform-api';
import type { Result } from '@flipside/kernel';
import type { SessionRefusal } from '@flipside/sessions-domain';
import { AddDelegate } from './add-delegate.js';
import { payloadOrRefusal, refusalOf } from './booking.type.js';
import { DelegationReader, type DelegationRow } from './delegation.reader.js';
import { RemoveDelegate } from './remove-delegate.js';
import { checkId } from './sessions.resolver.js';
import { SessionPerson } from './session.type.js';

@ObjectType({
  description: 'Somebody who looks after sessions for somebody else: sees times, never words.',
})
export class Delegation {
  @Field(() => SessionPerson, {
    description: 'The other person: the delegate, or the one looked after.',
  })
  person!: SessionPerson;

  @Field(() => DayScalar, { description: 'First day.' })
  since!: string;
}

@InputType({ description: 'A colleague to look after one’s own sessions.' })
export class AddDelegateInput {
  @Field(() => EmailScalar, { description: 'The colleague’s work address.' })
  email!: string;
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

const toDelegation = ({ personId, name, since }: DelegationRow): Delegation => ({
  person: { id: personId, name },
  since,
});

@Resolver()
export class DelegatesResolver {
  constructor(
    private readonly add: AddDelegate,
    private readonly remove: RemoveDelegate,
    private readonly reader: DelegationReader,
  ) {}

  @Query(() => [Delegation], { description: 'Who may book, move and skip the viewer’s sessions.' })
  @Roles('EMPLOYEE')
  async myDelegates(@CurrentViewer() viewer: Viewer): Promise<Delegation[]> {
    return (await this.reader.delegatesOf(viewer)).map(toDelegation);
  }

  @Query(() => [Delegation], { description: 'Whose sessions the viewer looks after.' })
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

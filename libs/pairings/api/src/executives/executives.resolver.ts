import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { PersonLoader, PersonType } from '@flipside/people-api';
import { barrier, CurrentViewer, RequestContext, Roles, type Viewer } from '@flipside/platform-api';
import { answerOf, type PairingRefusalType } from '../pairing-refusal.type.js';
import { PairingLoader } from '../pairings/pairing.loader.js';
import { PairingType } from '../pairings/pairing.type.js';
import { ApplyLevelRule } from './apply-level-rule.js';
import { EnrolExecutive } from './enrol-executive.js';
import { canSetGoals } from './executive.policy.js';
import { ExecutiveReader } from './executive.reader.js';
import {
  ApplyLevelRulePayload,
  ApplyLevelRuleResult,
  EnrolExecutiveInput,
  EnrolExecutiveResult,
  ExecutivePayload,
  ExecutiveType,
  LevelRulePlanType,
  PairingOptOutPayload,
  RemoveExecutiveInput,
  RemoveExecutivePayload,
  RemoveExecutiveResult,
  SetExecutiveGoalsInput,
  SetExecutiveGoalsResult,
  SetPairingOptOutInput,
} from './executive.type.js';
import { RemoveExecutive } from './remove-executive.js';
import { SetExecutiveGoals } from './set-executive-goals.js';
import { SetPairingOptOut } from './set-pairing-opt-out.js';

const SHOWN_FIRST = 5;

const known = (id: string): string => {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
};

@Resolver(() => ExecutiveType)
export class ExecutivesResolver {
  constructor(
    private readonly reader: ExecutiveReader,
    private readonly people: PersonLoader,
    private readonly pairings: PairingLoader,
    private readonly enrol: EnrolExecutive,
    private readonly remove: RemoveExecutive,
    private readonly levelRule: ApplyLevelRule,
    private readonly goals: SetExecutiveGoals,
    private readonly optOut: SetPairingOptOut,
  ) {}

  @Query(() => [ExecutiveType], { description: 'Executives who take part today, by name.' })
  @Roles('HR_LEAD')
  executives(): Promise<ExecutiveType[]> {
    return this.reader.all();
  }

  @Query(() => ExecutiveType, {
    nullable: true,
    description: 'The signed-in person as an executive; null when they do not take part.',
  })
  @Roles('EMPLOYEE')
  myExecutive(@CurrentViewer() viewer: Viewer): Promise<ExecutiveType | null> {
    return this.reader.one(viewer.personId);
  }

  @Query(() => PairingOptOutPayload, {
    description: 'Whether the signed-in person wants to be proposed.',
  })
  @Roles('EMPLOYEE')
  async myPairingOptOut(@CurrentViewer() viewer: Viewer): Promise<PairingOptOutPayload> {
    return { isOptedOut: await this.reader.isOptedOut(viewer.personId) };
  }

  @Query(() => LevelRulePlanType, {
    nullable: true,
    description: 'What applying the level rule would change now; null when no level is set.',
  })
  @Roles('HR_LEAD')
  async executiveLevelPlan(@Context() context: RequestContext): Promise<LevelRulePlanType | null> {
    const plan = await this.levelRule.plan();
    if (!plan.ok) return null;
    const { level, enrol, remove } = plan.value;
    const first = await Promise.all(
      enrol.slice(0, SHOWN_FIRST).map((id) => this.people.of(context).load(id)),
    );
    return {
      level,
      enrol: enrol.length,
      remove: remove.length,
      first: first.filter((person) => person !== null),
    };
  }

  @ResolveField(() => PersonType, { description: 'The person.' })
  async person(
    @Parent() executive: ExecutiveType,
    @Context() context: RequestContext,
  ): Promise<PersonType> {
    const person = await this.people.of(context).load(executive.personId);
    if (!person) throw new Error(`Executive ${executive.personId} is no person`);
    return person;
  }

  @ResolveField(() => PairingType, {
    nullable: true,
    description: 'The pairing proposed or running.',
  })
  pairing(
    @Parent() { pairingId }: ExecutiveType,
    @Context() context: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PairingType | null> | null {
    return pairingId === null ? null : this.pairings.of(context, viewer).load(pairingId);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer may say what the coaching is about.',
  })
  viewerCanSetGoals(
    @Parent() { personId }: ExecutiveType,
    @CurrentViewer() viewer: Viewer,
  ): boolean {
    return canSetGoals(viewer, personId);
  }

  @Mutation(() => EnrolExecutiveResult, { description: 'Marks somebody as an executive by hand.' })
  @Roles('HR_LEAD')
  async enrolExecutive(
    @Args('input', { description: 'The person.' }) input: EnrolExecutiveInput,
  ): Promise<ExecutivePayload | PairingRefusalType> {
    known(input.personId);
    return answerOf(await this.enrol.run(input), this.payload);
  }

  @Mutation(() => RemoveExecutiveResult, {
    description: 'Takes somebody out of the programme as an executive.',
  })
  @Roles('HR_LEAD')
  async removeExecutive(
    @Args('input', { description: 'The person.' }) { personId }: RemoveExecutiveInput,
  ): Promise<RemoveExecutivePayload | PairingRefusalType> {
    return answerOf(await this.remove.run({ personId: known(personId) }), (removed) => removed);
  }

  @Mutation(() => ApplyLevelRuleResult, {
    description: 'Enrols everybody down to the programme’s level for executives.',
  })
  @Roles('HR_LEAD')
  async applyExecutiveLevel(): Promise<ApplyLevelRulePayload | PairingRefusalType> {
    return answerOf(await this.levelRule.run(), (applied) => ({ ...applied }));
  }

  @Mutation(() => SetExecutiveGoalsResult, {
    description: 'Says what an executive wants to learn.',
  })
  @Roles('HR_LEAD', 'EXECUTIVE')
  async setExecutiveGoals(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Goal and topics.' }) input: SetExecutiveGoalsInput,
  ): Promise<ExecutivePayload | PairingRefusalType> {
    known(input.personId);
    return answerOf(await this.goals.run(viewer, input), this.payload);
  }

  @Mutation(() => PairingOptOutPayload, {
    description: 'Says whether the signed-in person wants to be proposed.',
  })
  @Roles('EMPLOYEE')
  async setPairingOptOut(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The choice.' }) input: SetPairingOptOutInput,
  ): Promise<PairingOptOutPayload> {
    await this.optOut.run(viewer, input);
    return { isOptedOut: input.isOptedOut };
  }

  private readonly payload = async ({
    personId,
  }: {
    personId: string;
  }): Promise<ExecutivePayload> => {
    const executive = await this.reader.one(personId);
    if (!executive) throw barrier('NOT_FOUND');
    return { executive };
  };
}

import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrgUnitLoader, OrgUnitType, PersonLoader, PersonType } from '@flipside/people-api';
import {
  barrier,
  CurrentViewer,
  PageArgs,
  RequestContext,
  Roles,
  type Viewer,
} from '@flipside/platform-api';
import { answerOf, type PairingRefusalType } from '../pairing-refusal.type.js';
import { known } from '../rounds/known.js';
import { AllowPair } from './allow-pair.js';
import { ConflictReader } from './conflict.reader.js';
import {
  AllowPairInput,
  EndUnitConflictInput,
  EndUnitConflictPayload,
  KeepApartInput,
  KeepApartResult,
  NoteUnitConflictInput,
  NoteUnitConflictPayload,
  NoteUnitConflictResult,
  PairApartConnection,
  PairApartPayload,
  PairApartType,
  UnitConflictType,
} from './conflict.type.js';
import { EndUnitConflict } from './end-unit-conflict.js';
import { KeepApart } from './keep-apart.js';
import { NoteUnitConflict } from './note-unit-conflict.js';

const LONGEST_REASON = 300;
const reasonOf = (reason: string | null | undefined): string | null =>
  reason?.trim().slice(0, LONGEST_REASON) || null;

@Resolver(() => UnitConflictType)
export class UnitConflictResolver {
  constructor(
    private readonly reader: ConflictReader,
    private readonly people: PersonLoader,
    private readonly units: OrgUnitLoader,
    private readonly note: NoteUnitConflict,
    private readonly end: EndUnitConflict,
  ) {}

  @Query(() => [UnitConflictType], { description: 'Who is kept out of which unit, by name.' })
  @Roles('HR_LEAD')
  unitConflicts(): Promise<UnitConflictType[]> {
    return this.reader.all();
  }

  @Mutation(() => NoteUnitConflictResult, {
    description: 'Keeps somebody out of a unit in every round from now on. Nobody is told.',
  })
  @Roles('HR_LEAD')
  async noteUnitConflict(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The conflict.' }) input: NoteUnitConflictInput,
  ): Promise<NoteUnitConflictPayload | PairingRefusalType> {
    const result = await this.note.run(viewer, {
      personId: known(input.personId),
      unitId: known(input.unitId),
      reason: reasonOf(input.reason),
    });
    return answerOf(result, async ({ conflictId, live }) => {
      const conflict = await this.reader.one(conflictId);
      if (!conflict) throw barrier('NOT_FOUND');
      return { conflict, live };
    });
  }

  @Mutation(() => EndUnitConflictPayload, { description: 'Ends a conflict with a unit.' })
  @Roles('HR_LEAD')
  endUnitConflict(
    @Args('input', { description: 'The conflict.' }) { conflictId }: EndUnitConflictInput,
  ): Promise<EndUnitConflictPayload> {
    return this.end.run({ conflictId: known(conflictId) });
  }

  @ResolveField(() => PersonType, { description: 'The person.' })
  async person(
    @Parent() { personId }: UnitConflictType,
    @Context() context: RequestContext,
  ): Promise<PersonType> {
    return present(await this.people.of(context).load(personId));
  }

  @ResolveField(() => OrgUnitType, { description: 'The unit; units below it are meant as well.' })
  async unit(
    @Parent() { unitId }: UnitConflictType,
    @Context() context: RequestContext,
  ): Promise<OrgUnitType> {
    return present(await this.units.of(context).load(unitId));
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who noted it.' })
  notedBy(
    @Parent() { notedById }: UnitConflictType,
    @Context() context: RequestContext,
  ): Promise<PersonType | null> {
    return notedBy(this.people, notedById, context);
  }
}

@Resolver(() => PairApartType)
export class PairApartResolver {
  constructor(
    private readonly reader: ConflictReader,
    private readonly people: PersonLoader,
    private readonly keep: KeepApart,
    private readonly allow: AllowPair,
  ) {}

  @Query(() => PairApartConnection, {
    description: 'Two people each who are not to be suggested to each other, the latest first.',
  })
  @Roles('HR_LEAD')
  pairsApart(@Args() page: PageArgs) {
    return this.reader.pairs(page);
  }

  @Mutation(() => KeepApartResult, {
    description: 'Says that two people are not to be suggested to each other. Nobody is told.',
  })
  @Roles('HR_LEAD')
  async keepApart(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The two people.' }) input: KeepApartInput,
  ): Promise<PairApartPayload | PairingRefusalType> {
    const result = await this.keep.run(viewer, {
      executiveId: known(input.executiveId),
      championId: known(input.championId),
      reason: reasonOf(input.reason),
    });
    return answerOf(result, (pair) => ({ ...pair }));
  }

  @Mutation(() => PairApartPayload, {
    description: 'Two people may be suggested to each other again.',
  })
  @Roles('HR_LEAD')
  allowPair(
    @Args('input', { description: 'The two people.' }) input: AllowPairInput,
  ): Promise<PairApartPayload> {
    return this.allow.run({
      executiveId: known(input.executiveId),
      championId: known(input.championId),
    });
  }

  @ResolveField(() => PersonType, { description: 'The executive.' })
  async executive(
    @Parent() { executiveId }: PairApartType,
    @Context() context: RequestContext,
  ): Promise<PersonType> {
    return present(await this.people.of(context).load(executiveId));
  }

  @ResolveField(() => PersonType, { description: 'The champion.' })
  async champion(
    @Parent() { championId }: PairApartType,
    @Context() context: RequestContext,
  ): Promise<PersonType> {
    return present(await this.people.of(context).load(championId));
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who noted it.' })
  notedBy(
    @Parent() { notedById }: PairApartType,
    @Context() context: RequestContext,
  ): Promise<PersonType | null> {
    return notedBy(this.people, notedById, context);
  }
}

function present<T>(found: T | null): T {
  if (found === null) throw barrier('NOT_FOUND');
  return found;
}

async function notedBy(
  people: PersonLoader,
  id: string | null,
  context: RequestContext,
): Promise<PersonType | null> {
  return id === null ? null : people.of(context).load(id);
}

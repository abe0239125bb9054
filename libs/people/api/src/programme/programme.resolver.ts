import {
  Args,
  Context,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { roundingInWords, withChange, type ProgrammeRules } from '@flipside/people-domain';
import {
  connectionOf,
  CurrentViewer,
  PageArgs,
  RequestContext,
  Roles,
  type Connection,
  type Viewer,
} from '@flipside/platform-api';
import { PersonLoader } from '../directory/person.loader.js';
import { PersonType } from '../directory/person.type.js';
import { answerOf, payloadOrRefusal } from '../people-refusal.type.js';
import { ChangeProgramme } from './change-programme.js';
import { ProgrammeEffectReader } from './programme-effect.reader.js';
import { ProgrammeHistoryReader, type HistoryEntry } from './programme-history.reader.js';
import { ProgrammeReader, type CurrentProgramme } from './programme.reader.js';
import {
  EmploymentTypeCount,
  ProgrammeChangeType,
  ProgrammeEffect,
  ProgrammeRulesInput,
  ProgrammeType,
} from './programme.type.js';
import { UndoProgrammeChange } from './undo-programme-change.js';

@ObjectType({ description: 'A page of changes of the rules.' })
export class ProgrammeChangeConnection extends connectionOf(
  ProgrammeChangeType,
  'ProgrammeChange',
) {}

@InputType({ description: 'A change of the programme’s rules.' })
export class ChangeProgrammeInput {
  @Field(() => Int, { description: 'Version of the rules that the person looked at.' })
  version!: number;

  @Field(() => ProgrammeRulesInput, { description: 'The rules to change.' })
  rules!: ProgrammeRulesInput;
}

@InputType({ description: 'Which change to take back.' })
export class UndoProgrammeChangeInput {
  @Field(() => ID, { description: 'Identifier of the change.' })
  changeId!: string;
}

@ObjectType({ description: 'The rules after a change.' })
export class ChangeProgrammePayload {
  @Field(() => ProgrammeType, { description: 'The rules in force now.' })
  programme!: ProgrammeType;

  @Field(() => ID, {
    nullable: true,
    description: 'The noted change, to undo with; null when nothing differed.',
  })
  changeId!: string | null;
}

const ChangeProgrammeResult = payloadOrRefusal('ChangeProgrammeResult', ChangeProgrammePayload);

const asType = ({ rules, version, lastImportAt }: CurrentProgramme): ProgrammeType => ({
  ...rules,
  eligibleTypes: [...rules.eligibleTypes],
  defaultHours: [...rules.defaultHours],
  roundingInWords: roundingInWords(rules),
  version,
  lastImportAt,
});

/** What was sent; null means "left out", except for the level, where it means "only by hand". */
const wishOf = (input: ProgrammeRulesInput): Partial<ProgrammeRules> =>
  Object.fromEntries(
    Object.entries(input).filter(
      ([rule, value]) => value !== undefined && (value !== null || rule === 'executiveLevel'),
    ),
  );

@Resolver(() => ProgrammeChangeType)
export class ProgrammeResolver {
  constructor(
    private readonly reader: ProgrammeReader,
    private readonly history: ProgrammeHistoryReader,
    private readonly effects: ProgrammeEffectReader,
    private readonly changing: ChangeProgramme,
    private readonly undoing: UndoProgrammeChange,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => ProgrammeType, { description: 'The rules in force; everybody may know them.' })
  @Roles('EMPLOYEE')
  async programme(): Promise<ProgrammeType> {
    return asType(await this.reader.current());
  }

  @Query(() => [EmploymentTypeCount], { description: 'Kinds of employment in the roster today.' })
  @Roles('HR_LEAD')
  employmentTypes(): Promise<EmploymentTypeCount[]> {
    return this.effects.employmentTypes();
  }

  @Query(() => ProgrammeEffect, {
    nullable: true,
    description: 'What other rules would change; null while they cannot be so.',
  })
  @Roles('HR_LEAD')
  async programmeEffect(
    @Args('rules', { description: 'The other rules.' }) rules: ProgrammeRulesInput,
  ): Promise<ProgrammeEffect | null> {
    const current = await this.reader.current();
    const changed = withChange(current.rules, wishOf(rules));
    return changed.ok ? this.effects.compare(current.rules, changed.value) : null;
  }

  @Query(() => ProgrammeChangeConnection, { description: 'Changes of the rules, latest first.' })
  @Roles('HR_LEAD')
  programmeHistory(@Args() page: PageArgs): Promise<Connection<HistoryEntry>> {
    return this.history.page(page);
  }

  @Mutation(() => ChangeProgrammeResult, { description: 'Changes the rules of the programme.' })
  @Roles('HR_LEAD')
  async changeProgramme(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The change.' }) { version, rules }: ChangeProgrammeInput,
  ): Promise<typeof ChangeProgrammeResult> {
    const changed = await this.changing.run(viewer, { version, rules: wishOf(rules) });
    return this.answer(changed);
  }

  @Mutation(() => ChangeProgrammeResult, { description: 'Takes one change of the rules back.' })
  @Roles('HR_LEAD')
  async undoProgrammeChange(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which change.' }) input: UndoProgrammeChangeInput,
  ): Promise<typeof ChangeProgrammeResult> {
    return this.answer(await this.undoing.run(viewer, input));
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'By whom; null for the installation itself.',
  })
  actor(
    @Parent() { actorId }: HistoryEntry,
    @Context() context: RequestContext,
  ): Promise<PersonType | null> | null {
    return actorId ? this.people.of(context).load(actorId) : null;
  }

  private async answer(
    result: Awaited<ReturnType<ChangeProgramme['run']>>,
  ): Promise<typeof ChangeProgrammeResult> {
    if (!result.ok) return answerOf(result);
    return { programme: asType(await this.reader.current()), changeId: result.value.changeId };
  }
}

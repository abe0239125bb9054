import {
  Args,
  createUnionType,
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
import { isId, type Result } from '@flipside/kernel';
import {
  FIELD_LABELS,
  ROSTER_FIELDS,
  type DateOrder,
  type RosterRefusal,
} from '@flipside/people-domain';
import { barrier, DayScalar, Roles, TimeZoneScalar } from '@flipside/platform-api';
import { ApplyImport } from './apply-import.js';
import { CancelImport } from './cancel-import.js';
import { ChangeImportMapping } from './change-import-mapping.js';
import type { ChangeKind } from './changes-sql.js';
import { runAnswer } from './import-answers.js';
import { ImportRunReader } from './import-run.reader.js';
import type { ImportRun } from './import-run.store.js';
import {
  DateOrderType,
  ImportChange,
  ImportChangeKind,
  ImportField,
  ImportPlace,
  ImportPreviewRow,
  ImportProblemGroup,
  ImportRefusalType,
  ImportRunType,
  RosterFieldType,
} from './import-run.type.js';

@InputType({ description: 'Which column a field is read from.' })
export class ImportFieldInput {
  @Field(() => RosterFieldType, { description: 'The field.' })
  field!: string;
  @Field(() => Int, { nullable: true, description: 'The column, counted from 0; null for none.' })
  column!: number | null;
}

@InputType({ description: 'A time zone chosen for a location.' })
export class ImportZoneInput {
  @Field({ description: 'Code of the location.' })
  code!: string;
  @Field(() => TimeZoneScalar, { description: 'Its zone.' })
  timeZone!: string;
}

@InputType({ description: 'How a file is to be read; what is left out stays as it is.' })
export class ChangeImportMappingInput {
  @Field(() => ID, { description: 'The import.' })
  runId!: string;
  @Field(() => [ImportFieldInput], { nullable: true, description: 'Fields whose column changes.' })
  fields?: ImportFieldInput[];
  @Field(() => DateOrderType, { nullable: true, description: 'How 03/04/2024 is read.' })
  dateOrder?: DateOrder;
  @Field(() => [ImportZoneInput], { nullable: true, description: 'Time zones of locations.' })
  zones?: ImportZoneInput[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether people whom the file does not hold have left.',
  })
  isFull?: boolean;
  @Field(() => DayScalar, { nullable: true, description: 'The day from which the roster holds.' })
  asOf?: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Levels of the manager chain that make units when no column does, 1 to 8.',
  })
  chainDepth?: number;
  @Field(() => [String], { nullable: true, description: 'Kinds of problems to live with.' })
  ignored?: string[];
}

@InputType({ description: 'How an import is applied.' })
export class ApplyImportInput {
  @Field(() => ID, { description: 'The import.' })
  runId!: string;
  @Field({
    defaultValue: false,
    description:
      'True: nothing goes in if anything is wrong. False: good rows go in, bad ones are reported.',
  })
  isAllOrNothing!: boolean;
  @Field({ defaultValue: false, description: 'That so many people really left.' })
  confirmLeavers!: boolean;
}

@InputType({ description: 'Which import to throw away.' })
export class CancelImportInput {
  @Field(() => ID, { description: 'The import.' })
  runId!: string;
}

@ObjectType({ description: 'The import after the change.' })
export class ImportPayload {
  @Field(() => ImportRunType, { description: 'The import.' })
  run!: ImportRunType;
}

const ImportResult = createUnionType({
  name: 'ImportResult',
  description: 'The import, or why it cannot go on as asked.',
  types: () => [ImportPayload, ImportRefusalType] as const,
  resolveType: (value: object) =>
    value instanceof ImportRefusalType ? ImportRefusalType : ImportPayload,
});

const answerOf = (result: Result<ImportRun, RosterRefusal>): typeof ImportResult =>
  result.ok
    ? { run: runAnswer(result.value) }
    : Object.assign(new ImportRefusalType(), result.refusal);

/** GraphQL's null means "left out" here. */
const given = <T extends object>(input: T): T =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  ) as T;

@Resolver(() => ImportRunType)
export class ImportsResolver {
  constructor(
    private readonly reader: ImportRunReader,
    private readonly mapping: ChangeImportMapping,
    private readonly applying: ApplyImport,
    private readonly cancelling: CancelImport,
  ) {}

  @Query(() => [ImportRunType], { description: 'The latest 50 imports, newest first.' })
  @Roles('HR_LEAD')
  async importRuns(): Promise<ImportRunType[]> {
    return (await this.reader.latest()).map(runAnswer);
  }

  @Query(() => ImportRunType, { description: 'One import.' })
  @Roles('HR_LEAD')
  async importRun(
    @Args('id', { type: () => ID, description: 'Identifier.' }) id: string,
  ): Promise<ImportRunType> {
    return runAnswer(await this.found(id));
  }

  @Query(() => [ImportField], { description: 'What a column of a staff list can be read as.' })
  @Roles('HR_LEAD')
  importFields(): ImportField[] {
    return ROSTER_FIELDS.map((field) => ({ field, label: FIELD_LABELS[field] }));
  }

  @Mutation(() => ImportResult, {
    description: 'Corrects how a file is read, and works out again what it would change.',
  })
  @Roles('HR_LEAD')
  async changeImportMapping(
    @Args('input', { description: 'The correction.' }) input: ChangeImportMappingInput,
  ): Promise<typeof ImportResult> {
    const { runId, ...wish } = given(input);
    await this.found(runId);
    return answerOf(await this.mapping.run(runId, wish));
  }

  @Mutation(() => ImportResult, {
    description: 'Applies a checked import; a background job does it.',
  })
  @Roles('HR_LEAD')
  async applyImport(
    @Args('input', { description: 'How.' }) input: ApplyImportInput,
  ): Promise<typeof ImportResult> {
    await this.found(input.runId);
    const onProblems = input.isAllOrNothing ? 'refuse' : 'skip';
    return answerOf(
      await this.applying.run(input.runId, { onProblems, confirmLeavers: input.confirmLeavers }),
    );
  }

  @Mutation(() => ImportResult, { description: 'Throws an import away before it is applied.' })
  @Roles('HR_LEAD')
  async cancelImport(
    @Args('input', { description: 'Which one.' }) { runId }: CancelImportInput,
  ): Promise<typeof ImportResult> {
    await this.found(runId);
    return answerOf(await this.cancelling.run(runId));
  }

  @ResolveField(() => [ImportProblemGroup], { description: 'Problems by kind, errors first.' })
  async problems(@Parent() { id }: ImportRunType): Promise<ImportProblemGroup[]> {
    const groups = await this.reader.problems(await this.found(id));
    return groups.map(({ severity, rows, ...group }) => ({
      ...group,
      isError: severity === 'error',
      rows: [...rows],
    }));
  }

  @ResolveField(() => [ImportPreviewRow], {
    description: 'The first 20 rows as they would be entered; empty once decided.',
  })
  async preview(@Parent() { id }: ImportRunType): Promise<ImportPreviewRow[]> {
    return this.reader.preview(await this.found(id));
  }

  @ResolveField(() => [ImportPlace], {
    description: 'Locations with their time zones, those to look at first; empty once decided.',
  })
  async places(@Parent() { id }: ImportRunType): Promise<ImportPlace[]> {
    return this.reader.places(await this.found(id));
  }

  @ResolveField(() => [ImportChange], {
    description: 'Examples of one kind of change; empty once decided.',
  })
  async changes(
    @Parent() { id }: ImportRunType,
    @Args('kind', { type: () => ImportChangeKind, description: 'The kind.' }) kind: ChangeKind,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'How many, at most 200.' })
    first: number,
  ): Promise<ImportChange[]> {
    return this.reader.changes(await this.found(id), kind, first);
  }

  private async found(id: string): Promise<ImportRun> {
    const run = isId(id) ? await this.reader.find(id) : null;
    if (!run) throw barrier('NOT_FOUND');
    return run;
  }
}

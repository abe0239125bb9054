import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ROSTER_FIELDS, ROSTER_REFUSAL_CODES, type RosterRefusal } from '@flipside/people-domain';
import { DayScalar, InstantScalar, Refusal, TimeZoneScalar } from '@flipside/platform-api';
import { CHANGE_KINDS } from './changes-sql.js';
import { IMPORT_STATES } from './import-run.entity.js';

/** `unitMoves` becomes `UNIT_MOVES`. */
const enumName = (text: string): string =>
  text.replace(/([a-z])([A-Z0-9])/g, '$1_$2').toUpperCase();
const enumOf = <T extends string>(values: readonly T[]): Record<string, T> =>
  Object.fromEntries(values.map((value) => [enumName(value), value]));

export const ImportStateType = enumOf(IMPORT_STATES);
registerEnumType(ImportStateType, { name: 'ImportState', description: 'How far an import is.' });

export const RosterFieldType = enumOf(ROSTER_FIELDS);
registerEnumType(RosterFieldType, {
  name: 'RosterField',
  description: 'What a column of a staff list can hold.',
});

export const ImportChangeKind = enumOf(CHANGE_KINDS);
registerEnumType(ImportChangeKind, {
  name: 'ImportChangeKind',
  description: 'A kind of change that an import would make.',
});

export const ImportNeed = enumOf(['name', 'key', 'dateOrder']);
registerEnumType(ImportNeed, {
  name: 'ImportNeed',
  description: 'What has to be told before a file can be read.',
  valuesMap: {
    NAME: { description: 'Which column holds the name.' },
    KEY: { description: 'Which column holds the employee ID or the e-mail.' },
    DATE_ORDER: { description: 'Whether 03/04/2024 is in April or in March.' },
  },
});

export const DateOrderType = { DMY: 'DMY', MDY: 'MDY' } as const;
registerEnumType(DateOrderType, {
  name: 'DateOrder',
  description: 'Which number comes first in 03/04/2024: the day or the month.',
});

const refusalCodes = Object.fromEntries(ROSTER_REFUSAL_CODES.map((code) => [code, code]));
registerEnumType(refusalCodes, {
  name: 'ImportRefusalCode',
  description: 'Why an import cannot go on.',
});

@ObjectType('ImportRefusal', {
  implements: () => Refusal,
  description: 'An import that cannot go on as asked.',
})
export class ImportRefusalType extends Refusal {
  @Field(() => refusalCodes, { description: 'The reason, for programs.' })
  code!: RosterRefusal['code'];
}

@ObjectType({ description: 'A column of the file.' })
export class ImportColumn {
  @Field(() => Int, { description: 'Place in the file, counted from 0.' })
  index!: number;
  @Field({ description: 'Its heading.' })
  heading!: string;
  @Field(() => [String], { description: 'The first different values below the heading.' })
  samples!: string[];
  @Field(() => RosterFieldType, {
    nullable: true,
    description: 'What it is read as; null when it is not used.',
  })
  field!: string | null;
}

@ObjectType({ description: 'A field that a column can be read as.' })
export class ImportField {
  @Field(() => RosterFieldType, { description: 'The field.' })
  field!: string;
  @Field({ description: 'Its name for people.' })
  label!: string;
}

@ObjectType({ description: 'One thing that is wrong with one row.' })
export class ImportProblemRow {
  @Field(() => Int, {
    description:
      'Row in the file, counted from 1 as a spreadsheet does; 0 when it is about no row.',
  })
  rowNo!: number;
  @Field(() => String, {
    nullable: true,
    description: 'The cell’s content, if the problem is about one.',
  })
  value!: string | null;
  @Field({ description: 'One sentence.' })
  message!: string;
}

@ObjectType({ description: 'All rows with the same kind of problem.' })
export class ImportProblemGroup {
  @Field({ description: 'The kind, for programs and for ignoring it.' })
  kind!: string;
  @Field({
    description:
      'Whether a row or a value is kept out because of it; otherwise it is only worth knowing.',
  })
  isError!: boolean;
  @Field({ description: 'How many rows have what: “14 people without a manager”.' })
  title!: string;
  @Field({ description: 'What happens on applying, and what to do about it.' })
  advice!: string;
  @Field(() => Int, { description: 'Rows concerned.' })
  count!: number;
  @Field({ description: 'Whether somebody decided to live with it.' })
  isIgnored!: boolean;
  @Field(() => [ImportProblemRow], {
    description: 'The first rows concerned; the whole list is a download.',
  })
  rows!: ImportProblemRow[];
}

@ObjectType({ description: 'A row as it would be entered.' })
export class ImportPreviewRow {
  @Field(() => Int, { description: 'Row in the file.' })
  rowNo!: number;
  @Field(() => String, { nullable: true, description: 'Employee ID.' })
  employeeNo!: string | null;
  @Field({ description: 'Name, first name first.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Work e-mail in lower case.' })
  email!: string | null;
  @Field({ description: 'Job title.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'Unit.' })
  unit!: string | null;
  @Field(() => String, { nullable: true, description: 'Location.' })
  location!: string | null;
  @Field(() => String, { nullable: true, description: 'Manager’s name.' })
  manager!: string | null;
  @Field(() => Int, { nullable: true, description: 'Level; 1 is the head of the company.' })
  level!: number | null;
  @Field({ description: 'Kind of employment.' })
  employmentType!: string;
  @Field({ description: 'active, leave or left.' })
  status!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Hire date.' })
  hireOn!: string | null;
}

@ObjectType({ description: 'A location of the file and the time zone its people would get.' })
export class ImportPlace {
  @Field({ description: 'What it is recognised by.' })
  code!: string;
  @Field({ description: 'Its name.' })
  name!: string;
  @Field(() => TimeZoneScalar, { description: 'The zone.' })
  timeZone!: string;
  @Field({
    description:
      'Where the zone comes from: file, kept, chosen, guessed or unknown (the programme’s default is used).',
  })
  source!: string;
  @Field(() => Int, { description: 'Rows that name it.' })
  people!: number;
}

@ObjectType({ description: 'One change that applying would make.' })
export class ImportChange {
  @Field(() => Int, {
    nullable: true,
    description: 'Row in the file; null for people and units that no row names.',
  })
  rowNo!: number | null;
  @Field({ description: 'Whose, or what.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'As it is.' })
  before!: string | null;
  @Field(() => String, { nullable: true, description: 'As it would be.' })
  after!: string | null;
}

@ObjectType({ description: 'How many changes of one kind applying would make.' })
export class ImportChangeCount {
  @Field(() => ImportChangeKind, { description: 'The kind.' })
  kind!: string;
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What applying would do to the company.' })
export class ImportDifference {
  @Field(() => Int, { description: 'People employed on the day of the roster, before applying.' })
  present!: number;
  @Field(() => Int, { description: 'People whom applying touches.' })
  touched!: number;
  @Field(() => Int, {
    description: 'Rows that describe somebody as the company knows them already.',
  })
  unchanged!: number;
  @Field(() => Int, { description: 'Rows left out because of errors.' })
  leftOutRows!: number;
  @Field(() => Int, {
    description:
      'Rows about people who left before and whose dates are not known; they are not entered.',
  })
  skippedFormers!: number;
  @Field(() => Int, {
    description: 'People who would leave, marked in the file or missing from it.',
  })
  leavers!: number;
  @Field({ description: 'Whether so many would leave that somebody has to confirm it.' })
  needsConfirmation!: boolean;
  @Field(() => [ImportChangeCount], { description: 'Changes by kind, only kinds that occur.' })
  changes!: ImportChangeCount[];
}

@ObjectType('ImportRun', { description: 'A staff list on its way into the company.' })
export class ImportRunType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;
  @Field({ description: 'Name of the file.' })
  fileName!: string;
  @Field(() => Float, { description: 'Size of the file in bytes.' })
  fileBytes!: number;
  @Field(() => ImportStateType, { description: 'How far it is.' })
  state!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What is being done right now: reading, units, people, changes, leavers.',
  })
  step!: string | null;
  @Field(() => Int, { nullable: true, description: 'Rows read so far.' })
  rowsDone!: number | null;
  @Field(() => Int, { nullable: true, description: 'Rows of people in the file.' })
  rows!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Blank, title, total and report lines that were passed over.',
  })
  passedOver!: number | null;
  @Field(() => [ImportNeed], { description: 'What has to be told before the file can be read.' })
  needs!: string[];
  @Field(() => String, { nullable: true, description: 'Why it stopped, in one sentence.' })
  failure!: string | null;
  @Field(() => String, { nullable: true, description: 'Character encoding found.' })
  encoding!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Separator found: comma, semicolon, tab or bar.',
  })
  separator!: string | null;
  @Field(() => Int, { nullable: true, description: 'Row of the headings.' })
  headerRow!: number | null;
  @Field(() => DateOrderType, { nullable: true, description: 'How 03/04/2024 is read.' })
  dateOrder!: string | null;
  @Field({ description: 'Whether people whom the file does not hold are taken to have left.' })
  isFull!: boolean;
  @Field(() => DayScalar, { description: 'The day from which the roster holds.' })
  asOf!: string;
  @Field(() => InstantScalar, { description: 'When the file came.' })
  createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was applied.' })
  appliedAt!: Date | null;
  @Field(() => [ImportColumn], { description: 'Columns of the file and what they are read as.' })
  columns!: ImportColumn[];
  @Field(() => ImportDifference, {
    nullable: true,
    description: 'What applying would do, or has done; null before the check.',
  })
  difference!: ImportDifference | null;
  @Field(() => Int, { description: 'Rows with errors that nobody decided to live with.' })
  errors!: number;
}

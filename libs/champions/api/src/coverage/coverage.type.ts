import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DayScalar, InstantScalar } from '@flipside/platform-api';

export const CoverageCutEnum = { UNIT: 'unit', LOCATION: 'location' } as const;
registerEnumType(CoverageCutEnum, {
  name: 'CoverageCut',
  description: 'Two cuts of the same people; their cells do not add up across cuts.',
  valuesMap: {
    UNIT: { description: 'The tree of org units.' },
    LOCATION: { description: 'Sites and remote regions.' },
  },
});

export const CoverageStateEnum = {
  COVERED: 'covered',
  CLOSE: 'close',
  SHORT: 'short',
  NONE: 'none',
  POOLED: 'pooled',
} as const;
registerEnumType(CoverageStateEnum, {
  name: 'CoverageState',
  description: 'How a unit stands against its target.',
  valuesMap: {
    COVERED: { description: 'Champions times target ratio reach everybody.' },
    CLOSE: { description: 'Three quarters of the champions needed, or more.' },
    SHORT: { description: 'Fewer than three quarters of the champions needed.' },
    NONE: { description: 'No champion at all.' },
    POOLED: { description: 'Too small for a target of its own; counted with the unit above.' },
  },
});

export const CoverageBasisEnum = { SHOWN: 'shown', RECORDS: 'records' } as const;
registerEnumType(CoverageBasisEnum, {
  name: 'CoverageBasis',
  description: 'What the figures of a past day are made of.',
  valuesMap: {
    SHOWN: { description: 'As it stood when the day ended; later corrections do not change it.' },
    RECORDS: { description: 'From dated records as they are known now.' },
  },
});

export const TrendStructureEnum = { TODAY: 'today', THEN: 'then' } as const;
registerEnumType(TrendStructureEnum, {
  name: 'TrendStructure',
  description: 'Whose tree the past is counted in.',
  valuesMap: {
    TODAY: { description: 'People of the past where their unit stands now.' },
    THEN: { description: 'The tree of each day.' },
  },
});

export const TargetFrom = { UNIT: 'unit', INHERITED: 'inherited', PROGRAMME: 'programme' } as const;
registerEnumType(TargetFrom, {
  name: 'TargetFrom',
  description: 'Where a target ratio comes from.',
  valuesMap: {
    UNIT: { description: 'Set for this unit.' },
    INHERITED: { description: 'Set for a unit above.' },
    PROGRAMME: { description: 'The programme’s.' },
  },
});

@ObjectType({ description: 'Number of units in each state.' })
export class CoverageStateCounts {
  @Field(() => Int, { description: 'Covered.' }) covered!: number;
  @Field(() => Int, { description: 'Close.' }) close!: number;
  @Field(() => Int, { description: 'Short.' }) short!: number;
  @Field(() => Int, { description: 'None.' }) none!: number;
  @Field(() => Int, { description: 'Pooled.' }) pooled!: number;
}

@ObjectType({ description: 'One unit or location on one day, by its own arithmetic.' })
export class CoverageNode {
  @Field(() => ID, { description: 'Identifier of the org unit or location.' }) id!: string;
  @Field({ description: 'Code in the staff list.' }) code!: string;
  @Field({ description: 'Name.' }) name!: string;
  @Field(() => ID, { nullable: true, description: 'Unit above; null at the top.' }) parentId!:
    string | null;
  @Field(() => Int, { description: '0 at the top.' }) depth!: number;
  @Field(() => Int, { description: 'Number of units directly below.' }) childCount!: number;
  @Field(() => Int, { description: 'Eligible people here and below.' }) people!: number;
  @Field(() => Int, { description: 'Active champions here and below.' }) champions!: number;
  @Field(() => Int, { description: 'Eligible people in the unit itself.' }) directPeople!: number;
  @Field(() => Int, { description: 'Active champions in the unit itself.' })
  directChampions!: number;
  @Field(() => Int, { description: 'People per champion aimed at.' }) targetRatio!: number;
  @Field(() => TargetFrom, { description: 'Where the target comes from.' }) targetFrom!: string;
  @Field(() => Int, { description: 'Champions needed; 0 when empty or pooled.' }) required!: number;
  @Field(() => Int, { description: 'Champions missing.' }) gap!: number;
  @Field(() => Int, { description: 'Champions beyond the need.' }) surplus!: number;
  @Field(() => CoverageStateEnum, { description: 'State.' }) state!: string;
  @Field(() => CoverageStateEnum, {
    description: 'State to show: a pooled unit shows that of the unit it is counted with.',
  })
  shownState!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Unit a pooled unit is counted with; null = the company, or not pooled.',
  })
  sharedWithId!: string | null;
  @Field({
    description: 'Ratio in words, rounded up to one decimal: "1 per 25.1", "none for 104 people".',
  })
  ratioText!: string;
  @Field(() => Float, {
    nullable: true,
    description: 'Champions present as a share of those aimed at; null without people.',
  })
  coverageRatio!: number | null;
  @Field(() => CoverageStateCounts, { description: 'Units below, on every level, by state.' })
  below!: CoverageStateCounts;
  @Field({ description: 'What is wrong below, in words; empty when nothing is.' })
  belowText!: string;
  @Field(() => ID, { nullable: true, description: 'Unit below with the largest gap.' })
  worstBelowId!: string | null;
  @Field(() => Int, {
    description: 'Sum of the gaps of the direct children; never this unit’s own gap.',
  })
  childGap!: number;
  @Field(() => Int, {
    description:
      'What the direct children lack beyond this unit’s gap: a matter of spreading champions.',
  })
  distributionShortfall!: number;
  @Field(() => Int, { description: 'People in groups that meet their target.' })
  peopleCovered!: number;
  @Field(() => Int, { description: 'People beyond what the champions of their group reach.' })
  uncoveredPeople!: number;
  @Field(() => Int, {
    nullable: true,
    description:
      'Champions here and below with a confirmed act in the 60 days before; null for a site, as acts are counted by unit.',
  })
  effectiveChampions!: number | null;
}

@ObjectType({ description: 'Small units that are counted together in one unit above them.' })
export class PooledUnits {
  @Field(() => ID, {
    nullable: true,
    description: 'Unit they are counted with; null = the company.',
  })
  sharedWithId!: string | null;
  @Field(() => [ID], { description: 'The small units.' }) unitIds!: string[];
  @Field(() => Int, { description: 'People in them.' }) people!: number;
  @Field(() => Int, { description: 'Champions in them.' }) champions!: number;
  @Field(() => Int, { description: 'Champions they would need if counted together.' })
  requiredTogether!: number;
  @Field({ description: 'The same as a sentence.' }) sentence!: string;
}

@ObjectType({ description: 'The company as a whole, and where it is short.' })
export class CoverageHeadline {
  @Field({ description: '"99 champions for 2,235 people: 1 per 22.6, target 1 per 25."' })
  totalSentence!: string;
  @Field({ description: '"3 units are short by 8 champions; 1 has none." Empty without people.' })
  gapSentence!: string;
  @Field({
    description:
      'Why a company that has its champions still lacks some in places; empty text otherwise.',
  })
  spreadSentence!: string;
  @Field({ description: 'The rule behind the figures, in words.' }) rule!: string;
  @Field(() => Int, { description: 'Eligible people.' }) people!: number;
  @Field(() => Int, { description: 'Active champions among them.' }) champions!: number;
  @Field(() => Int, { description: 'The programme’s people per champion.' }) targetRatio!: number;
  @Field({ description: 'Ratio in words.' }) ratioText!: string;
  @Field(() => Int, { description: 'Champions needed for the company counted as one.' })
  required!: number;
  @Field(() => Int, { description: 'Champions missing for the company counted as one.' })
  gap!: number;
  @Field(() => CoverageStateEnum, { description: 'State of the company counted as one.' })
  state!: string;
  @Field(() => Int, { description: 'Units in the gap list.' }) shortUnits!: number;
  @Field(() => Int, { description: 'Champions the gap list asks for.' }) shortBy!: number;
  @Field(() => Int, { description: 'Units and branches without any champion.' })
  unitsWithNone!: number;
  @Field(() => Int, { description: 'Units with exactly the champions they need.' })
  onTheEdge!: number;
  @Field(() => Int, { description: 'People in groups that meet their target.' })
  peopleCovered!: number;
  @Field(() => Int, { description: 'People beyond what the champions of their group reach.' })
  uncoveredPeople!: number;
  @Field(() => Int, { description: 'Champions with a confirmed act in the 60 days before.' })
  effectiveChampions!: number;
  @Field({
    description: '"71 of 90 needed champions were active for somebody in the last 60 days."',
  })
  effectiveSentence!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'Last import of the staff list.' })
  lastImportAt!: Date | null;
  @Field({ description: 'True when that import is more than five weeks old.' }) isStale!: boolean;
}

@ObjectType('CoverageReport', { description: 'Coverage of the whole company on one day.' })
export class CoverageReportType {
  @Field(() => DayScalar, { description: 'The day.' }) asOf!: string;
  @Field({ description: 'Whether that day is over, by the programme’s clock.' }) isPast!: boolean;
  @Field(() => CoverageCutEnum, { description: 'The cut.' }) by!: string;
  @Field(() => CoverageBasisEnum, { description: 'What the figures are made of.' }) basis!: string;
  @Field(() => CoverageHeadline, { description: 'The company as a whole.' })
  headline!: CoverageHeadline;
  @Field(() => [CoverageNode], {
    description: 'Every parent before its children, siblings by name.',
  })
  nodes!: CoverageNode[];
  @Field(() => [ID], {
    description: 'Units to act on, the largest gap first. None contains another.',
  })
  gapIds!: string[];
  @Field(() => [PooledUnits], { description: 'Small units, by what they are counted with.' })
  pooled!: PooledUnits[];
}

@ObjectType({ description: 'A department at a site, by its own arithmetic.' })
export class MatrixCellType {
  @Field(() => ID, { description: 'The department.' }) unitId!: string;
  @Field(() => ID, { nullable: true, description: 'The site; null when none is known.' })
  locationId!: string | null;
  @Field(() => Int, { description: 'People.' }) people!: number;
  @Field(() => Int, { description: 'Champions.' }) champions!: number;
  @Field(() => Int, { description: 'Champions needed.' }) required!: number;
  @Field(() => Int, { description: 'Champions missing.' }) gap!: number;
  @Field(() => CoverageStateEnum, { description: 'State.' }) state!: string;
  @Field({ description: 'Ratio in words.' }) ratioText!: string;
}

@ObjectType('CoverageMatrix', {
  description:
    'Site × department; cells do not add up to the margins, which have their own figures.',
})
export class CoverageMatrixType {
  @Field(() => DayScalar, { description: 'The day.' }) asOf!: string;
  @Field(() => CoverageBasisEnum, { description: 'What the figures are made of.' }) basis!: string;
  @Field({ description: 'The rule behind the figures, in words.' }) rule!: string;
  @Field({ description: 'The finding: "7 cells have no champion; the emptiest is …"' })
  sentence!: string;
  @Field(() => [CoverageNode], { description: 'Departments, the largest gap first.' })
  rows!: CoverageNode[];
  @Field(() => [CoverageNode], { description: 'Sites, most people first.' })
  columns!: CoverageNode[];
  @Field(() => [MatrixCellType], { description: 'Cells in which somebody works.' })
  cells!: MatrixCellType[];
}

@ObjectType({ description: 'People of one level, by the same formulas.' })
export class LevelCoverageType {
  @Field(() => Int, {
    nullable: true,
    description: 'The level; null when the staff list gives none.',
  })
  level!: number | null;
  @Field({ description: 'What it is called: "Level 2, executives", "No level given".' })
  name!: string;
  @Field({ description: 'Whether people of this level take part as executives.' })
  isExecutive!: boolean;
  @Field(() => Int, { description: 'People.' }) people!: number;
  @Field(() => Int, { description: 'Champions.' }) champions!: number;
  @Field(() => Int, { description: 'Champions needed.' }) required!: number;
  @Field(() => Int, { description: 'Champions missing.' }) gap!: number;
  @Field(() => CoverageStateEnum, { description: 'State.' }) state!: string;
  @Field({ description: 'Ratio in words.' }) ratioText!: string;
}

@ObjectType('LevelReport', {
  description:
    'The same people by level: of the company, of a unit with everything below it, or of a site. People and champions add up to those of the place; what is missing does not.',
})
export class LevelReportType {
  @Field(() => DayScalar, { description: 'The day.' }) asOf!: string;
  @Field(() => CoverageBasisEnum, { description: 'What the figures are made of.' }) basis!: string;
  @Field(() => String, { nullable: true, description: 'The unit or the site; null for everybody.' })
  placeName!: string | null;
  @Field({ description: 'The finding: "3 levels lack champions; most are missing at level 4: …"' })
  sentence!: string;
  @Field(() => [LevelCoverageType], { description: 'Levels, the top first.' })
  levels!: readonly LevelCoverageType[];
}

@ObjectType({ description: 'Coverage at the end of a month, or today.' })
export class TrendPointType {
  @Field(() => DayScalar, { description: 'The day.' }) on!: string;
  @Field(() => Int, { description: 'People.' }) people!: number;
  @Field(() => Int, { description: 'Champions.' }) champions!: number;
  @Field(() => Int, { description: 'Champions needed.' }) required!: number;
  @Field(() => Int, { description: 'Champions missing.' }) gap!: number;
  @Field({ description: 'True when it was put together later from dated records.' })
  isReconstructed!: boolean;
  @Field({ description: 'True when units moved into or out of this one since the day before it.' })
  isReorganised!: boolean;
  @Field(() => Int, { description: 'Matching rounds published since the day before it.' })
  rounds!: number;
}

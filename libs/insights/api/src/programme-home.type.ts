import { InstantScalar } from '@flipside/platform-api';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PairingRhythm } from './rhythm.type.js';

export const SetUpStepKey = {
  PEOPLE: 'people',
  UNITS: 'units',
  TARGET: 'target',
  NOMINATORS: 'nominators',
  ROUND: 'round',
} as const;
export type SetUpStepKey = (typeof SetUpStepKey)[keyof typeof SetUpStepKey];
registerEnumType(SetUpStepKey, {
  name: 'SetUpStepKey',
  description: 'The five steps from an empty installation to the first round.',
  valuesMap: {
    PEOPLE: { description: 'Import the people.' },
    UNITS: { description: 'Have the units.' },
    TARGET: { description: 'Choose the target ratio.' },
    NOMINATORS: { description: 'Have nominations, or champions named.' },
    ROUND: { description: 'Begin a first matching round.' },
  },
});

@ObjectType({ description: 'One step of setting up, done or not by what is really there.' })
export class SetUpStep {
  @Field(() => SetUpStepKey, { description: 'Which step.' })
  key!: SetUpStepKey;

  @Field({ description: 'Whether it is done.' })
  isDone!: boolean;
}

@ObjectType({ description: 'The one sentence the programme home leads with.' })
export class ProgrammeHeadline {
  @Field({
    description:
      'Why a company that has its champions still lacks some in places; empty text otherwise.',
  })
  spreadSentence!: string;

  @Field({ description: 'Champions, people and ratio, in words.' })
  totalSentence!: string;

  @Field({ description: 'Where it is short, in words; empty without people.' })
  gapSentence!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'Last import of the staff list.' })
  lastImportAt!: Date | null;

  @Field({ description: 'True when that import is too old to trust the figures.' })
  isStale!: boolean;
}

@ObjectType({ description: 'A unit that lacks champions.' })
export class ProgrammeGap {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Eligible people in it and below.' })
  people!: number;

  @Field(() => Int, { description: 'Active champions.' })
  champions!: number;

  @Field(() => Int, { description: 'Champions needed.' })
  required!: number;

  @Field(() => Int, { description: 'Champions missing.' })
  gap!: number;
}

@ObjectType({ description: 'A proposed pairing that waits for HR’s decision.' })
export class WaitingProposal {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => ID, { description: 'The matching round.' })
  roundId!: string;

  @Field({ description: 'Name of the round.' })
  roundName!: string;

  @Field({ description: 'The executive.' })
  executiveName!: string;

  @Field(() => String, { nullable: true, description: 'The champion; null when nobody was found.' })
  championName!: string | null;

  @Field(() => Int, { description: 'How many points to check.' })
  flagCount!: number;
}

@ObjectType({ description: 'A nomination that waits for the programme.' })
export class AgeingNomination {
  @Field(() => ID, { description: 'The nomination.' })
  id!: string;

  @Field({ description: 'Who is nominated.' })
  nomineeName!: string;

  @Field(() => String, { nullable: true, description: 'Their unit.' })
  unitName!: string | null;

  @Field({ description: 'The stage it is in, as one word.' })
  stage!: string;

  @Field(() => Int, { description: 'Whole days in this stage.' })
  days!: number;
}

@ObjectType({ description: 'The biggest gaps.' })
export class GapList {
  @Field(() => [ProgrammeGap], { description: 'At most 5, the largest first.' })
  rows!: ProgrammeGap[];

  @Field(() => Int, { description: 'Units with a gap in all.' })
  totalCount!: number;
}

@ObjectType({ description: 'Proposals waiting.' })
export class ProposalList {
  @Field(() => [WaitingProposal], { description: 'At most 5, those with points to check first.' })
  rows!: WaitingProposal[];

  @Field(() => Int, { description: 'Undecided proposals in all.' })
  totalCount!: number;

  @Field(() => Int, { description: 'Of these, with points to check.' })
  flaggedCount!: number;
}

@ObjectType({ description: 'Pairings slipping.' })
export class SlippingList {
  @Field(() => [PairingRhythm], { description: 'At most 5, the longest slip first.' })
  rows!: PairingRhythm[];

  @Field(() => Int, { description: 'Slipping pairings in all.' })
  totalCount!: number;
}

@ObjectType({ description: 'Nominations ageing.' })
export class NominationList {
  @Field(() => [AgeingNomination], { description: 'At most 5, the longest wait first.' })
  rows!: AgeingNomination[];

  @Field(() => Int, { description: 'Open nominations in all.' })
  totalCount!: number;
}

@ObjectType({ description: 'What needs the programme owner today, worst first.' })
export class ProgrammeHome {
  @Field(() => ProgrammeHeadline, { description: 'The headline.' })
  headline!: ProgrammeHeadline;

  @Field(() => [SetUpStep], {
    description: 'The set-up list while the installation is fresh; empty afterwards.',
  })
  setUp!: SetUpStep[];

  @Field({ description: 'Whether there are people to speak about at all.' })
  hasPeople!: boolean;

  @Field(() => GapList, { description: 'Biggest gaps.' })
  gaps!: GapList;

  @Field(() => ProposalList, { description: 'Proposals waiting.' })
  proposals!: ProposalList;

  @Field(() => SlippingList, { description: 'Pairings slipping.' })
  slipping!: SlippingList;

  @Field(() => NominationList, { description: 'Nominations ageing.' })
  nominations!: NominationList;
}

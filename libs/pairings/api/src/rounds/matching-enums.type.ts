import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LINES, type Reason } from '@flipside/pairings-domain';

export const RoundStateEnum = {
  DRAFT: 'draft',
  PROPOSING: 'proposing',
  REVIEW: 'review',
  HOLDING: 'holding',
  PUBLISHED: 'published',
  DISCARDED: 'discarded',
} as const;
registerEnumType(RoundStateEnum, {
  name: 'RoundState',
  description: 'Where a round stands.',
  valuesMap: {
    DRAFT: { description: 'Being set up.' },
    PROPOSING: { description: 'Matches are being proposed.' },
    REVIEW: { description: 'HR reviews the proposals.' },
    HOLDING: { description: 'About to be published; it can still be stopped.' },
    PUBLISHED: { description: 'The people have been introduced.' },
    DISCARDED: { description: 'Put away; nobody was told.' },
  },
});

export const DecisionEnum = {
  OPEN: 'open',
  ACCEPTED: 'accepted',
  PINNED: 'pinned',
  LEFT_OPEN: 'left_open',
} as const;
registerEnumType(DecisionEnum, {
  name: 'ProposalDecision',
  description: 'What HR decided about a proposal.',
  valuesMap: {
    OPEN: { description: 'Not decided.' },
    ACCEPTED: { description: 'Will be published.' },
    PINNED: { description: 'Will be published and stays even when everything is proposed again.' },
    LEFT_OPEN: { description: 'The executive waits for another round.' },
  },
});

export const ScopeEnum = { UNDECIDED: 'undecided', ALL_BUT_PINNED: 'all_but_pinned' } as const;
registerEnumType(ScopeEnum, {
  name: 'ProposeScope',
  description: 'What proposing again may touch.',
  valuesMap: {
    UNDECIDED: { description: 'Only what is not decided.' },
    ALL_BUT_PINNED: { description: 'Everything that is not pinned.' },
  },
});

export const CriterionEnum = Object.fromEntries(
  LINES.map((name) => [name.toUpperCase(), name]),
) as Record<string, Reason['criterion']>;
registerEnumType(CriterionEnum, {
  name: 'MatchCriterion',
  description: 'What a score looks at.',
});

export const ReasonSideEnum = { FOR: 'for', AGAINST: 'against', UNKNOWN: 'unknown' } as const;
registerEnumType(ReasonSideEnum, {
  name: 'ReasonSide',
  description: 'Which way a reason points.',
  valuesMap: {
    FOR: { description: 'Speaks for the pair.' },
    AGAINST: { description: 'Speaks against it.' },
    UNKNOWN: { description: 'The data is missing; the middle value counts.' },
  },
});

@ObjectType('MatchReason', {
  description: 'One line of a score. Points = weight × value ÷ 10, rounded; the lines add up.',
})
export class ReasonType {
  @Field(() => CriterionEnum, { description: 'What it looks at.' })
  criterion!: Reason['criterion'];

  @Field(() => Int, { description: 'Per mille of the whole score.' })
  weight!: number;

  @Field(() => Int, { description: '0 to 100.' })
  value!: number;

  @Field(() => Int, { description: '0 to 10,000.' })
  points!: number;

  @Field(() => ReasonSideEnum, { description: 'Which way it points.' })
  side!: 'for' | 'against' | 'unknown';

  @Field({ description: 'The evidence as a sentence.' })
  text!: string;
}

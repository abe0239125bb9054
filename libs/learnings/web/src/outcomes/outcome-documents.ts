import { graphql } from '@flipside/platform-web';

graphql(`
  fragment OutcomeFields on Outcome {
    id
    category
    grade
    workflow
    source
    minutesBefore
    minutesAfter
    timesPerMonth
    people
    monthlyHours
    netHoursSoFar
    validFrom
    validTo
    checkingMinutes
    setupMinutes
    valueBefore
    valueAfter
    cases
    isLowerBetter
    indicator
    claimedHours
    holds
    canRenew
    endedOn
    version
    history {
      kind
      actorName
      at
      monthlyHours
    }
    authorName
    corroboratedByName
    viewerCanCorroborate
  }
`);

export const OutcomesQuery = graphql(`
  query Outcomes($pairingId: ID!) {
    outcomes(pairingId: $pairingId) {
      ...OutcomeFields
    }
  }
`);

export const RecordOutcomeMutation = graphql(`
  mutation RecordOutcome($input: RecordOutcomeInput!) {
    recordOutcome(input: $input) {
      ... on OutcomePayload {
        outcome {
          ...OutcomeFields
        }
      }
      ... on LearningRefusal {
        message
        field
        code
      }
    }
  }
`);

export const CorroborateOutcomeMutation = graphql(`
  mutation CorroborateOutcome($input: CorroborateOutcomeInput!) {
    corroborateOutcome(input: $input) {
      ... on OutcomePayload {
        outcome {
          ...OutcomeFields
        }
      }
      ... on LearningRefusal {
        message
        field
        code
      }
    }
  }
`);

export const RestateOutcomeMutation = graphql(`
  mutation RestateOutcome($input: RestateOutcomeInput!) {
    restateOutcome(input: $input) {
      ... on OutcomePayload {
        outcome {
          ...OutcomeFields
        }
      }
      ... on LearningRefusal {
        message
        field
        code
      }
    }
  }
`);

export const RenewOutcomeMutation = graphql(`
  mutation RenewOutcome($input: RenewOutcomeInput!) {
    renewOutcome(input: $input) {
      ... on OutcomePayload {
        outcome {
          ...OutcomeFields
        }
      }
      ... on LearningRefusal {
        message
        field
        code
      }
    }
  }
`);

export type Category =
  'MANUAL_EFFORT' | 'CYCLE_TIME' | 'DECISION_QUALITY' | 'CUSTOMER_EXPERIENCE' | 'NEW_WORKFLOW';
export type Grade = 'CLAIMED' | 'CORROBORATED' | 'MEASURED';

/** The five categories in the words of the interface. */
export const CATEGORY_WORDS: Record<Category, string> = {
  MANUAL_EFFORT: 'Manual effort',
  CYCLE_TIME: 'Time from start to finish',
  DECISION_QUALITY: 'Quality of decisions',
  CUSTOMER_EXPERIENCE: 'Customer experience',
  NEW_WORKFLOW: 'A new way of working',
};

export const GRADE_WORDS: Record<Grade, string> = {
  CLAIMED: 'Claimed',
  CORROBORATED: 'Corroborated',
  MEASURED: 'Measured',
};

/** What somebody said about an outcome, after their name. */
export const SAID_WORDS = {
  RECORDED: 'recorded it',
  MERGED: 'recorded the same, so it is one now',
  CORROBORATED: 'confirmed it',
  RESTATED: 'gave new figures',
  RENEWED: 'said that it still holds',
  ENDED: 'said that it is no longer done',
} as const;

export interface OutcomeShown {
  id: string;
  category: Category;
  grade: Grade;
  workflow: string;
  source: string;
  minutesBefore?: number | null;
  minutesAfter?: number | null;
  checkingMinutes: number;
  timesPerMonth?: number | null;
  people?: number | null;
  setupMinutes: number;
  valueBefore?: number | null;
  valueAfter?: number | null;
  cases?: number | null;
  isLowerBetter: boolean;
  indicator: string;
  claimedHours?: number | null;
  monthlyHours?: number | null;
  netHoursSoFar?: number | null;
  validTo: string;
  holds: boolean;
  canRenew: boolean;
  endedOn?: string | null;
  version: number;
  history: readonly {
    kind: keyof typeof SAID_WORDS;
    actorName: string;
    at: string;
    monthlyHours?: number | null;
  }[];
  authorName: string;
  corroboratedByName?: string | null;
  viewerCanCorroborate: boolean;
}

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** The values of a category that does not count time, in a sentence; null while there are none. */
export function valueWords(outcome: OutcomeShown): string | null {
  const { category, valueBefore, valueAfter, cases, indicator } = outcome;
  if (valueAfter == null) return null;
  const after = plain.format(valueAfter);
  const before = valueBefore == null ? '' : plain.format(valueBefore);
  switch (category) {
    case 'MANUAL_EFFORT':
      return null;
    case 'CYCLE_TIME':
      return `Median ${before} hours before, ${after} after, over ${cases ?? 0} cases.`;
    case 'DECISION_QUALITY':
      return `${after} of ${cases ?? 0} decisions looked at again would be decided the same.`;
    case 'CUSTOMER_EXPERIENCE':
      return `${indicator || 'Indicator'}: ${before} before, ${after} after.`;
    case 'NEW_WORKFLOW':
      return valueAfter >= 2
        ? `In use: ${after} people in the last 30 days.`
        : 'Counts as in use from 2 people in 30 days on.';
  }
}

/** 7.583 → "saves about 7.6 hours a month"; −0.72 → "costs about 0.7 hours a month". */
export function hoursWords(hours: number): string {
  const size = new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(Math.abs(hours));
  return `${hours < 0 ? 'costs' : 'saves'} about ${size} hours a month`;
}

/** "12 hours saved so far, set-up taken off", or what it has cost so far with the set-up in it. */
export function netWords(hours: number): string {
  const size = new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(Math.abs(hours));
  return hours < 0
    ? `${size} hours spent so far, set-up included`
    : `${size} hours saved so far, set-up taken off`;
}

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

export interface OutcomeShown {
  id: string;
  category: Category;
  grade: Grade;
  workflow: string;
  source: string;
  monthlyHours?: number | null;
  netHoursSoFar?: number | null;
  validTo: string;
  authorName: string;
  corroboratedByName?: string | null;
  viewerCanCorroborate: boolean;
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

import { graphql } from '@flipside/platform-web';
// Its fragment is known once its module is loaded.
import '../learned/learned-documents.js';

export const FindLearningsQuery = graphql(`
  query FindLearnings($words: String!) {
    findLearnings(words: $words) {
      totalCount
      learnings {
        ...LearningFields
      }
    }
  }
`);

export const NewestSharedQuery = graphql(`
  query NewestShared($after: String) {
    sharedLearnings(first: 10, after: $after) {
      totalCount
      edges {
        node {
          ...LearningFields
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

graphql(`
  fragment LearningLifeFields on LearningLife {
    id
    state
    ripple
    viewerSaidWorks
    learning {
      ...LearningFields
    }
    origin {
      ...LearningFields
    }
    descendants {
      ...LearningFields
    }
    trials {
      personName
      works
      at
    }
    versions {
      body
      untilAt
    }
  }
`);

export const LearningLifeQuery = graphql(`
  query LearningLife($id: ID!) {
    learningLife(id: $id) {
      ...LearningLifeFields
    }
  }
`);

export const TryLearningMutation = graphql(`
  mutation TryLearning($input: TryLearningInput!) {
    tryLearning(input: $input) {
      ... on LearningLifePayload {
        life {
          ...LearningLifeFields
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

export const RetireLearningMutation = graphql(`
  mutation RetireLearning($input: RetireLearningInput!) {
    retireLearning(input: $input) {
      ... on LearningLifePayload {
        life {
          ...LearningLifeFields
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

export const RefineLearningMutation = graphql(`
  mutation RefineLearning($input: RefineLearningInput!) {
    refineLearning(input: $input) {
      ... on LearningLifePayload {
        life {
          ...LearningLifeFields
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

export type LifeState = 'DRAFT' | 'SHARED' | 'TRIED_BY_OTHERS' | 'REFINED' | 'RETIRED';

export const LIFE_WORDS: Record<LifeState, string> = {
  DRAFT: 'Draft',
  SHARED: 'Shared',
  TRIED_BY_OTHERS: 'Tried by others',
  REFINED: 'Refined',
  RETIRED: 'Retired',
};

import { graphql } from '@flipside/platform-web';
import '../stories/story-documents.js';

graphql(`
  fragment LearningFields on Learning {
    id
    personName
    isMine
    body
    stage
    audience
    consent
    needsYesOf
    viewerCanAnswer
    createdAt
    version
  }
`);

export const LearnedQuery = graphql(`
  query Learned($after: String) {
    myLearningCounts {
      tried
      kept
      passedOn
    }
    lastTime {
      otherName
    }
    myLearnings(first: 20, after: $after) {
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

export const SharedQuery = graphql(`
  query SharedLearnings($after: String) {
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

export const PairingLearningsQuery = graphql(`
  query PairingLearnings($pairingId: ID!) {
    pairingLearnings(pairingId: $pairingId) {
      ...LearningFields
    }
  }
`);

export const ToAnswerQuery = graphql(`
  query ToAnswer {
    learningsToAnswer {
      ...LearningFields
    }
    storiesToAnswer {
      ...StoryFields
    }
  }
`);

export const AddLearningMutation = graphql(`
  mutation AddLearning($input: AddLearningInput!) {
    addLearning(input: $input) {
      ... on LearningPayload {
        learning {
          ...LearningFields
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

export const ChangeLearningMutation = graphql(`
  mutation ChangeLearning($input: ChangeLearningInput!) {
    changeLearning(input: $input) {
      ... on LearningPayload {
        learning {
          ...LearningFields
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

export const ShareLearningMutation = graphql(`
  mutation ShareLearning($input: ShareLearningInput!) {
    shareLearning(input: $input) {
      ... on LearningPayload {
        learning {
          ...LearningFields
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

export const ConsentToLearningMutation = graphql(`
  mutation ConsentToLearning($input: ConsentToLearningInput!) {
    consentToLearning(input: $input) {
      ... on LearningPayload {
        learning {
          ...LearningFields
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

export const DeleteLearningMutation = graphql(`
  mutation DeleteLearning($input: DeleteLearningInput!) {
    deleteLearning(input: $input) {
      id
    }
  }
`);

export type Stage = 'TRIED' | 'KEPT' | 'PASSED_ON';
export type LearningAudience = 'ONLY_ME' | 'TWO_OF_US' | 'EVERYONE';

export interface LearningShown {
  id: string;
  personName: string;
  isMine: boolean;
  body: string;
  stage: Stage;
  audience: LearningAudience;
  /** What the other one of the two says to everyone reading it. */
  consent?: 'WAITING' | 'AGREED' | 'DECLINED' | null;
  needsYesOf?: string | null;
  viewerCanAnswer: boolean;
  createdAt: string;
  version: number;
}

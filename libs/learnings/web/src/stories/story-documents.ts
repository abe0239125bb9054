import { graphql } from '@flipside/platform-web';
import type { StoryFieldsFragment } from '@flipside/platform-web/gql';

graphql(`
  fragment StoryFields on Story {
    id
    result
    body
    tellers
    grade
    sharedAt
    state
    isMine
    viewerConsent
    otherName
    viewerCanPick
    version
  }
`);

export type StoryShown = StoryFieldsFragment;
export type Consent = NonNullable<StoryShown['viewerConsent']>;

export const StoriesQuery = graphql(`
  query Stories($after: String) {
    usesOfTheWeek {
      pickedByName
      why
      story {
        ...StoryFields
      }
    }
    myStories {
      ...StoryFields
    }
    sharedStories(first: 20, after: $after) {
      totalCount
      edges {
        node {
          ...StoryFields
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const UsesOfTheWeekQuery = graphql(`
  query UsesOfTheWeek {
    usesOfTheWeek {
      pickedByName
      why
      story {
        ...StoryFields
      }
    }
  }
`);

export const TellStoryMutation = graphql(`
  mutation TellStory($input: TellStoryInput!) {
    tellStory(input: $input) {
      ... on StoryPayload {
        story {
          ...StoryFields
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

export const ConsentToStoryMutation = graphql(`
  mutation ConsentToStory($input: ConsentToStoryInput!) {
    consentToStory(input: $input) {
      ... on StoryPayload {
        story {
          ...StoryFields
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

export const PickUseOfWeekMutation = graphql(`
  mutation PickUseOfWeek($input: PickUseOfWeekInput!) {
    pickUseOfWeek(input: $input) {
      ... on StoryPayload {
        story {
          id
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

import { graphql } from '@flipside/platform-web';

graphql(`
  fragment PreparationFields on Preparation {
    sessionId
    pairingId
    startsAt
    otherName
    viewerIsExecutive
    lastTime {
      startsAt
      topics
      changeLine
      nextStep
    }
    task
    decidesThere
    dataClass
    rule
    acceptsRule
    tools {
      id
      name
      purpose
    }
    recipe {
      ...RecipeFields
    }
    suggestions {
      reason
      recipe {
        ...RecipeFields
      }
    }
    skipsPath
    mirrorResult
    version
  }
`);

export const PreparationQuery = graphql(`
  query Preparation($sessionId: ID!) {
    preparation(sessionId: $sessionId) {
      ...PreparationFields
    }
    guardrails {
      version
      dos
      donts
      ownerName
      viewerReadAt
      rules {
        dataClass
        rule
      }
      tools {
        id
        name
        purpose
        highestClass
      }
    }
  }
`);

export const PrepareSessionMutation = graphql(`
  mutation PrepareSession($input: PrepareSessionInput!) {
    prepareSession(input: $input) {
      ... on PreparationPayload {
        preparation {
          ...PreparationFields
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

export const KeepMirrorResultMutation = graphql(`
  mutation KeepMirrorResult($input: KeepMirrorResultInput!) {
    keepMirrorResult(input: $input) {
      ... on PreparationPayload {
        preparation {
          sessionId
          mirrorResult
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

export const SkipStarterPathMutation = graphql(`
  mutation SkipStarterPath($input: SkipStarterPathInput!) {
    skipStarterPath(input: $input) {
      pairingId
      skips
    }
  }
`);

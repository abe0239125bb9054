import { graphql } from '@flipside/platform-web';

export const SessionLogFormQuery = graphql(`
  query SessionLogForm($sessionId: ID!) {
    sessionLogForm(sessionId: $sessionId) {
      sessionId
      pairingId
      startsAt
      durationMin
      otherName
      offeredTopics
      plannedTask
      plannedRecipe
      lastNextStep
      usefulness
      isGoodFit
      viewerCanLog
      log {
        sessionId
        met
        absentSide
        topics
        lastStepDone
        onRealWork
        handsOn
        behaviours
        changeLine
        nextStep
        didNotWork
        authorName
        loggedAt
        executiveSaysMet
        version
        viewerCanChange
      }
    }
  }
`);

export const LogSessionMutation = graphql(`
  mutation LogSession($input: LogSessionInput!) {
    logSession(input: $input) {
      ... on SessionLogPayload {
        log {
          sessionId
          met
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

export const SessionLogHistoryQuery = graphql(`
  query SessionLogHistory($sessionId: ID!) {
    sessionLogHistory(sessionId: $sessionId) {
      writtenAt
      isCorrection
      met
      topics
      changeLine
      nextStep
      didNotWork
    }
  }
`);

export const ChangeSessionLogMutation = graphql(`
  mutation ChangeSessionLog($input: ChangeSessionLogInput!) {
    changeSessionLog(input: $input) {
      ... on SessionLogPayload {
        log {
          sessionId
          met
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

export const ConfirmSessionMutation = graphql(`
  mutation ConfirmSession($input: ConfirmSessionInput!) {
    confirmSession(input: $input) {
      ... on ConfirmSessionPayload {
        sessionId
        isDisputed
      }
      ... on LearningRefusal {
        message
        field
        code
      }
    }
  }
`);

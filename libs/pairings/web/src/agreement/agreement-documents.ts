import { graphql } from '@flipside/platform-web';
import type { WorkingAgreementFieldsFragment } from '@flipside/platform-web/gql';

graphql(`
  fragment WorkingAgreementFields on WorkingAgreementType {
    pairingId
    goalCategory {
      code
      name
    }
    worksOn
    staysOut
    confidentiality
    version
    viewerConfirmed
    otherConfirmed
    needsGoal
    offeredGoals {
      code
      name
    }
    termNumber
    termEndsOn
    isTermEnding
    viewerWish
    otherWishesToRenew
  }
`);

export type AgreementShown = WorkingAgreementFieldsFragment;

export const WorkingAgreementQuery = graphql(`
  query WorkingAgreement($pairingId: ID!) {
    workingAgreement(pairingId: $pairingId) {
      ...WorkingAgreementFields
    }
  }
`);

export const SetWorkingAgreementMutation = graphql(`
  mutation SetWorkingAgreement($input: SetWorkingAgreementInput!) {
    setWorkingAgreement(input: $input) {
      ... on WorkingAgreementPayload {
        agreement {
          ...WorkingAgreementFields
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

export const ConfirmAgreementMutation = graphql(`
  mutation ConfirmAgreement($input: ConfirmAgreementInput!) {
    confirmAgreement(input: $input) {
      ... on WorkingAgreementPayload {
        agreement {
          ...WorkingAgreementFields
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

export const WishForTermMutation = graphql(`
  mutation WishForTerm($input: WishForTermInput!) {
    wishForTerm(input: $input) {
      ... on WorkingAgreementPayload {
        agreement {
          ...WorkingAgreementFields
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

export const PairingTimelineQuery = graphql(`
  query PairingTimeline($pairingId: ID!) {
    pairingTimeline(pairingId: $pairingId) {
      kind
      actorName
      at
    }
  }
`);

import { graphql } from '@flipside/platform-web';
import type {
  FluencyFieldsFragment,
  FluencyFiguresQuery as Figures,
} from '@flipside/platform-web/gql';
import type { FluencyDimension, Trust } from '@flipside/learnings-domain';

graphql(`
  fragment FluencyFields on Fluency {
    pairingId
    viewerIsExecutive
    otherName
    isDue
    viewerCanRate
    views {
      dimension
      self
      observed
      gap
    }
    trustSelf
    trustObserved
    gain
    normalisedGain
    slope
    ratings {
      id
      at
      raterName
      isSelf
      sessionStartsAt
      trust
      levels {
        dimension
        level
      }
    }
  }
`);

export type FluencyShown = FluencyFieldsFragment;
export type FigureShown = Figures['fluencyFigures'][number];

export const FluencyQuery = graphql(`
  query Fluency($pairingId: ID!) {
    fluency(pairingId: $pairingId) {
      ...FluencyFields
    }
  }
`);

export const BeforeAndNowQuery = graphql(`
  query BeforeAndNow {
    beforeAndNow {
      dimension
      before
      beforeAt
      then
      now
      nowAt
    }
  }
`);

export const RateFluencyMutation = graphql(`
  mutation RateFluency($input: RateFluencyInput!) {
    rateFluency(input: $input) {
      ... on FluencyPayload {
        fluency {
          ...FluencyFields
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

export const FluencyFiguresQuery = graphql(`
  query FluencyFigures {
    fluencyFigures {
      kind
      dataOn
      people
      median
      count
    }
  }
`);

/** The server's code as the rubric of the domain names it. */
export const dimensionOf = (code: FluencyShown['views'][number]['dimension']): FluencyDimension =>
  code.toLowerCase() as FluencyDimension;

export const TRUST_WORDS: Record<Uppercase<Trust>, string> = {
  TOO_SCEPTICAL: 'Too sceptical',
  CALIBRATED: 'Fits',
  TOO_TRUSTING: 'Too trusting',
};

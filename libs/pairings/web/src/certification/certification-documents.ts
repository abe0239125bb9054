import { formatCalendarDay, graphql } from '@flipside/platform-web';
import type { CertificationCardFragment } from '@flipside/platform-web/gql';

graphql(`
  fragment CertificationCard on ChampionCertification {
    championId
    state
    certifiedOn
    validUntil
    withdrawnOn
    evidence
    viewerCanChange
    person {
      id
      name
      title
    }
    recordedBy {
      id
      name
    }
  }
`);

export const RecordCertification = graphql(`
  mutation RecordCertification($input: RecordCertificationInput!) {
    recordCertification(input: $input) {
      ... on CertificationPayload {
        certification {
          ...CertificationCard
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

export const WithdrawCertification = graphql(`
  mutation WithdrawCertification($input: CertificationInput!) {
    withdrawCertification(input: $input) {
      ... on CertificationPayload {
        certification {
          ...CertificationCard
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

export const RestoreCertification = graphql(`
  mutation RestoreCertification($input: CertificationInput!) {
    restoreCertification(input: $input) {
      ... on CertificationPayload {
        certification {
          ...CertificationCard
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

export type Certification = CertificationCardFragment;

/** Where it stands, with its days. */
export function certificationInWords({
  state,
  validUntil,
  withdrawnOn,
}: Pick<Certification, 'state' | 'validUntil' | 'withdrawnOn'>): string {
  if (state === 'WITHDRAWN' && withdrawnOn) return `Withdrawn on ${formatCalendarDay(withdrawnOn)}`;
  if (!validUntil) return 'Never noted';
  return state === 'ENDED'
    ? `Ended on ${formatCalendarDay(validUntil)}`
    : `Until ${formatCalendarDay(validUntil)}`;
}

export const isValid = ({ state }: Pick<Certification, 'state'>): boolean =>
  state === 'CERTIFIED' || state === 'ENDS_SOON';

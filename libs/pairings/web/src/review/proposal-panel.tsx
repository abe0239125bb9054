import { graphql, usePageQuery } from '@flipside/platform-web';
import type { ProposalDetailsQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Alert,
  Badge,
  Card,
  Faces,
  IconButton,
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconFlag,
  Row,
  SkeletonCard,
  Stack,
  Text,
} from '@flipside/ui';
import { DECISION, points } from '../pairing-words.js';
import { Alternatives } from './alternatives.js';
import { DecisionBar } from './decision-bar.js';
import { ProposalSides } from './proposal-sides.js';
import { Reasons } from './reasons.js';
import type { Proposal } from './use-proposals.js';
import type { Round } from './review-page.js';
import { useDecision, type TakenBack } from './use-decision.js';
import { RuledOut } from './ruled-out.js';
import { WhyNotPanel } from './why-not.js';
import { Standing } from './standing.js';
import '../pairings.css';

const ProposalDetails = graphql(`
  query ProposalDetails($id: ID!) {
    proposal(id: $id) {
      proposal {
        id
        version
        decision
        points
        cause
        champion {
          id
          name
        }
      }
      executive {
        ...ProposalSideCard
      }
      champion {
        ...ProposalSideCard
      }
      reasons {
        criterion
        weight
        value
        points
        side
        text
      }
      alternatives {
        champion {
          id
          name
          title
        }
        points
        room
        price {
          points
          sentence
        }
        reasons {
          criterion
          side
          text
          points
        }
      }
      rank
      allowed
      remedy
      placeValue
      runnerUp {
        points
        sentence
      }
      ruleCounts {
        rule
        sentence
        alone
        inOrder
      }
    }
  }
`);

export type Detail = ProposalDetailsQuery['proposal'];

interface ProposalPanelProps {
  round: Round;
  proposal: Proposal;
  proposals: readonly Proposal[];
  /** How many there are in all; `proposals` may still be growing. */
  total: number;
  /** False once the round is published or discarded. */
  isOpen: boolean;
  onChoose: (id: string) => void;
  onTakenBack: (problem: TakenBack) => void;
}

/** One proposal: the two people, what speaks for and against them, who else could be, and the decision. */
export function ProposalPanel({
  round,
  proposal,
  proposals,
  total,
  isOpen,
  onChoose,
  onTakenBack,
}: ProposalPanelProps) {
  const page = usePageQuery(ProposalDetails, { variables: { id: proposal.id } });
  const decision = useDecision({
    round,
    onTakenBack,
    proposal,
    proposals,
    onChoose,
    onStay: () => void page.refresh(),
  });
  const index = proposals.findIndex(({ id }) => id === proposal.id);
  const { executive, champion, flags, cause } = proposal;
  const decided = DECISION[proposal.decision];
  return (
    <Card
      as="article"
      title={champion ? `${executive.name} with ${champion.name}` : `${executive.name}: nobody yet`}
      actions={
        <Row gap="8">
          {decided && <Badge tone={decided.tone}>{decided.label}</Badge>}
          <Text size="sm" tone="muted">
            {index + 1} of {total}
          </Text>
          <IconButton
            label="Previous proposal"
            icon={<IconChevronLeft size={18} aria-hidden />}
            disabled={index <= 0}
            onClick={decision.previous}
          />
          <IconButton
            label="Next proposal"
            icon={<IconChevronRight size={18} aria-hidden />}
            disabled={index >= proposals.length - 1}
            onClick={decision.next}
          />
        </Row>
      }
    >
      <Stack gap="24">
        {cause && <Alert tone="info">{cause}</Alert>}
        {flags.length > 0 && (
          <Stack as="ul" gap="4" className="pairings-plain" aria-label="Check before accepting">
            {flags.map(({ code, text }) => (
              <li key={code}>
                <span className="pairings-line">
                  <IconFlag size={18} aria-hidden />
                  <span>{text}</span>
                </span>
              </li>
            ))}
          </Stack>
        )}
        <Faces of={page} skeleton={<SkeletonCard height={24} />}>
          {({ proposal: detail }) => (
            <Stack gap="24">
              <ProposalSides executive={detail.executive} champion={detail.champion} />
              {champion && (
                <span className="pairings-line">
                  <IconCheck size={18} aria-hidden />
                  <Text size="sm" tone="muted">
                    Outside the reporting line, in both directions. Always required.
                  </Text>
                </span>
              )}
              {champion && proposal.points != null && (
                <Reasons reasons={detail.reasons} total={points(proposal.points)} />
              )}
              <Standing detail={detail} />
              {detail.ruleCounts.length > 0 && <RuledOut counts={detail.ruleCounts} />}
              <Alternatives
                alternatives={detail.alternatives}
                isBusy={decision.isRunning}
                {...(isOpen && { onSwap: decision.swap })}
              />
              <WhyNotPanel proposalId={proposal.id} executiveName={executive.name} />
            </Stack>
          )}
        </Faces>
        <ActionNotice of={decision} />
        {isOpen && <DecisionBar proposal={proposal} decision={decision} />}
      </Stack>
    </Card>
  );
}

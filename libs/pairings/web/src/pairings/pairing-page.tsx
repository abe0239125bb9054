import { graphql, usePageQuery, useParams } from '@flipside/platform-web';
import type { PairingPageQuery } from '@flipside/platform-web/gql';
import {
  Badge,
  Card,
  FactList,
  Faces,
  Page,
  Row,
  Section,
  SkeletonCard,
  Stack,
  Text,
} from '@flipside/ui';
import { PAIRING_STATE } from '../pairing-words.js';
import { Timeline } from '../agreement/timeline.js';
import { WorkingAgreement } from '../agreement/working-agreement.js';
import { Agreement } from './agreement.js';
import { AnswerCard } from './answer-card.js';
import { LeaveSection } from './leave-section.js';
import { usePairingPanels } from './pairing-panels.js';
import { QuestionsSection } from './questions-section.js';
import { usePairingFacts } from './use-pairing-facts.js';

const PairingPageDocument = graphql(`
  query PairingPage($id: ID!) {
    pairing(id: $id) {
      id
      state
      viewerSide
      executive {
        id
        name
        title
        unit {
          id
          name
        }
        location {
          id
          name
        }
      }
      champion {
        id
        name
        title
        unit {
          id
          name
        }
        location {
          id
          name
        }
      }
      reasons {
        criterion
        side
        text
        points
      }
      proposedAt
      acceptedAt
      endedAt
      cadenceDays
      sessionMinutes
      ...PairingAnswer
      ...PairingQuestions
      ...PairingAgreement
      ...PairingLeave
    }
  }
`);

export type Pairing = PairingPageQuery['pairing'];

/** How are we doing and what did we agree? HR leads see states and dates. */
export function PairingPage() {
  const { id = '' } = useParams();
  const page = usePageQuery(PairingPageDocument, { variables: { id } });
  const pairing = page.data?.pairing;
  return (
    <Page
      title={pairing ? titleOf(pairing) : 'Our pairing'}
      {...(pairing &&
        !pairing.viewerSide && {
          breadcrumb: [{ label: 'Pairings', to: '/matching/pairings' }],
        })}
      actions={pairing && <State state={pairing.state} />}
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonCard height={16} />}>
        {(data) => <Ready pairing={data.pairing} />}
      </Faces>
    </Page>
  );
}

const titleOf = ({ viewerSide, executive, champion }: Pairing): string => {
  if (!viewerSide) return `${executive.name} with ${champion.name}`;
  return `With ${viewerSide === 'EXECUTIVE' ? champion.name : executive.name}`;
};

const LIVE = new Set(['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED']);

function State({ state }: { state: string }) {
  const word = PAIRING_STATE[state];
  return <Badge tone={word?.tone ?? 'neutral'}>{word?.label ?? state}</Badge>;
}

function Ready({ pairing }: { pairing: Pairing }) {
  const { viewerSide, executive, champion, reasons, state } = pairing;
  const panels = usePairingPanels();
  const facts = usePairingFacts(pairing);
  const other = viewerSide === 'EXECUTIVE' ? champion : executive;
  const why = (reasons ?? []).filter(({ side }) => side === 'FOR');
  return (
    <Stack gap="32">
      {state === 'PROPOSED' && viewerSide && <AnswerCard pairing={pairing} other={other} />}
      <QuestionsSection pairing={pairing} />
      <Card title="At a glance">
        <Stack gap="16">
          <FactList facts={facts} />
          {viewerSide && state === 'PROPOSED' && why.length > 0 && (
            <Stack gap="4">
              <Text weight="medium">Why you two</Text>
              <Stack as="ul" gap="4">
                {why.map(({ criterion, text }) => (
                  <li key={criterion}>{text}</li>
                ))}
              </Stack>
            </Stack>
          )}
        </Stack>
      </Card>
      {panels.map(({ key, Panel }) => (
        <Panel
          key={key}
          pairing={{
            id: pairing.id,
            state,
            viewerSide: viewerSide ?? null,
            otherName: other.name,
          }}
        />
      ))}
      {viewerSide ? (
        <>
          <WorkingAgreement
            pairingId={pairing.id}
            otherName={other.name}
            rhythm={pairing}
            isLive={LIVE.has(state)}
          />
          <Agreement pairing={pairing} other={other} />
        </>
      ) : (
        <Section title="What you see here">
          <Row gap="8">
            <Text tone="muted">
              As HR lead you see that the pairing exists, its state and its dates. Goal, notes and
              reasons are for the two.
            </Text>
          </Row>
        </Section>
      )}
      <Timeline pairingId={pairing.id} />
      <LeaveSection pairing={pairing} other={other} />
    </Stack>
  );
}

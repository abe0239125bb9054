import { graphql, useAction, useNavigate, usePageQuery, useParams } from '@flipside/platform-web';
import {
  ActionNotice,
  Alert,
  Button,
  Faces,
  Headline,
  LinkButton,
  Page,
  Row,
  Section,
  SkeletonCard,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import type { RoundSetupQuery } from '@flipside/platform-web/gql';
import { plural } from '../pairing-words.js';
import '../pairings.css';
import { Participants } from './participants.js';
import { RuleForm } from './rule-form.js';
import { ContinuityCurve } from './continuity-curve.js';
import { RulesHistory } from './rules-history.js';
import { RuleTable } from './rule-table.js';

const RoundSetup = graphql(`
  query RoundSetup($id: ID!) {
    round(id: $id) {
      id
      name
      state
      version
      progress
      failure
      counts {
        total
        decided
      }
      leftOut {
        id
        name
        title
      }
      ...RoundRulesForm
      ...RulesHistory
      preview {
        executives
        champions
        places
        wouldWait
        pairs
        allowedPairs
        effects {
          criterion
          points
        }
        rules {
          rule
          sentence
          alone
          inOrder
        }
        withoutChampion {
          id
          name
        }
      }
    }
  }
`);

const ProposeMatches = graphql(`
  mutation ProposeMatches($input: ProposeMatchesInput!) {
    proposeMatches(input: $input) {
      ... on RoundPayload {
        round {
          id
          state
          version
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

const StopProposing = graphql(`
  mutation StopProposing($input: RoundInput!) {
    stopProposing(input: $input) {
      ... on RoundPayload {
        round {
          id
          state
          version
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

const POLL_MS = 1000;

/** Who takes part, and by which rules. */
export function SetupPage() {
  const { roundId = '' } = useParams();
  const page = usePageQuery(RoundSetup, { variables: { id: roundId } });
  const round = page.data?.round;
  return (
    <Page
      title={round ? `Set up ${round.name}` : 'Set up a round'}
      lead="Nobody is told anything before you publish."
      breadcrumb={[{ label: 'Matching', to: '/matching' }]}
      actions={
        round && round.counts.total > 0 ? (
          <LinkButton to={`/matching/${roundId}/review`}>Back to the review</LinkButton>
        ) : undefined
      }
      width="wide"
    >
      <Faces of={page} skeleton={<SetupSkeleton />}>
        {(data) =>
          data.round.state === 'PROPOSING' ? (
            <Proposing id={roundId} />
          ) : (
            <Setup round={data.round} />
          )
        }
      </Faces>
    </Page>
  );
}

function SetupSkeleton() {
  return (
    <Stack gap="24">
      <SkeletonCard height={6} />
      <SkeletonTable rows={9} columns={3} />
    </Stack>
  );
}

type Round = RoundSetupQuery['round'];

function Setup({ round }: { round: Round }) {
  const navigate = useNavigate();
  const propose = useAction(ProposeMatches, {
    onDone: (payload) => {
      if (payload.round.state === 'REVIEW') void navigate(`/matching/${round.id}/review`);
    },
  });
  const isClosed = round.state !== 'DRAFT' && round.state !== 'REVIEW';
  const { preview } = round;
  const canPropose = !isClosed && preview?.executives !== 0 && preview?.champions !== 0;
  const isAgain = round.counts.total > 0;
  return (
    <Stack gap="32">
      {round.failure && <Alert tone="warning">{round.failure}</Alert>}
      {isClosed && <Alert tone="info">This round is closed. Its set-up is shown as it was.</Alert>}
      <Stack gap="16">
        {preview ? (
          <Headline notes={<CapacityNotes preview={preview} />}>{capacity(preview)}</Headline>
        ) : (
          <Text>There are too many pairs to try them all here. Proposing shows its progress.</Text>
        )}
        <ActionNotice of={propose} />
        {!isClosed && (
          <Row gap="12">
            <Button
              variant="primary"
              size="large"
              disabled={!canPropose}
              isBusy={propose.isRunning}
              onClick={() =>
                void propose.run({
                  input: { roundId: round.id, version: round.version, scope: 'UNDECIDED' },
                })
              }
            >
              {isAgain ? 'Re-propose the rest' : 'Propose matches'}
            </Button>
            {!canPropose && (
              <LinkButton to={preview?.executives === 0 ? '/executives' : '/champions'}>
                {preview?.executives === 0 ? 'Mark executives' : 'See champions'}
              </LinkButton>
            )}
          </Row>
        )}
      </Stack>
      {preview && (
        <Section
          title="Rules that always hold"
          lead="How many pairs each rule leaves out: if it were the only one, and of those that the rules above it left."
        >
          <RuleTable
            rules={preview.rules}
            allowed={preview.allowedPairs}
            considered={preview.pairs}
          />
        </Section>
      )}
      {!isClosed && (
        <>
          <RuleForm key={round.rulesVersion} round={round} effects={preview?.effects ?? []} />
          <ContinuityCurve curve={round.continuityCurve} />
          <RulesHistory round={round} />
          <Participants roundId={round.id} version={round.version} leftOut={round.leftOut} />
        </>
      )}
    </Stack>
  );
}

type Preview = NonNullable<Round['preview']>;

function capacity({ executives, places }: Preview): string {
  if (executives === 0) return 'No executive waits for a champion.';
  return `${plural(executives, 'executive', 'executives')}, ${plural(places, 'free place', 'free places')} with champions.`;
}

function CapacityNotes({ preview }: { preview: Preview }) {
  const { wouldWait, champions, withoutChampion } = preview;
  if (champions === 0) return <>There is no champion yet. Name champions first.</>;
  const names = withoutChampion.map(({ name }) => name);
  return (
    <>
      {wouldWait > 0 && <>{wouldWait === 1 ? '1 would wait. ' : `${wouldWait} would wait. `}</>}
      {names.length > 0 && (
        <>
          The rules leave nobody for {new Intl.ListFormat('en').format(names.slice(0, 5))}
          {names.length > 5 ? ` and ${names.length - 5} more` : ''}.
        </>
      )}
    </>
  );
}

function Proposing({ id }: { id: string }) {
  const page = usePageQuery(RoundProgress, { variables: { id }, pollMs: POLL_MS });
  const stop = useAction(StopProposing);
  const progress = page.data?.round.progress ?? 0;
  return (
    <Stack gap="16">
      <Text as="p" aria-live="polite">
        Proposing matches: {progress} % done. You can leave this page; it goes on.
      </Text>
      <progress
        className="pairings-progress"
        max={100}
        value={progress}
        aria-label="Proposing matches"
      />
      <ActionNotice of={stop} />
      <div>
        <Button isBusy={stop.isRunning} onClick={() => void stop.run({ input: { roundId: id } })}>
          Stop
        </Button>
      </div>
    </Stack>
  );
}

const RoundProgress = graphql(`
  query RoundProgress($id: ID!) {
    round(id: $id) {
      id
      state
      version
      progress
      failure
      counts {
        total
      }
    }
  }
`);

import { formatNumber, graphql, useDates, usePageQuery, useUrlState } from '@flipside/platform-web';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  Faces,
  Link,
  Page,
  SkeletonTable,
  Stack,
  ViewLinks,
  type Column,
} from '@flipside/ui';
import { plural, ROUND_STATE } from '../pairing-words.js';
import { matchingViews } from './matching-views.js';
import { StartRoundSheet } from './start-round-sheet.js';

const MatchingRounds = graphql(`
  query MatchingRounds($withDiscarded: Boolean!) {
    rounds(withDiscarded: $withDiscarded) {
      id
      name
      state
      createdAt
      publishedAt
      counts {
        total
        proposed
        decided
        accepted
        flagged
      }
    }
  }
`);

interface Round {
  id: string;
  name: string;
  state: string;
  createdAt: string;
  publishedAt?: string | null | undefined;
  counts: { total: number; proposed: number; decided: number; accepted: number; flagged: number };
}

/** All rounds, the way into each, and the way to a new one. */
export function MatchingPage() {
  const [url, setUrl] = useUrlState({ start: '', discarded: '' });
  const page = usePageQuery(MatchingRounds, {
    variables: { withDiscarded: url.discarded === '1' },
  });
  const start = () => setUrl({ start: '1' });
  const startButton = (
    <Button variant="primary" onClick={start}>
      Start a round
    </Button>
  );
  return (
    <Page
      title="Matching"
      lead="A round proposes a champion for every executive who has none. You decide; both sides say yes or no."
      width="wide"
      actions={page.data?.rounds.length === 0 ? undefined : startButton}
    >
      <Stack gap="24">
        <ViewLinks label="Matching" views={matchingViews} />
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={4} columns={5} />}
          isEmpty={({ rounds }) => rounds.length === 0}
          empty={
            <EmptyState title="No rounds yet" action={startButton}>
              A round looks at every executive without a pairing and every champion with a free
              place, holds the rules (never in the same reporting line, a common language, hours in
              which both work) and says why it proposes whom. Nobody is told before you publish.
            </EmptyState>
          }
        >
          {({ rounds }) => (
            <Rounds
              rounds={rounds}
              isWithDiscarded={url.discarded === '1'}
              onToggle={(on) => setUrl({ discarded: on ? '1' : '' })}
            />
          )}
        </Faces>
      </Stack>
      <StartRoundSheet isOpen={url.start === '1'} onClose={() => setUrl({ start: '' })} />
    </Page>
  );
}

/** Where a round is worked on next. */
const nextPage = ({ id, state }: Round): string =>
  `/matching/${id}/${state === 'DRAFT' || state === 'PROPOSING' ? 'setup' : 'review'}`;

function progress({ state, counts }: Round): string {
  const { total, proposed, decided, accepted, flagged } = counts;
  if (total === 0) return 'Nobody proposed yet';
  if (state === 'PUBLISHED') return `${plural(accepted, 'pairing', 'pairings')} published`;
  const words = [`${decided} of ${total} decided`, `${formatNumber(proposed)} proposed`];
  if (flagged > 0) words.push(`${flagged} flagged`);
  return words.join(' · ');
}

function Rounds({
  rounds,
  isWithDiscarded,
  onToggle,
}: {
  rounds: readonly Round[];
  isWithDiscarded: boolean;
  onToggle: (on: boolean) => void;
}) {
  const dates = useDates();
  const columns: Column<Round>[] = [
    {
      id: 'name',
      header: 'Round',
      isRowHeader: true,
      cell: (round) => <Link to={nextPage(round)}>{round.name}</Link>,
    },
    {
      id: 'state',
      header: 'State',
      phone: 'aside',
      cell: ({ state }) => (
        <Badge tone={ROUND_STATE[state]?.tone ?? 'neutral'}>
          {ROUND_STATE[state]?.label ?? state}
        </Badge>
      ),
    },
    { id: 'progress', header: 'Where it stands', phone: 'line', cell: progress },
    {
      id: 'started',
      header: 'Started',
      phone: 'line',
      cell: ({ createdAt }) => dates.day(createdAt),
    },
    {
      id: 'published',
      header: 'Published',
      phone: 'line',
      cell: ({ publishedAt }) => (publishedAt ? dates.day(publishedAt) : '–'),
    },
  ];
  return (
    <Stack gap="12">
      <DataTable
        caption="Matching rounds"
        columns={columns}
        rows={[...rounds]}
        rowKey={({ id }) => id}
      />
      <div>
        <Button size="small" variant="quiet" onClick={() => onToggle(!isWithDiscarded)}>
          {isWithDiscarded ? 'Hide discarded rounds' : 'Show discarded rounds'}
        </Button>
      </div>
    </Stack>
  );
}

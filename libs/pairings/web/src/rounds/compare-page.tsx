import {
  formatNumber,
  graphql,
  useDates,
  usePageQuery,
  useParams,
  useUrlState,
} from '@flipside/platform-web';
import type { CompareRunsQuery, RoundRunsQuery } from '@flipside/platform-web/gql';
import {
  Columns,
  DataTable,
  EmptyState,
  Faces,
  Headline,
  LinkButton,
  Page,
  Section,
  Select,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { CRITERION, plural, points } from '../pairing-words.js';
import '../pairings.css';

const RoundRuns = graphql(`
  query RoundRuns($id: ID!) {
    round(id: $id) {
      id
      name
      runs {
        id
        number
        madeAt
        rulesVersion
        matched
        totalPoints
        worstPoints
      }
    }
  }
`);

const CompareRuns = graphql(`
  query CompareRuns($beforeId: ID!, $afterId: ID!) {
    compareRuns(beforeId: $beforeId, afterId: $afterId) {
      same
      changed
      added
      gone
      points
      byCriterion {
        criterion
        points
      }
      pairs {
        executive {
          id
          name
        }
        before {
          id
          name
        }
        after {
          id
          name
        }
        kind
        points
      }
    }
  }
`);

type Run = RoundRunsQuery['round']['runs'][number];
type Difference = CompareRunsQuery['compareRuns'];
type Pair = Difference['pairs'][number];

/** Two drafts of one round side by side: who changes, and what each criterion gains or loses. */
export function ComparePage() {
  const { roundId = '' } = useParams();
  const page = usePageQuery(RoundRuns, { variables: { id: roundId } });
  return (
    <Page
      title={page.data ? `Drafts of ${page.data.round.name}` : 'Drafts of the round'}
      breadcrumb={[
        { label: 'Matching', to: '/matching' },
        { label: 'Review', to: `/matching/${roundId}/review` },
      ]}
      width="wide"
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={6} columns={4} />}
        isEmpty={({ round }) => round.runs.length < 2}
        empty={
          <EmptyState
            title="There is one draft only"
            action={<LinkButton to={`/matching/${roundId}/review`}>Back to the review</LinkButton>}
          >
            Each time matches are proposed, the draft is kept. Propose the rest again, or change a
            rule, and the two can be compared here.
          </EmptyState>
        }
      >
        {({ round }) => <Drafts runs={round.runs} />}
      </Faces>
    </Page>
  );
}

function Drafts({ runs }: { runs: readonly Run[] }) {
  const dates = useDates();
  const [url, setUrl] = useUrlState({ before: runs[1]?.id ?? '', after: runs[0]?.id ?? '' });
  const options = runs.map(({ id, number, madeAt, rulesVersion, matched }) => ({
    value: id,
    label: `Draft ${number}, ${dates.moment(madeAt)}: ${matched} matched, rules ${rulesVersion}`,
  }));
  return (
    <Stack gap="24">
      <Columns min="18rem" gap="16">
        <Select
          label="From"
          data={options}
          value={url.before}
          onChange={(before) => setUrl({ before: before ?? '' })}
        />
        <Select
          label="To"
          data={options}
          value={url.after}
          onChange={(after) => setUrl({ after: after ?? '' })}
        />
      </Columns>
      <Comparison beforeId={url.before} afterId={url.after} />
    </Stack>
  );
}

function Comparison({ beforeId, afterId }: { beforeId: string; afterId: string }) {
  const page = usePageQuery(CompareRuns, { variables: { beforeId, afterId } });
  return (
    <Faces of={page} skeleton={<SkeletonTable rows={6} columns={4} />}>
      {({ compareRuns }) => <Differences of={compareRuns} />}
    </Faces>
  );
}

const signed = (value: number): string =>
  value > 0 ? `+${points(value)}` : value < 0 ? `−${points(-value)}` : '0';

const KIND: Readonly<Record<Pair['kind'], string>> = {
  SAME: 'same',
  CHANGED: 'changed',
  NEW: 'new',
  GONE: 'gone',
};

const columns: Column<Pair>[] = [
  {
    id: 'executive',
    header: 'Executive',
    isRowHeader: true,
    cell: ({ executive }) => executive.name,
  },
  { id: 'kind', header: 'What changes', phone: 'aside', cell: ({ kind }) => KIND[kind] },
  { id: 'before', header: 'From', phone: 'line', cell: ({ before }) => before?.name ?? 'nobody' },
  { id: 'after', header: 'To', phone: 'line', cell: ({ after }) => after?.name ?? 'nobody' },
  {
    id: 'points',
    header: 'Points',
    align: 'end',
    phone: 'line',
    cell: (pair) => signed(pair.points),
  },
];

function Differences({ of }: { of: Difference }) {
  const { same, changed, added, gone, byCriterion, pairs } = of;
  const lines = byCriterion.filter((line) => line.points !== 0);
  return (
    <Stack gap="24">
      <Headline
        notes={`${formatNumber(same)} the same, ${formatNumber(changed)} changed, ${formatNumber(added)} new, ${formatNumber(gone)} gone.`}
      >
        {of.points === 0
          ? 'As many points in both.'
          : `${signed(of.points)} points from the first to the second.`}
      </Headline>
      {lines.length > 0 && (
        <Section title="Where the points come from" lead="The lines add up to the difference.">
          <ul className="pairings-plain" aria-label="Difference by criterion">
            {lines.map((line) => (
              <li key={line.criterion}>
                <Text size="sm">
                  {CRITERION[line.criterion] ?? line.criterion}: {signed(line.points)}
                </Text>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {pairs.length > 0 && (
        <DataTable
          caption={plural(pairs.length, 'executive differs', 'executives differ')}
          columns={columns}
          rows={[...pairs]}
          rowKey={({ executive }) => executive.id}
        />
      )}
    </Stack>
  );
}

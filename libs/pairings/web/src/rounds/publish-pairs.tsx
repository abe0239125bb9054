import { formatNumber, graphql, useDates, usePageQuery } from '@flipside/platform-web';
import type { PublishablePairsQuery } from '@flipside/platform-web/gql';
import {
  Badge,
  Button,
  DataTable,
  Faces,
  LoadMore,
  SkeletonTable,
  type BadgeTone,
  type Column,
} from '@flipside/ui';

const PublishablePairs = graphql(`
  query PublishablePairs($roundId: ID!, $after: String) {
    publishablePairs(roundId: $roundId, first: 20, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        node {
          proposalId
          change
          endedAt
          executive {
            id
            name
          }
          champion {
            id
            name
          }
          championBefore {
            id
            name
          }
        }
      }
    }
  }
`);

type Pair = PublishablePairsQuery['publishablePairs']['edges'][number]['node'];

const CHANGE: Readonly<Record<Pair['change'], { label: string; tone: BadgeTone }>> = {
  NEW: { label: 'new', tone: 'neutral' },
  CHANGED: { label: 'changed', tone: 'accent' },
  AGAIN: { label: 'again', tone: 'outline' },
};

interface PublishPairsProps {
  roundId: string;
  /** Whose mails are shown below. */
  chosenId: string | undefined;
  onChoose: (proposalId: string) => void;
}

/** The pairs that would be published, against what each executive had before. */
export function PublishPairs({ roundId, chosenId, onChoose }: PublishPairsProps) {
  const page = usePageQuery(PublishablePairs, { variables: { roundId } });
  return (
    <Faces of={page} skeleton={<SkeletonTable rows={5} columns={4} />}>
      {({ publishablePairs }) => (
        <Pairs
          pairs={publishablePairs.edges.map(({ node }) => node)}
          chosenId={chosenId}
          onChoose={onChoose}
          footer={
            publishablePairs.pageInfo.hasNextPage && (
              <LoadMore
                isBusy={page.isLoadingMore}
                onLoad={() => void page.loadMore('publishablePairs')}
                rest={`${publishablePairs.edges.length} of ${formatNumber(publishablePairs.totalCount)}`}
              />
            )
          }
        />
      )}
    </Faces>
  );
}

interface PairsProps extends Omit<PublishPairsProps, 'roundId'> {
  pairs: Pair[];
  footer: React.ReactNode;
}

function Pairs({ pairs, chosenId, onChoose, footer }: PairsProps) {
  const dates = useDates();
  const before = ({ championBefore, endedAt }: Pair): string =>
    championBefore
      ? `${championBefore.name}${endedAt ? `, until ${dates.day(endedAt)}` : ''}`
      : 'nobody';
  const columns: Column<Pair>[] = [
    {
      id: 'executive',
      header: 'Executive',
      isRowHeader: true,
      cell: ({ executive }) => executive.name,
    },
    { id: 'champion', header: 'Champion', phone: 'line', cell: ({ champion }) => champion.name },
    {
      id: 'change',
      header: 'Difference',
      phone: 'aside',
      cell: ({ change }) => <Badge tone={CHANGE[change].tone}>{CHANGE[change].label}</Badge>,
    },
    { id: 'before', header: 'Before', phone: 'line', cell: before },
    {
      id: 'mails',
      header: 'Mails',
      isHeaderHidden: true,
      phone: 'bar',
      cell: ({ proposalId, executive }) => (
        <Button
          size="small"
          variant="quiet"
          aria-pressed={proposalId === chosenId}
          aria-label={`See the mails of ${executive.name}`}
          onClick={() => onChoose(proposalId)}
        >
          See the mails
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      caption="Pairs to be published"
      columns={columns}
      rows={pairs}
      rowKey={({ proposalId }) => proposalId}
      footer={footer}
    />
  );
}

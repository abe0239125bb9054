import { graphql, useApolloClient, useDates, usePageQuery } from '@flipside/platform-web';
import {
  AudienceNote,
  Button,
  Card,
  EmptyState,
  Faces,
  IconCopy,
  IconDownload,
  IconHeart,
  LoadMore,
  Page,
  SkeletonCard,
  Stack,
  Text,
  useToast,
} from '@flipside/ui';

const ThanksReceived = graphql(`
  query ThanksReceived($after: String) {
    thanksReceived(first: 20, after: $after) {
      totalCount
      edges {
        node {
          id
          fromName
          body
          at
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const RecordQuery = graphql(`
  query ContributionRecord {
    contributionRecord
  }
`);

interface ThanksShown {
  id: string;
  fromName: string;
  body: string;
  at: string;
}

/** What difference did I make, and who noticed? No ranks, no points. */
export function ThanksPage() {
  const page = usePageQuery(ThanksReceived);
  return (
    <Page
      title="Thanks"
      lead="What people you coach wrote to you, in their words."
      width="reading"
      actions={<DownloadRecord />}
    >
      <Stack gap="24">
        <AudienceNote audience="PAIR">
          You and the person who wrote it can read it. HR and your manager cannot.
        </AudienceNote>
        <Faces
          of={page}
          skeleton={<SkeletonCard height={8} />}
          isEmpty={(data) => data.thanksReceived.totalCount === 0}
          empty={
            <EmptyState title="Thanks appear here" icon={<IconHeart size={22} />}>
              When someone you coach writes to you, their words stand here for you to keep.
            </EmptyState>
          }
        >
          {({ thanksReceived }) => (
            <Stack gap="16">
              {thanksReceived.edges.map(({ node }) => (
                <ThanksCard key={node.id} thanks={node} />
              ))}
              {thanksReceived.pageInfo.hasNextPage && (
                <LoadMore
                  isBusy={page.isLoadingMore}
                  onLoad={() => void page.loadMore('thanksReceived')}
                />
              )}
            </Stack>
          )}
        </Faces>
      </Stack>
    </Page>
  );
}

/** Sessions, changes, thanks and stories as one text that the champion keeps. Nobody else can ask for it. */
function DownloadRecord() {
  const client = useApolloClient();
  const toast = useToast();
  async function download() {
    try {
      const { data } = await client.query({ query: RecordQuery, fetchPolicy: 'no-cache' });
      const file = new Blob([data?.contributionRecord ?? ''], { type: 'text/markdown' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = 'what-i-contributed.md';
      link.click();
      URL.revokeObjectURL(link.href);
    } catch {
      toast({ text: 'The download did not work. Try again.', tone: 'problem' });
    }
  }
  return (
    <Button icon={<IconDownload size={16} />} onClick={() => void download()}>
      Download my record
    </Button>
  );
}

function ThanksCard({ thanks }: { thanks: ThanksShown }) {
  const dates = useDates();
  const toast = useToast();
  async function copy() {
    await navigator.clipboard.writeText(
      `“${thanks.body}” (${thanks.fromName}, ${dates.day(thanks.at)})`,
    );
    toast({ text: 'Copied. Paste it where you keep your review.' });
  }
  return (
    <Card as="article">
      <Stack gap="12">
        <Text size="lg">“{thanks.body}”</Text>
        <Text tone="muted" size="sm">
          {thanks.fromName}, {dates.day(thanks.at)}
        </Text>
        <div>
          <Button
            size="small"
            variant="quiet"
            icon={<IconCopy size={16} />}
            onClick={() => void copy()}
          >
            Copy for my review
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

import { graphql, useDates, usePageQuery } from '@flipside/platform-web';
import {
  AudienceNote,
  Button,
  Card,
  EmptyState,
  Faces,
  IconCopy,
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
    <Page title="Thanks" lead="What people you coach wrote to you, in their words." width="reading">
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

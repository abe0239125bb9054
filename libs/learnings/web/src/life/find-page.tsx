import { useDates, usePageQuery, useUrlState } from '@flipside/platform-web';
import {
  Card,
  EmptyState,
  Faces,
  Link,
  LoadMore,
  Page,
  Section,
  SkeletonCard,
  Stack,
  Text,
  TextInput,
} from '@flipside/ui';
import type { LearningShown } from '../learned/learned-documents.js';
import { FindLearningsQuery, NewestSharedQuery } from './life-documents.js';

/** What has worked for colleagues? One box; misspelt words are found too. */
export function FindPage() {
  const [{ q }, setUrl] = useUrlState({ q: '' });
  return (
    <Page
      title="What works"
      lead="What colleagues learned and shared, and what only you can read. Misspelt words are found too."
      width="reading"
    >
      <Stack gap="24">
        <TextInput
          label="Find"
          type="search"
          value={q}
          onChange={(event) => setUrl({ q: event.currentTarget.value })}
        />
        {q.trim() ? <Found words={q} /> : <Newest />}
      </Stack>
    </Page>
  );
}

function Found({ words }: { words: string }) {
  const page = usePageQuery(FindLearningsQuery, { variables: { words } });
  return (
    <Faces
      of={page}
      skeleton={<SkeletonCard height={8} />}
      isEmpty={({ findLearnings }) => findLearnings.learnings.length === 0}
      empty={
        <EmptyState level={2} title="Nobody has shared this yet">
          Try fewer words. What you find out yourself goes on your own list first.
        </EmptyState>
      }
    >
      {({ findLearnings: { learnings, totalCount } }) => (
        <Section
          title={
            totalCount > learnings.length
              ? `The best ${learnings.length} of ${totalCount}`
              : `${totalCount} found`
          }
          lead="Your function, fresh lines and those that worked for others come first."
        >
          <LearningList learnings={learnings} />
        </Section>
      )}
    </Faces>
  );
}

function Newest() {
  const page = usePageQuery(NewestSharedQuery);
  return (
    <Faces
      of={page}
      skeleton={<SkeletonCard height={8} />}
      isEmpty={({ sharedLearnings }) => sharedLearnings.totalCount === 0}
      empty={
        <EmptyState level={2} title="Nothing shared yet">
          When somebody opens a line to everyone, it stands here with their name.
        </EmptyState>
      }
    >
      {({ sharedLearnings }) => (
        <Section title="Newest">
          <LearningList learnings={sharedLearnings.edges.map(({ node }) => node)} />
          {sharedLearnings.pageInfo.hasNextPage && (
            <LoadMore
              isBusy={page.isLoadingMore}
              onLoad={() => void page.loadMore('sharedLearnings')}
            />
          )}
        </Section>
      )}
    </Faces>
  );
}

/** Lines with their writer, each a way to what became of it. */
export function LearningList({ learnings }: { learnings: readonly LearningShown[] }) {
  const dates = useDates();
  return (
    <Stack gap="12">
      {learnings.map((learning) => (
        <Card key={learning.id} as="article" tone="sunken">
          <Link to={`/learnings/${learning.id}`}>{learning.body}</Link>
          <Text tone="muted" size="sm">
            {learning.isMine ? 'You' : learning.personName}, {dates.day(learning.createdAt)}
            {learning.audience === 'ONLY_ME' && ' · only you can read it'}
            {learning.audience === 'TWO_OF_US' && ' · the two of you can read it'}
          </Text>
        </Card>
      ))}
    </Stack>
  );
}

import { usePageQuery } from '@flipside/platform-web';
import {
  EmptyState,
  Faces,
  IconBulb,
  LoadMore,
  Page,
  Section,
  SkeletonCard,
  Stack,
} from '@flipside/ui';
import { StoriesQuery } from './story-documents.js';
import { StoryAnswer } from './story-answer.js';
import { StoryCard } from './story-card.js';
import { UsesOfTheWeek } from './uses-of-the-week.js';

/** What did colleagues change, in their words? Shared by both people of a pairing, or not here. */
export function StoriesPage() {
  const page = usePageQuery(StoriesQuery);
  return (
    <Page
      title="Stories"
      lead="What pairs changed in their work. Each stands here because both people agreed."
      width="reading"
    >
      <Stack gap="32">
        <UsesOfTheWeek />
        <Faces of={page} skeleton={<SkeletonCard height={16} />}>
          {({ myStories, sharedStories }) => (
            <Stack gap="32">
              {myStories.length > 0 && (
                <Section title="About you">
                  <Stack gap="16">
                    {myStories.map((story) => (
                      <StoryCard key={story.id} story={story}>
                        <StoryAnswer story={story} />
                      </StoryCard>
                    ))}
                  </Stack>
                </Section>
              )}
              <Section title="From everyone">
                <Stack gap="16">
                  {sharedStories.totalCount === 0 && (
                    <EmptyState title="No stories yet" icon={<IconBulb size={22} />} level={3}>
                      On the page of a pairing, “Tell it as a story” begins one. It appears here
                      when both agree.
                    </EmptyState>
                  )}
                  {sharedStories.edges.map(({ node }) => (
                    <StoryCard key={node.id} story={node} />
                  ))}
                  {sharedStories.pageInfo.hasNextPage && (
                    <LoadMore
                      isBusy={page.isLoadingMore}
                      onLoad={() => void page.loadMore('sharedStories')}
                    />
                  )}
                </Stack>
              </Section>
            </Stack>
          )}
        </Faces>
      </Stack>
    </Page>
  );
}

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
  Text,
} from '@flipside/ui';
import type { ReactNode } from 'react';
import { StoriesQuery, type StoryShown } from './story-documents.js';
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
        <Faces of={page} skeleton={<SkeletonCard height={16} />}>
          {({ usesOfTheWeek, myStories, sharedStories }) => (
            <Stack gap="32">
              {usesOfTheWeek.length > 0 && <UsesOfTheWeek uses={usesOfTheWeek} />}
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
              <FromEveryone
                hasAny={sharedStories.totalCount > 0}
                stories={sharedStories.edges
                  .map(({ node }) => node)
                  .filter(
                    ({ id, isMine }) =>
                      !isMine && !usesOfTheWeek.some(({ story }) => story.id === id),
                  )}
                more={
                  sharedStories.pageInfo.hasNextPage && (
                    <LoadMore
                      isBusy={page.isLoadingMore}
                      onLoad={() => void page.loadMore('sharedStories')}
                    />
                  )
                }
              />
            </Stack>
          )}
        </Faces>
      </Stack>
    </Page>
  );
}

/** Each story stands on the page once: `stories` are those that do not stand above. */
function FromEveryone({
  hasAny,
  stories,
  more,
}: {
  hasAny: boolean;
  stories: readonly StoryShown[];
  more: ReactNode;
}) {
  return (
    <Section title="From everyone">
      <Stack gap="16">
        {!hasAny && (
          <EmptyState title="No stories yet" icon={<IconBulb size={22} />} level={3}>
            On the page of a pairing, “Tell it as a story” begins one. It appears here when both
            agree.
          </EmptyState>
        )}
        {hasAny && stories.length === 0 && !more && (
          <Text tone="muted">Everything that is shared stands above.</Text>
        )}
        {stories.map((story) => (
          <StoryCard key={story.id} story={story} />
        ))}
        {more}
      </Stack>
    </Section>
  );
}

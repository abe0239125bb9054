import { usePageQuery, useUrlState } from '@flipside/platform-web';
import {
  EmptyState,
  Faces,
  FigureNumber,
  IconBulb,
  LinkButton,
  LoadMore,
  Page,
  Row,
  Section,
  SkeletonCard,
  Stack,
} from '@flipside/ui';
import { BeforeAndNow } from '../fluency/before-and-now.js';
import { AddLearningForm } from './add-learning-form.js';
import { LearnedQuery, SharedQuery } from './learned-documents.js';
import { LearningCard } from './learning-card.js';
import { ColleagueCard } from './colleague-card.js';

/** What have I learned, and what do I do differently? */
export function LearnedPage() {
  const [{ session }] = useUrlState({ session: '' });
  const page = usePageQuery(LearnedQuery);
  const otherName = page.data?.lastTime?.otherName ?? null;
  return (
    <Page
      title="What I learned"
      lead="In your own words. HR sees only totals over many people, never of a few."
      width="reading"
    >
      <Stack gap="32">
        <AddLearningForm sessionId={session || null} otherName={otherName} />
        <Faces
          of={page}
          skeleton={<SkeletonCard height={16} />}
          isEmpty={(data) => data.myLearnings.totalCount === 0}
          empty={
            <EmptyState
              title="Your list starts with one line"
              icon={<IconBulb size={22} />}
              action={<LinkButton to="/learnings">See what works for others</LinkButton>}
            >
              Write above what you do differently since a session. Only you can read it until you
              share it.
            </EmptyState>
          }
        >
          {({ myLearnings, myLearningCounts: counts }) => (
            <Stack gap="24">
              <Row gap="32" align="start">
                <FigureNumber value={counts.tried} label="tried" />
                <FigureNumber value={counts.kept} label="kept" />
                <FigureNumber value={counts.passedOn} label="passed on" />
              </Row>
              <Section title="My list" isTitleHidden>
                <Stack gap="16">
                  {myLearnings.edges.map(({ node }) => (
                    <LearningCard key={node.id} learning={node} otherName={otherName} />
                  ))}
                  {myLearnings.pageInfo.hasNextPage && (
                    <LoadMore
                      isBusy={page.isLoadingMore}
                      onLoad={() => void page.loadMore('myLearnings')}
                    />
                  )}
                </Stack>
              </Section>
            </Stack>
          )}
        </Faces>
        <BeforeAndNow />
        <SharedSection />
      </Stack>
    </Page>
  );
}

/** What others opened to everyone here. */
function SharedSection() {
  const page = usePageQuery(SharedQuery);
  return (
    <Section title="Shared with everyone" lead="Written by colleagues who chose to share.">
      <Faces
        of={page}
        skeleton={<SkeletonCard height={8} />}
        isEmpty={(data) => data.sharedLearnings.totalCount === 0}
        empty={
          <EmptyState level={3} title="Nothing shared yet">
            When somebody opens a line to everyone, it stands here with their name.
          </EmptyState>
        }
      >
        {({ sharedLearnings }) => (
          <Stack gap="12">
            {sharedLearnings.edges.map(({ node }) => (
              <ColleagueCard key={node.id} learning={node} />
            ))}
            {sharedLearnings.pageInfo.hasNextPage && (
              <LoadMore
                isBusy={page.isLoadingMore}
                onLoad={() => void page.loadMore('sharedLearnings')}
              />
            )}
          </Stack>
        )}
      </Faces>
    </Section>
  );
}

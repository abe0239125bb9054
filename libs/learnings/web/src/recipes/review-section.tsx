import { formatCalendarDay, graphql, usePageQuery } from '@flipside/platform-web';
import { Card, LinkButton, QuietFace, Section, Stack, Text } from '@flipside/ui';

const RecipesToReview = graphql(`
  query RecipesToReview {
    recipesToReview {
      id
      reviewBy
      failsCount
      latest {
        title
      }
    }
  }
`);

const MOST_SHOWN = 3;

/** Recipes the person looks after that may be out of date. Nothing is drawn while there are none. */
export function ReviewSection() {
  const page = usePageQuery(RecipesToReview);
  if (!page.data) return <QuietFace of={page} />;
  const { recipesToReview: recipes } = page.data;
  if (recipes.length === 0) return null;
  return (
    <Section title="Recipes that need a look">
      <Stack gap="16">
        {recipes.slice(0, MOST_SHOWN).map(({ id, latest, failsCount, reviewBy }) => (
          <Card
            key={id}
            level={3}
            title={latest.title}
            actions={
              <LinkButton to={`/recipes/${id}`} aria-label={`Review ${latest.title}`}>
                Review
              </LinkButton>
            }
          >
            <Text tone="muted" size="sm">
              {failsCount > 1
                ? `It no longer works for ${failsCount} people.`
                : `Its review date was ${formatCalendarDay(reviewBy)}.`}{' '}
              Say that it is still right, change it or retire it.
            </Text>
          </Card>
        ))}
        {recipes.length > MOST_SHOWN && (
          <Text tone="muted" size="sm">
            And {recipes.length - MOST_SHOWN} more in the library.
          </Text>
        )}
      </Stack>
    </Section>
  );
}

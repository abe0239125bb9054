import { usePageQuery } from '@flipside/platform-web';
import type { UsesOfTheWeekQuery as UsesOfTheWeekData } from '@flipside/platform-web/gql';
import { Card, Link, QuietFace, Section, Stack, Text } from '@flipside/ui';
import { UsesOfTheWeekQuery } from './story-documents.js';

/** What executives picked this week. Nothing is drawn in a week without picks. */
export function UsesOfTheWeekOnHome() {
  const page = usePageQuery(UsesOfTheWeekQuery);
  if (!page.data) return <QuietFace of={page} />;
  const { usesOfTheWeek: uses } = page.data;
  return uses.length > 0 && <UsesOfTheWeek uses={uses} linksToStories />;
}

export function UsesOfTheWeek({
  uses,
  linksToStories = false,
}: {
  uses: UsesOfTheWeekData['usesOfTheWeek'];
  linksToStories?: boolean;
}) {
  return (
    <Section
      title="Use of the week"
      {...(linksToStories && {
        actions: <Link to="/stories">All stories</Link>,
      })}
    >
      <Stack gap="16">
        {uses.map(({ pickedByName, why, story }) => (
          <Card key={pickedByName} as="article" level={3} title={story.result}>
            <Stack gap="8">
              <Text>{story.body}</Text>
              <Text tone="muted" size="sm">
                Picked by {pickedByName}: “{why}”
              </Text>
            </Stack>
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

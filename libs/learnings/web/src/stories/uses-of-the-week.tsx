import { usePageQuery } from '@flipside/platform-web';
import { Card, LinkButton, Section, Stack, Text } from '@flipside/ui';
import { UsesOfTheWeekQuery } from './story-documents.js';

/** What executives picked this week. Nothing is drawn in a week without picks. */
export function UsesOfTheWeek({ linksToStories = false }: { linksToStories?: boolean }) {
  const { data } = usePageQuery(UsesOfTheWeekQuery);
  const uses = data?.usesOfTheWeek ?? [];
  if (uses.length === 0) return null;
  return (
    <Section
      title="Use of the week"
      {...(linksToStories && {
        actions: (
          <LinkButton to="/stories" size="small">
            All stories
          </LinkButton>
        ),
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

export function UsesOfTheWeekOnHome() {
  return <UsesOfTheWeek linksToStories />;
}

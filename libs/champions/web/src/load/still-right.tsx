import { formatCalendarDay, graphql, useAction, usePageQuery } from '@flipside/platform-web';
import type { ProfileSection } from '@flipside/platform-web/gql';
import { ActionNotice, Badge, Button, Card, LinkButton, Row, Stack, Text } from '@flipside/ui';

const StillRightDocument = graphql(`
  query StillRight($personId: ID!) {
    champion(personId: $personId) {
      personId
      freshness {
        section
        confirmedOn
        isFresh
      }
    }
  }
`);

const ConfirmSections = graphql(`
  mutation ConfirmSections($input: ConfirmSectionsArgs!) {
    confirmSections(input: $input) {
      ... on ChampionPayload {
        champion {
          personId
        }
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

const SECTION_WORDS: Record<ProfileSection, string> = {
  ABOUT: 'About me',
  SKILLS: 'Good at',
  PROBLEMS: 'Likes to help with',
  TOOLS: 'Tools',
  AVAILABILITY: 'Hours and pairings',
};

/** Half a minute: one press per section that is still right, the form for what is not. */
export function StillRight({ personId }: { personId: string }) {
  const { data } = usePageQuery(StillRightDocument, { variables: { personId } });
  const confirm = useAction(ConfirmSections, { said: () => 'Thank you. Confirmed as of today.' });
  if (!data) return null;
  const { freshness } = data.champion;
  const faded = freshness.filter(({ isFresh }) => !isFresh).map(({ section }) => section);
  const sure = (sections: ProfileSection[]) => void confirm.run({ input: { sections } });
  return (
    <Card title="Still right?">
      <Stack gap="12">
        <Text size="sm" tone="muted">
          {faded.length === 0
            ? 'All of it is confirmed. You are asked again after half a year.'
            : 'What you do not confirm for half a year sinks in the directory.'}
        </Text>
        {freshness.map(({ section, confirmedOn, isFresh }) => (
          <Row key={section} gap="8" justify="between">
            <Text as="span">{SECTION_WORDS[section]}</Text>
            {isFresh && confirmedOn ? (
              <Badge tone="covered">{formatCalendarDay(confirmedOn)}</Badge>
            ) : (
              <Button
                size="small"
                aria-label={`Still right: ${SECTION_WORDS[section]}`}
                onClick={() => sure([section])}
              >
                Still right
              </Button>
            )}
          </Row>
        ))}
        <Row gap="8">
          {faded.length > 1 && (
            <Button variant="primary" isBusy={confirm.isRunning} onClick={() => sure(faded)}>
              All still right
            </Button>
          )}
          <LinkButton to={`/champions/${personId}?edit=1`}>Change something</LinkButton>
        </Row>
        <ActionNotice of={confirm} />
      </Stack>
    </Card>
  );
}

import { formatCalendarDay, graphql, useAction, usePageQuery } from '@flipside/platform-web';
import type { ProfileSection } from '@flipside/platform-web/gql';
import { ActionNotice, Badge, Button, Card, LinkButton, Row, Stack, Text } from '@flipside/ui';

const StillRightDocument = graphql(`
  query StillRight($personId: ID!) {
    champion(personId: $personId) {
      personId
      termEndsOn
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

const RenewTerm = graphql(`
  mutation RenewTerm {
    renewTerm {
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

/** Half a minute: one press per section that is still right, the form for what is not. And the term. */
export function StillRight({ personId }: { personId: string }) {
  const { data } = usePageQuery(StillRightDocument, { variables: { personId } });
  const confirm = useAction(ConfirmSections, { said: () => 'Thank you. Confirmed as of today.' });
  const renew = useAction(RenewTerm, { said: () => 'Good that you go on.' });
  if (!data) return null;
  const { freshness, termEndsOn } = data.champion;
  const faded = freshness.filter(({ isFresh }) => !isFresh).map(({ section }) => section);
  const sure = (sections: ProfileSection[]) => void confirm.run({ input: { sections } });
  return (
    <Card title="Still right?">
      <Stack gap="12">
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
        {faded.length > 1 && (
          <div>
            <Button variant="primary" isBusy={confirm.isRunning} onClick={() => sure(faded)}>
              All still right
            </Button>{' '}
            <LinkButton to={`/champions/${personId}?edit=1`}>Change something</LinkButton>
          </div>
        )}
        <ActionNotice of={confirm} />
        {termEndsOn && (
          <>
            <Text size="sm" tone="muted">
              Your term runs until {formatCalendarDay(termEndsOn)}. In its last 60 days you say
              whether you go on.
            </Text>
            <ActionNotice of={renew} />
            <div>
              <Button isBusy={renew.isRunning} onClick={() => void renew.run({})}>
                Go on for one more term
              </Button>
            </div>
          </>
        )}
      </Stack>
    </Card>
  );
}

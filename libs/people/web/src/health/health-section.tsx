import { usePageQuery } from '@flipside/platform-web';
import {
  Badge,
  Card,
  Faces,
  LinkButton,
  Row,
  Section,
  SkeletonCard,
  Stack,
  Text,
} from '@flipside/ui';
import '../people.css';
import { Health, WORDS } from './health-words.js';

/** On an administrator's home: how the installation does, and only what needs a look. */
export function HealthSection() {
  const page = usePageQuery(Health);
  return (
    <Faces of={page} skeleton={<SkeletonCard height={12} />}>
      {({ health: { state, checks } }) => (
        <Section
          title={WORDS[state].headline}
          actions={
            <Row gap="8">
              <LinkButton to="/health" size="small">
                All checks
              </LinkButton>
              <LinkButton to="/outbox" size="small">
                Outbox
              </LinkButton>
              <LinkButton to="/settings/access" size="small">
                Give roles
              </LinkButton>
            </Row>
          }
        >
          <Stack gap="16">
            {checks
              .filter((check) => check.state !== 'OK')
              .map((check) => (
                <Card
                  key={check.id}
                  as="article"
                  level={3}
                  title={check.title}
                  actions={<Badge tone={WORDS[check.state].tone}>{WORDS[check.state].word}</Badge>}
                >
                  <Text className="people-finding">{check.advice ?? check.finding}</Text>
                </Card>
              ))}
          </Stack>
        </Section>
      )}
    </Faces>
  );
}

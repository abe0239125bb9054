import { downloadCsv, formatCalendarDay, graphql, usePageQuery } from '@flipside/platform-web';
import { Button, Section, Stack, Text } from '@flipside/ui';
import '../champions.css';

const ChampionRecordQuery = graphql(`
  query ChampionRecord($personId: ID!) {
    champion(personId: $personId) {
      personId
      name
      timeline {
        on
        kind
        words
        actorName
      }
    }
  }
`);

/** What is on record, newest first; for the champion, who may take it along, and the programme. */
export function ChampionRecord({ personId }: { personId: string }) {
  const { data } = usePageQuery(ChampionRecordQuery, { variables: { personId } });
  const timeline = data?.champion.timeline ?? [];
  if (timeline.length === 0) return null;
  return (
    <Section title="On record">
      <Stack gap="16">
        <Stack as="ol" gap="8" className="champions-list">
          {timeline.map(({ on, words, actorName }, index) => (
            <li key={index}>
              <Text as="span">{words}</Text>{' '}
              <Text as="span" size="sm" tone="muted">
                {[formatCalendarDay(on), actorName].filter(Boolean).join(' · ')}
              </Text>
            </li>
          ))}
        </Stack>
        <div>
          <Button
            onClick={() =>
              downloadCsv(
                'record.csv',
                ['Day', 'Kind', 'What', 'By'],
                timeline.map(({ on, kind, words, actorName }) => [
                  on,
                  kind,
                  words,
                  actorName ?? '',
                ]),
              )
            }
          >
            Export
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

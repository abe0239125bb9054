import { formatNumber, graphql, usePageQuery } from '@flipside/platform-web';
import {
  DataTable,
  Faces,
  FactList,
  Headline,
  Link,
  Section,
  SkeletonTable,
  Stack,
} from '@flipside/ui';
import { daysInWords } from '../champion-words.js';

const NetworkHealth = graphql(`
  query NetworkHealth {
    networkHealth {
      heartbeat
      breadth
      freshSections
      sections
      alumniInTouch
      quiet {
        personId
        name
        unitName
        days
      }
    }
  }
`);

const SHOWN = 12;

/** Whether the network lives: confirmed acts, who falls silent, how broad nominations are, how fresh profiles. */
export function HealthSection() {
  const page = usePageQuery(NetworkHealth);
  return (
    <Section title="Heartbeat">
      <Faces of={page} skeleton={<SkeletonTable rows={5} columns={3} />}>
        {({
          networkHealth: { heartbeat, breadth, freshSections, sections, alumniInTouch, quiet },
        }) => (
          <Stack gap="24">
            <Headline notes="An act counts when somebody else confirms it: a session held, help that helped. Networks stall between day 60 and 90, so the warning comes at day 45.">
              {heartbeat}
            </Headline>
            <FactList
              facts={[
                { label: 'Breadth of nominators', value: breadth },
                {
                  label: 'Fresh profiles',
                  value: `${formatNumber(freshSections)} of ${formatNumber(sections)} sections confirmed in 180 days.`,
                },
                {
                  label: 'Alumni who may be asked',
                  value: <Link to="/champions?state=IN_TOUCH">{formatNumber(alumniInTouch)}</Link>,
                },
              ]}
            />
            {quiet.length > 0 && (
              <DataTable
                caption="Quiet for 45 days or longer"
                isCaptionShown
                rows={quiet.slice(0, SHOWN)}
                rowKey={({ personId }) => personId}
                columns={[
                  {
                    id: 'name',
                    header: 'Champion',
                    isRowHeader: true,
                    cell: ({ personId, name }) => <Link to={`/champions/${personId}`}>{name}</Link>,
                  },
                  {
                    id: 'unit',
                    header: 'Unit',
                    phone: 'line',
                    cell: ({ unitName }) => unitName ?? '',
                  },
                  {
                    id: 'days',
                    header: 'Quiet for',
                    align: 'end',
                    phone: 'aside',
                    cell: ({ days }) => daysInWords(days),
                  },
                ]}
              />
            )}
          </Stack>
        )}
      </Faces>
    </Section>
  );
}

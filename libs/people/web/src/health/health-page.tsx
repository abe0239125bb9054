import { useDates, usePageQuery } from '@flipside/platform-web';
import {
  Badge,
  Button,
  DataTable,
  Faces,
  Headline,
  Page,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import '../people.css';
import { Health, WORDS, type Check } from './health-words.js';

const columns: Column<Check>[] = [
  { id: 'title', header: 'What', isRowHeader: true, cell: ({ title }) => title },
  {
    id: 'state',
    header: 'State',
    phone: 'aside',
    cell: ({ state }) => <Badge tone={WORDS[state].tone}>{WORDS[state].word}</Badge>,
  },
  {
    id: 'finding',
    header: 'Finding',
    phone: 'bar',
    cell: ({ finding, advice }) => (
      <Stack gap="4" className="people-finding">
        <Text size="sm">{finding}</Text>
        {advice && (
          <Text size="sm" tone="muted">
            {advice}
          </Text>
        )}
      </Stack>
    ),
  },
];

/** What is wrong with the installation and what to do; the same checks as `doctor` on the command line. */
export function HealthPage() {
  const page = usePageQuery(Health);
  const dates = useDates();
  return (
    <Page
      title="Health"
      width="wide"
      actions={
        <Button isBusy={page.status === 'loading'} onClick={() => void page.refresh()}>
          Check again
        </Button>
      }
    >
      <Faces of={page} skeleton={<SkeletonTable rows={8} columns={3} />}>
        {({ health }) => (
          <Stack gap="24">
            <Headline notes={[`Checked ${dates.moment(health.checkedAt)}.`]}>
              {WORDS[health.state].headline}
            </Headline>
            <DataTable
              caption="Checks"
              columns={columns}
              rows={health.checks}
              rowKey={({ id }) => id}
            />
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

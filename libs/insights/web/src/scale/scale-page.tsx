import { formatNumber, graphql, usePageQuery } from '@flipside/platform-web';
import type { ReadyToScaleQuery } from '@flipside/platform-web/gql';
import {
  Badge,
  type Column,
  DataTable,
  EmptyState,
  Faces,
  Headline,
  IconAlertTriangle,
  IconCheck,
  Link,
  Page,
  Row,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';

const Ready = graphql(`
  query ReadyToScale {
    readyToScale {
      unitId
      name
      isReady
      reasons {
        criterion
        isMet
        sentence
      }
    }
  }
`);

type Unit = ReadyToScaleQuery['readyToScale'][number];
type Criterion = Unit['reasons'][number]['criterion'];

const reason = (id: Criterion, header: string): Column<Unit> => ({
  id,
  header,
  phone: 'line',
  cell: ({ reasons }) => {
    const found = reasons.find(({ criterion }) => criterion === id);
    if (!found) return null;
    return (
      <Row gap="8" align="start" style={{ flexWrap: 'nowrap' }}>
        {found.isMet === true && <IconCheck size={16} aria-label="Met:" role="img" />}
        {found.isMet === false && <IconAlertTriangle size={16} aria-label="Not met:" role="img" />}
        <Text as="span" tone={found.isMet == null ? 'muted' : 'ink'}>
          {found.sentence}
        </Text>
      </Row>
    );
  },
});

const columns: Column<Unit>[] = [
  {
    id: 'name',
    header: 'Department',
    isRowHeader: true,
    cell: ({ unitId, name }) => <Link to={`/coverage/${unitId}`}>{name}</Link>,
  },
  {
    id: 'state',
    header: 'State',
    phone: 'aside',
    cell: ({ isReady }) => (
      <Badge tone={isReady ? 'covered' : 'outline'}>{isReady ? 'Ready' : 'Not yet'}</Badge>
    ),
  },
  reason('COVERAGE', 'Coverage'),
  reason('LOAD', 'Load'),
  reason('RHYTHM', 'Rhythm'),
];

/** Grow the base before scaling: which departments can take in more, and what holds the others back. */
export function ScalePage() {
  const page = usePageQuery(Ready);
  return (
    <Page title="Ready to scale" width="wide">
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={8} columns={5} />}
        isEmpty={({ readyToScale }) => readyToScale.length === 0}
        empty={<EmptyState title="No departments yet">They come with the staff list.</EmptyState>}
      >
        {({ readyToScale }) => {
          const ready = readyToScale.filter(({ isReady }) => isReady).length;
          return (
            <Stack gap="24">
              <Headline notes="Ready: coverage is met, at most four fifths of the hours that champions agreed to are asked (pairings, help requests, office hours, demos, judging), and pairings meet in at least seven of ten fortnights.">
                {formatNumber(ready)} of {formatNumber(readyToScale.length)} departments can take in
                more.
              </Headline>
              <DataTable
                caption="Departments"
                columns={columns}
                rows={readyToScale}
                rowKey={({ unitId }) => unitId}
              />
            </Stack>
          );
        }}
      </Faces>
    </Page>
  );
}

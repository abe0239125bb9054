import {
  formatCalendarDay,
  formatNumber,
  graphql,
  usePageQuery,
  useUrlState,
} from '@flipside/platform-web';
import type { CoverageTrendQuery } from '@flipside/platform-web/gql';
import {
  type Column,
  DataTable,
  EmptyState,
  Figure,
  LinkButton,
  Faces,
  Section,
  SegmentedControl,
  Skeleton,
  Stack,
  StepsFigure,
  Text,
} from '@flipside/ui';
import { useRef } from 'react';
import { ExportMenu } from './export-menu.js';

const Trend = graphql(`
  query CoverageTrend($unitId: ID, $structure: TrendStructure!) {
    coverageTrend(unitId: $unitId, structure: $structure) {
      on
      people
      champions
      required
      gap
      isReconstructed
      isReorganised
      rounds
    }
  }
`);

type Point = CoverageTrendQuery['coverageTrend'][number];

const columns: Column<Point>[] = [
  {
    id: 'on',
    header: 'Day',
    isRowHeader: true,
    cell: ({ on, isReconstructed, isReorganised, rounds }) =>
      `${formatCalendarDay(on)}${isReconstructed ? ' *' : ''}${isReorganised ? ', re-organised' : ''}${rounds > 0 ? ', round' : ''}`,
  },
  { id: 'people', header: 'People', align: 'end', cell: ({ people }) => formatNumber(people) },
  { id: 'need', header: 'Needed', align: 'end', cell: ({ required }) => formatNumber(required) },
  { id: 'have', header: 'Active', align: 'end', cell: ({ champions }) => formatNumber(champions) },
  {
    id: 'gap',
    header: 'Gap',
    align: 'end',
    phone: 'aside',
    cell: ({ gap }) => (gap > 0 ? `−${formatNumber(gap)}` : 'ok'),
  },
];

/** Need and active champions by month; the hatch between them is the gap in people. */
export function TrendSection({ unitId, name }: { unitId: string | null; name: string }) {
  const figure = useRef<HTMLDivElement>(null);
  const [url, setUrl] = useUrlState({ structure: 'TODAY' });
  const structure = url.structure === 'THEN' ? 'THEN' : 'TODAY';
  const page = usePageQuery(Trend, { variables: { unitId, structure } });
  const points = page.data?.coverageTrend ?? [];
  return (
    <Section
      title="Trend"
      lead={finding(points)}
      actions={
        <ExportMenu
          name="coverage-trend"
          title={`Coverage trend of ${name}`}
          asOf={points.at(-1)?.on ?? ''}
          filters={structure === 'TODAY' ? 'On today’s structure' : 'On the structure of each time'}
          header={[
            'Day',
            'People',
            'Needed',
            'Active',
            'Missing',
            'Reconstructed',
            'Re-organised',
            'Matching rounds',
          ]}
          figure={figure}
          rows={() =>
            points.map((point) => [
              point.on,
              point.people,
              point.required,
              point.champions,
              point.gap,
              point.isReconstructed ? 'yes' : 'no',
              point.isReorganised ? 'yes' : 'no',
              point.rounds,
            ])
          }
        />
      }
    >
      <Faces of={page} skeleton={<Skeleton lines={6} />}>
        {({ coverageTrend }) =>
          coverageTrend.length < 2 ? (
            <EmptyState
              level={3}
              title="No trend yet"
              action={<LinkButton to="/coverage/forecast">See what is likely next</LinkButton>}
            >
              A point is kept at the end of every month; two of them make a line. Nothing needs to
              be done for it.
            </EmptyState>
          ) : (
            <Stack gap="16">
              <div>
                <SegmentedControl
                  aria-label="Structure"
                  data={[
                    { value: 'TODAY', label: 'Today’s structure' },
                    { value: 'THEN', label: 'Structure of the time' },
                  ]}
                  value={structure}
                  onChange={(value) => setUrl({ structure: value })}
                />
              </div>
              <Figure frame={figure} table={<TrendTable points={coverageTrend} />}>
                <StepsFigure
                  name={finding(coverageTrend)}
                  needLabel="Needed"
                  haveLabel="Active"
                  points={coverageTrend.map(({ on, required, champions, ...point }) => ({
                    at: Date.parse(on),
                    label: formatCalendarDay(on),
                    need: required,
                    have: champions,
                    note: noteOf(point),
                  }))}
                />
              </Figure>
            </Stack>
          )
        }
      </Faces>
    </Section>
  );
}

function TrendTable({ points }: { points: readonly Point[] }) {
  return (
    <>
      <DataTable
        caption="Trend"
        columns={columns}
        rows={points.toReversed()}
        rowKey={({ on }) => on}
      />
      {points.some(({ isReconstructed }) => isReconstructed) && (
        <Text size="sm" tone="muted">
          * Put together later from the dates in the staff list; nobody saw this figure on that day.
        </Text>
      )}
    </>
  );
}

/** What happened in the month before a point. */
function noteOf({
  isReorganised,
  rounds,
}: Pick<Point, 'isReorganised' | 'rounds'>): string | undefined {
  const round = rounds > 0 ? 'Round' : '';
  return [isReorganised ? 'Re-organised' : '', round].filter(Boolean).join(', ') || undefined;
}

/** "The gap went from 6 in Nov 2024 to 2 today." */
function finding(points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return '';
  const then = formatCalendarDay(first.on);
  return first.gap === last.gap
    ? `${formatNumber(last.gap)} missing today, as many as on ${then}.`
    : `${formatNumber(last.gap)} missing today, ${formatNumber(first.gap)} on ${then}.`;
}

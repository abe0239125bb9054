import { formatNumber, graphql, usePageQuery } from '@flipside/platform-web';
import type { CoverageLevelsQuery } from '@flipside/platform-web/gql';
import {
  type Column,
  CoverageBar,
  DataTable,
  EmptyState,
  Faces,
  SkeletonTable,
  Stack,
  StatusMark,
  Text,
} from '@flipside/ui';
import { statusOf } from '../champion-words.js';

const Levels = graphql(`
  query CoverageLevels($asOf: Day) {
    coverageByLevel(asOf: $asOf) {
      level
      isExecutive
      people
      champions
      required
      gap
      state
      ratioText
    }
  }
`);

type Level = CoverageLevelsQuery['coverageByLevel'][number];

const columns: Column<Level>[] = [
  {
    id: 'level',
    header: 'Level',
    isRowHeader: true,
    cell: ({ level, isExecutive }) =>
      level == null ? 'No level given' : `Level ${level}${isExecutive ? ', executives' : ''}`,
  },
  {
    id: 'state',
    header: 'State',
    phone: 'line',
    cell: ({ state }) => <StatusMark status={statusOf(state)} />,
  },
  { id: 'people', header: 'People', align: 'end', cell: ({ people }) => formatNumber(people) },
  {
    id: 'have',
    header: 'Have / need',
    cell: ({ state, champions, required }) =>
      state === 'POOLED'
        ? formatNumber(champions)
        : `${formatNumber(champions)} of ${formatNumber(required)}`,
  },
  {
    id: 'bar',
    header: 'Against target',
    phone: 'bar',
    width: '18%',
    cell: ({ champions, required }) =>
      required > 0 && <CoverageBar have={champions} need={required} />,
  },
  {
    id: 'gap',
    header: 'Gap',
    align: 'end',
    phone: 'aside',
    cell: ({ gap }) => (gap > 0 ? `−${formatNumber(gap)}` : '–'),
  },
  { id: 'ratio', header: 'Ratio', phone: 'hidden', cell: ({ ratioText }) => ratioText },
];

/** The same people by level: champions near the ground do not help where nobody near the top has one. */
export function LevelTable({ asOf }: { asOf: string | null }) {
  const page = usePageQuery(Levels, { variables: { asOf } });
  return (
    <Faces
      of={page}
      skeleton={<SkeletonTable rows={6} columns={6} />}
      isEmpty={({ coverageByLevel }) => coverageByLevel.length === 0}
      empty={<EmptyState title="No levels yet">Levels come with the staff list.</EmptyState>}
    >
      {({ coverageByLevel }) => (
        <Stack gap="16">
          <DataTable
            caption="Coverage by level"
            columns={columns}
            rows={coverageByLevel}
            rowKey={({ level }) => String(level)}
          />
          <Text size="sm" tone="muted">
            Another cut of the same people, by the same formulas; levels add up to the company. 1 is
            the top.
          </Text>
        </Stack>
      )}
    </Faces>
  );
}

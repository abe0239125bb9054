import { formatNumber, graphql, usePageQuery, useUrlState } from '@flipside/platform-web';
import type { CoverageLevelsQuery, CoverageLevelsQueryVariables } from '@flipside/platform-web/gql';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  LinkButton,
  Faces,
  Figure,
  Section,
  SkeletonTable,
  Stack,
  StatusMark,
  Text,
} from '@flipside/ui';
import { useRef } from 'react';
import { statusOf } from '../champion-words.js';
import { countColumns } from './coverage-cells.js';
import { ExportMenu } from './export-menu.js';
import { LevelRecruit } from './level-recruit.js';

const Levels = graphql(`
  query CoverageLevels($asOf: Day, $basis: CoverageBasis, $skill: String) {
    coverageByLevel(asOf: $asOf, basis: $basis, skill: $skill) {
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

const columnsWith = (onRecruit: (level: number) => void): Column<Level>[] => [
  {
    id: 'level',
    header: 'Level',
    isRowHeader: true,
    cell: levelInWords,
  },
  {
    id: 'state',
    header: 'State',
    phone: 'line',
    cell: ({ state }) => <StatusMark status={statusOf(state)} />,
  },
  ...countColumns,
  { id: 'ratio', header: 'Ratio', phone: 'hidden', cell: ({ ratioText }) => ratioText },
  {
    id: 'action',
    header: 'Action',
    isHeaderHidden: true,
    align: 'end',
    cell: ({ level, gap }) =>
      gap > 0 &&
      (level == null ? (
        // Nobody belongs to a band that nobody has named.
        <LinkButton size="small" to="/import">
          Give levels
        </LinkButton>
      ) : (
        <Button
          size="small"
          aria-label={`Recruit in level ${level}`}
          onClick={() => onRecruit(level)}
        >
          Recruit
        </Button>
      )),
  },
];

/** The same people by level: champions near the ground do not help where nobody near the top has one. */
export function LevelTable({
  day,
  on,
  filters,
}: {
  /** The day that the figures are of, for the name of the file. */
  day: string;
  on: CoverageLevelsQueryVariables;
  filters: string;
}) {
  const figure = useRef<HTMLDivElement>(null);
  const [url, setUrl] = useUrlState({ level: '', within: '' });
  const page = usePageQuery(Levels, { variables: on });
  const columns = columnsWith((level) => setUrl({ level: String(level), within: '' }));
  return (
    <Faces
      of={page}
      skeleton={<SkeletonTable rows={6} columns={6} />}
      isEmpty={({ coverageByLevel }) => coverageByLevel.length === 0}
      empty={
        <EmptyState
          title="No levels yet"
          action={<LinkButton to="/import">Import the staff list</LinkButton>}
        >
          Levels follow from who reports to whom: add a column with the manager, or one with the
          level.
        </EmptyState>
      }
    >
      {({ coverageByLevel: levels }) => (
        <Section
          title="By level"
          lead={finding(levels)}
          actions={
            <ExportMenu
              name="coverage-levels"
              title="Coverage by level"
              asOf={day}
              filters={filters}
              figure={figure}
              header={['Level', 'People', 'Champions', 'Needed', 'Missing', 'State', 'Ratio']}
              rows={() =>
                levels.map((row) => [
                  levelInWords(row),
                  row.people,
                  row.champions,
                  row.state === 'POOLED' ? '' : row.required,
                  row.state === 'POOLED' ? '' : row.gap,
                  row.state.toLowerCase(),
                  row.ratioText,
                ])
              }
            />
          }
        >
          <Stack gap="16">
            <Figure frame={figure}>
              <DataTable
                caption="Coverage by level"
                columns={columns}
                rows={levels}
                rowKey={({ level }) => String(level)}
              />
            </Figure>
            {/^\d+$/u.test(url.level) && (
              <LevelRecruit
                level={Number(url.level)}
                within={url.within}
                onWithin={(within) => setUrl({ within })}
                onClose={() => setUrl({ level: '', within: '' })}
              />
            )}
            <Text size="sm" tone="muted">
              Another cut of the same people, by the same formulas; levels add up to the company. 1
              is the top.
            </Text>
          </Stack>
        </Section>
      )}
    </Faces>
  );
}

function levelInWords({ level, isExecutive }: Level): string {
  return level == null ? 'No level given' : `Level ${level}${isExecutive ? ', executives' : ''}`;
}

/** "3 levels lack champions; most are missing at level 4: 5 of 9." */
function finding(levels: readonly Level[]): string {
  const short = levels.filter(({ gap }) => gap > 0).toSorted((a, b) => b.gap - a.gap);
  const [worst] = short;
  if (!worst) return 'Every level has its champions.';
  const where = levelInWords(worst).toLowerCase();
  const has = `${formatNumber(worst.champions)} of ${formatNumber(worst.required)}`;
  return short.length === 1
    ? `One level lacks champions, ${where}: ${has}.`
    : `${formatNumber(short.length)} levels lack champions; most are missing at ${where}: ${has}.`;
}

import { graphql, usePageQuery, useUrlState } from '@flipside/platform-web';
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
  query CoverageLevels(
    $asOf: Day
    $basis: CoverageBasis
    $skill: String
    $unitId: ID
    $locationId: ID
  ) {
    coverageByLevel(
      asOf: $asOf
      basis: $basis
      skill: $skill
      unitId: $unitId
      locationId: $locationId
    ) {
      basis
      placeName
      sentence
      levels {
        level
        name
        people
        champions
        required
        gap
        state
        ratioText
      }
    }
  }
`);

type Level = CoverageLevelsQuery['coverageByLevel']['levels'][number];

/** @param whoHasNone where people without a level are listed */
const columnsWith = (onRecruit: (level: number) => void, whoHasNone: string): Column<Level>[] => [
  {
    id: 'level',
    header: 'Level',
    isRowHeader: true,
    cell: ({ name }) => name,
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
      // Nobody belongs to a band that nobody has named: they need a level before they are asked.
      level == null ? (
        <LinkButton size="small" to={whoHasNone}>
          See who
        </LinkButton>
      ) : (
        gap > 0 && (
          <Button
            size="small"
            aria-label={`Recruit in level ${level}`}
            onClick={() => onRecruit(level)}
          >
            Recruit
          </Button>
        )
      ),
  },
];

interface LevelTableProps {
  /** The day that the figures are of, for the name of the file. */
  day: string;
  /** Also of which unit or site; of everybody if neither is given. */
  on: CoverageLevelsQueryVariables;
  filters: string;
}

/** The same people by level: champions near the ground do not help where nobody near the top has one. */
export function LevelTable({ day, on, filters }: LevelTableProps) {
  const figure = useRef<HTMLDivElement>(null);
  const [url, setUrl] = useUrlState({ level: '', within: '' });
  const page = usePageQuery(Levels, { variables: on });
  const place = new URLSearchParams({
    level: 'none',
    ...(on.unitId && { unit: on.unitId }),
    ...(on.locationId && { location: on.locationId }),
  });
  const columns = columnsWith(
    (level) => setUrl({ level: String(level), within: '' }),
    `/people?${place.toString()}`,
  );
  const isPast = on.asOf != null && on.basis !== 'RECORDS';
  return (
    <Faces
      of={page}
      skeleton={<SkeletonTable rows={6} columns={6} />}
      isEmpty={({ coverageByLevel }) => coverageByLevel.levels.length === 0}
      empty={
        <EmptyState
          title="No levels yet"
          action={<LinkButton to="/import">Import the staff list</LinkButton>}
        >
          {WHERE_FROM}
        </EmptyState>
      }
    >
      {({ coverageByLevel: { levels, sentence, placeName, basis } }) => (
        <Section
          title="By level"
          lead={sentence}
          actions={
            <ExportMenu
              name={placeName ? `coverage-levels-${placeName}` : 'coverage-levels'}
              title={placeName ? `Coverage by level, ${placeName}` : 'Coverage by level'}
              asOf={day}
              filters={filters}
              figure={figure}
              header={['Level', 'People', 'Champions', 'Needed', 'Missing', 'State', 'Ratio']}
              rows={() =>
                levels.map((row) => [
                  row.name,
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
                within={url.within || (on.unitId ?? '')}
                locationId={on.locationId ?? null}
                onWithin={(within) => setUrl({ within })}
                onClose={() => setUrl({ level: '', within: '' })}
              />
            )}
            <Text size="sm" tone="muted">
              Another cut of the same people, by the same formulas: people and champions add up to{' '}
              {placeName ?? 'the company'}, what is missing does not. A level with too few people
              for a target of its own is counted with the others. 1 is the top.
              {isPast && basis === 'RECORDS' && ' Counted from records as known now.'}
              {levels.some(({ level }) => level == null) && ` To give levels: ${WHERE_FROM}`}
            </Text>
          </Stack>
        </Section>
      )}
    </Faces>
  );
}

const WHERE_FROM =
  'Levels follow from who reports to whom: add a column with the manager to the staff list, or one with the level, and import it again.';

import { formatCalendarDay, formatNumber } from '@flipside/platform-web';
import type { CoverageUnitPageQuery } from '@flipside/platform-web/gql';
import {
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Figure,
  Link,
  PersonName,
  Section,
} from '@flipside/ui';
import { useRef } from 'react';
import {
  CHAMPION_STATE_TONES,
  CHAMPION_STATE_WORDS,
  daysInWords,
  STAGE_WORDS,
} from '../champion-words.js';
import { countColumns, StateCell } from './coverage-cells.js';
import { UNIT_CSV_HEADER, unitCsvRows } from './coverage-csv.js';
import { ExportMenu } from './export-menu.js';

type Story = CoverageUnitPageQuery['coverageUnit'];
type Child = Story['children'][number];
type Champion = Story['champions']['people'][number];
type Nomination = Story['nominations'][number];

const championColumns: Column<Champion>[] = [
  {
    id: 'name',
    header: 'Champion',
    isRowHeader: true,
    cell: ({ personId, name, title }) => (
      <Link to={`/champions/${personId}`}>
        <PersonName name={name} note={title} />
      </Link>
    ),
  },
  { id: 'unit', header: 'Unit', cell: ({ unitName }) => unitName ?? '' },
  { id: 'skills', header: 'Good at', cell: ({ skills }) => skills.slice(0, 3).join(', ') },
  {
    id: 'state',
    header: 'State',
    phone: 'aside',
    cell: ({ state, startsOn, restsUntil, endsOn }) => (
      <Badge tone={CHAMPION_STATE_TONES[state]}>
        {CHAMPION_STATE_WORDS[state]}
        {startsOn && ` from ${formatCalendarDay(startsOn)}`}
        {restsUntil && ` until ${formatCalendarDay(restsUntil)}`}
        {endsOn && `, stops on ${formatCalendarDay(endsOn)}`}
      </Badge>
    ),
  },
];

export function UnitChampions({ story: { champions, unit } }: { story: Story }) {
  const { people, active, resting, approved } = champions;
  const more = active + resting + approved - people.length;
  return (
    <Section title={championsInWords(champions)}>
      {people.length === 0 ? (
        <EmptyState level={3} title="No champion here yet">
          Whoever is named or approved stands here.
        </EmptyState>
      ) : (
        <DataTable
          caption="Champions"
          columns={championColumns}
          rows={people}
          rowKey={({ personId }) => personId}
        />
      )}
      {more > 0 && (
        <Link to={`/champions?unit=${unit.id}`}>
          The other {formatNumber(more)} stand in the directory
        </Link>
      )}
    </Section>
  );
}

const nominationColumns: Column<Nomination>[] = [
  {
    id: 'name',
    header: 'Nominee',
    isRowHeader: true,
    cell: ({ id, nomineeName }) => <Link to={`/recruiting?open=${id}`}>{nomineeName}</Link>,
  },
  { id: 'unit', header: 'Unit', cell: ({ unitName }) => unitName ?? '' },
  { id: 'stage', header: 'Stage', phone: 'aside', cell: ({ stage }) => STAGE_WORDS[stage] },
  {
    id: 'days',
    header: 'In this stage',
    align: 'end',
    cell: ({ daysInStage }) => daysInWords(daysInStage),
  },
];

export function UnitNominations({ nominations }: { nominations: Nomination[] }) {
  if (nominations.length === 0) return null;
  return (
    <Section title={`On the way (${formatNumber(nominations.length)})`}>
      <DataTable
        caption="Nominations under way"
        columns={nominationColumns}
        rows={nominations}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

export function UnitChildren({
  story: { unit, asOf, children },
  query,
  onRecruit,
}: {
  story: Story;
  query: string;
  onRecruit: (unitId: string) => void;
}) {
  const figure = useRef<HTMLDivElement>(null);
  if (children.length === 0) return null;
  const columns: Column<Child>[] = [
    {
      id: 'name',
      header: 'Unit',
      isRowHeader: true,
      cell: ({ id, name }) => <Link to={`/coverage/${id}${query}`}>{name}</Link>,
    },
    {
      id: 'state',
      header: 'State',
      cell: (child) => <StateCell node={child} />,
    },
    ...countColumns,
    { id: 'below', header: 'Below', cell: ({ belowText }) => belowText },
    {
      id: 'action',
      header: 'Action',
      isHeaderHidden: true,
      align: 'end',
      cell: ({ id, name, gap }) =>
        gap > 0 && (
          <Button size="small" aria-label={`Recruit in ${name}`} onClick={() => onRecruit(id)}>
            Recruit
          </Button>
        ),
    },
  ];
  return (
    <Section
      title="Units below"
      lead="Each by its own arithmetic; they do not add up to the unit above."
      actions={
        <ExportMenu
          name={`coverage-below-${unit.name}`}
          title={`Coverage of the units below ${unit.name}`}
          asOf={asOf}
          filters="None"
          header={UNIT_CSV_HEADER}
          rows={() => unitCsvRows(children)}
          figure={figure}
        />
      }
    >
      <Figure frame={figure}>
        <DataTable
          caption="Units below"
          columns={columns}
          rows={children}
          rowKey={({ id }) => id}
        />
      </Figure>
    </Section>
  );
}

/** "Champions (27 active, 4 resting)": only the active ones count. */
function championsInWords(champions: Story['champions']): string {
  const states = (['active', 'resting', 'approved'] as const).flatMap((state) =>
    champions[state] > 0 ? [`${formatNumber(champions[state])} ${state}`] : [],
  );
  return states.length > 0 ? `Champions (${states.join(', ')})` : 'Champions';
}

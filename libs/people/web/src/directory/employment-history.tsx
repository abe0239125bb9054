import { addDays } from '@flipside/kernel';
import { formatCalendarDay, graphql, holdsAny, useViewer } from '@flipside/platform-web';
import { DataTable, EmptyState, Link, LinkButton, Section, type Column } from '@flipside/ui';

graphql(`
  fragment EmploymentHistory on PersonRecord {
    history {
      validFrom
      validTo
      unit {
        id
        name
      }
      location {
        id
        name
      }
      manager {
        id
        name
      }
      level
      employmentType
      isOnLeave
      fte
    }
  }
`);

interface Period {
  validFrom: string;
  validTo?: string | null | undefined;
  unit?: { name: string } | null | undefined;
  location?: { name: string } | null | undefined;
  manager?: { id: string; name: string } | null | undefined;
  level?: number | null | undefined;
  employmentType: string;
  isOnLeave: boolean;
  fte: number;
}

/** The period ends the day before `validTo`. */
const lastDay = (validTo: string): string => addDays(validTo, -1);

const span = ({ validFrom, validTo }: Period): string =>
  `${formatCalendarDay(validFrom)} – ${validTo ? formatCalendarDay(lastDay(validTo)) : 'today'}`;

const kind = ({ employmentType, isOnLeave, fte, level }: Period): string =>
  [
    employmentType,
    ...(level === null || level === undefined ? [] : [`level ${level}`]),
    ...(fte === 1 ? [] : [`${Math.round(fte * 100)} % of full time`]),
    ...(isOnLeave ? ['on leave'] : []),
  ].join(', ');

const columns: Column<Period>[] = [
  { id: 'span', header: 'Period', isRowHeader: true, cell: span },
  { id: 'unit', header: 'Unit', cell: (period) => period.unit?.name ?? '–' },
  { id: 'location', header: 'Location', cell: (period) => period.location?.name ?? '–' },
  {
    id: 'manager',
    header: 'Manager',
    cell: ({ manager }) =>
      manager ? <Link to={`/people/${manager.id}`}>{manager.name}</Link> : '–',
  },
  { id: 'kind', header: 'Employment', cell: kind },
];

/** Where somebody stood in every period: what past coverage was counted from. */
export function EmploymentHistory({ periods }: { periods: readonly Period[] }) {
  const viewer = useViewer();
  return (
    <Section title="History" lead="Coverage on any past day is counted from these periods.">
      {periods.length === 0 ? (
        <EmptyState
          level={3}
          title="No employment yet"
          action={
            holdsAny(viewer, ['HR_LEAD']) && (
              <LinkButton to="/import">Import the staff list</LinkButton>
            )
          }
        >
          The next import of the staff list brings unit, place and manager.
        </EmptyState>
      ) : (
        <DataTable
          caption="Employment periods"
          columns={columns}
          rows={periods}
          rowKey={(period) => period.validFrom}
        />
      )}
    </Section>
  );
}

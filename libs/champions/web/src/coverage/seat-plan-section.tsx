import { formatCalendarDay, formatNumber, graphql, useAction } from '@flipside/platform-web';
import type { CoverageUnitPageQuery } from '@flipside/platform-web/gql';
import { ActionNotice, Button, type Column, DataTable, Link, Section, Stack } from '@flipside/ui';

const PlanAnew = graphql(`
  mutation PlanSeatsAnew($unitId: ID!) {
    planSeatsAnew(unitId: $unitId) {
      quarter
      isFrozen
    }
  }
`);

type Story = CoverageUnitPageQuery['coverageUnit'];
type Seat = Story['seatPlan']['seats'][number];

const columns: Column<Seat>[] = [
  {
    id: 'unit',
    header: 'Unit',
    isRowHeader: true,
    cell: ({ unit }) => <Link to={`/coverage/${unit.id}`}>{unit.name}</Link>,
  },
  { id: 'people', header: 'People', align: 'end', cell: ({ unit }) => formatNumber(unit.people) },
  {
    id: 'seats',
    header: 'Seats planned',
    align: 'end',
    phone: 'aside',
    cell: ({ seats }) => formatNumber(seats),
  },
  {
    id: 'have',
    header: 'Champions',
    align: 'end',
    cell: ({ unit }) => formatNumber(unit.champions),
  },
];

/** Only where it would move a seat. */
const anew: Column<Seat> = {
  id: 'today',
  header: 'Planned anew',
  align: 'end',
  cell: ({ seats, seatsToday }) => (seats === seatsToday ? '–' : formatNumber(seatsToday)),
};

/** The seats a unit needs, split among the units right below it; they stay put for a quarter. */
export function SeatPlanSection({ story: { unit, seatPlan } }: { story: Story }) {
  const plan = useAction(PlanAnew, { said: () => 'The quarter is planned anew.' });
  if (seatPlan.seats.length === 0 || unit.required === 0) return null;
  const hasMoved = seatPlan.seats.some(({ seats, seatsToday }) => seats !== seatsToday);
  return (
    <Section
      title="Where the seats go"
      lead={`${formatNumber(unit.required)} ${unit.required === 1 ? 'seat' : 'seats'} split by people${
        seatPlan.isFrozen
          ? `, frozen for the quarter from ${formatCalendarDay(seatPlan.quarter)}`
          : ''
      }. They add up to what ${unit.name} needs as a whole.`}
      actions={
        hasMoved && (
          <Button
            size="small"
            isBusy={plan.isRunning}
            onClick={() => void plan.run({ unitId: unit.id })}
          >
            Plan anew
          </Button>
        )
      }
    >
      <Stack gap="16">
        <ActionNotice of={plan} />
        <DataTable
          caption="Planned seats"
          columns={hasMoved ? [...columns, anew] : columns}
          rows={seatPlan.seats}
          rowKey={({ unit: each }) => each.id}
        />
      </Stack>
    </Section>
  );
}

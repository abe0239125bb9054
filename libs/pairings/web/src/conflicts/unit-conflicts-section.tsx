import { useRef } from 'react';
import { graphql, useAction, useDates, usePageQuery } from '@flipside/platform-web';
import type { UnitConflictsQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  DataTable,
  EmptyState,
  Faces,
  Link,
  PersonName,
  Section,
  SkeletonTable,
  Stack,
  type Column,
} from '@flipside/ui';
import { NoteUnitConflict } from './note-conflict-sheet.js';

const UnitConflicts = graphql(`
  query UnitConflicts {
    unitConflicts {
      id
      reason
      notedAt
      person {
        id
        name
        title
      }
      unit {
        id
        name
      }
      notedBy {
        id
        name
      }
    }
  }
`);

const EndUnitConflict = graphql(`
  mutation EndUnitConflict($input: EndUnitConflictInput!) {
    endUnitConflict(input: $input) {
      conflictId
    }
  }
`);

type Conflict = UnitConflictsQuery['unitConflicts'][number];

/** A person and a unit: conflicts of interest. */
export function UnitConflictsSection({ onNote }: { onNote: () => void }) {
  const page = usePageQuery(UnitConflicts);
  const button = (
    <Button variant="primary" onClick={onNote}>
      Keep somebody out of a unit
    </Button>
  );
  return (
    <Section
      title="A person and a unit"
      lead="Conflicts of interest: an auditor and the department they audit. Units below it are meant as well."
      actions={page.data && page.data.unitConflicts.length > 0 ? button : undefined}
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={3} columns={4} />}
        isEmpty={({ unitConflicts }) => unitConflicts.length === 0}
        empty={
          <EmptyState title="Nobody is kept out of a unit" action={button} level={3}>
            Note it here once, and every round from then on holds it. Pairings that run already go
            on.
          </EmptyState>
        }
      >
        {({ unitConflicts }) => <Conflicts conflicts={unitConflicts} />}
      </Faces>
    </Section>
  );
}

function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const dates = useDates();
  const ended = useRef<Conflict>(null);
  const note = useAction(NoteUnitConflict);
  const end = useAction(EndUnitConflict, {
    said: () =>
      `${ended.current?.person.name} may be paired with people of ${ended.current?.unit.name} again.`,
    undo: () => {
      const before = ended.current;
      return before !== null
        ? () =>
            void note.run({
              input: {
                personId: before.person.id,
                unitId: before.unit.id,
                reason: before.reason ?? null,
              },
            })
        : undefined;
    },
  });
  const columns: Column<Conflict>[] = [
    {
      id: 'person',
      header: 'Person',
      isRowHeader: true,
      cell: ({ person }) => (
        <Link to={`/people/${person.id}`}>
          <PersonName name={person.name} note={person.title} />
        </Link>
      ),
    },
    { id: 'unit', header: 'Kept out of', phone: 'line', cell: ({ unit }) => unit.name },
    { id: 'reason', header: 'Reason', phone: 'line', cell: ({ reason }) => reason ?? '–' },
    {
      id: 'noted',
      header: 'Noted',
      phone: 'line',
      cell: ({ notedAt, notedBy }) =>
        [dates.day(notedAt), notedBy && `by ${notedBy.name}`].filter(Boolean).join(' '),
    },
    {
      id: 'actions',
      header: 'Actions',
      isHeaderHidden: true,
      phone: 'aside',
      cell: (conflict) => (
        <Button
          size="small"
          variant="quiet"
          disabled={end.isRunning}
          aria-label={`End: ${conflict.person.name} and ${conflict.unit.name}`}
          onClick={() => {
            ended.current = conflict;
            void end.run({ input: { conflictId: conflict.id } });
          }}
        >
          End
        </Button>
      ),
    },
  ];
  return (
    <Stack gap="12">
      <ActionNotice of={end} />
      <ActionNotice of={note} />
      <DataTable
        caption="People kept out of a unit"
        columns={columns}
        rows={[...conflicts]}
        rowKey={({ id }) => id}
      />
    </Stack>
  );
}

import { Suspense, useState } from 'react';
import { PersonSearch, type FoundPerson } from '@flipside/champions-web';
import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import { ActionNotice, Button, FormActions, Select, Sheet, Stack, TextInput } from '@flipside/ui';
import { plural } from '../pairing-words.js';

export const NoteUnitConflict = graphql(`
  mutation NoteUnitConflict($input: NoteUnitConflictInput!) {
    noteUnitConflict(input: $input) {
      ... on NoteUnitConflictPayload {
        live
        conflict {
          id
          person {
            id
            name
          }
          unit {
            id
            name
          }
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

const UnitsToKeepOutOf = graphql(`
  query UnitsToKeepOutOf {
    orgUnits {
      depth
      unit {
        id
        name
      }
    }
  }
`);

/** Keeps somebody out of a unit from now on. */
export function NoteConflictSheet({ onClose }: { onClose: () => void }) {
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const [unitId, setUnitId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const units = usePageQuery(UnitsToKeepOutOf);
  const note = useAction(NoteUnitConflict, {
    said: ({ live, conflict }) =>
      `${conflict.person.name} is kept out of ${conflict.unit.name}.${
        live > 0
          ? ` ${plural(live, 'pairing goes', 'pairings go')} on; end it if it should stop.`
          : ''
      }`,
    onDone: onClose,
  });
  const missing = (value: unknown, words: string) => (isAsked && !value ? words : undefined);
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="Keep somebody out of a unit"
      lead="No round pairs them with anybody of the unit or the units below it, on either side."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!person || !unitId) return;
          void note.run({
            input: { personId: person.id, unitId, reason: reason.trim() || null },
          });
        }}
      >
        <Stack gap="16">
          <Suspense fallback={null}>
            <PersonSearch
              label="Person"
              value={person}
              onChange={setPerson}
              error={missing(person, 'Choose a person') ?? note.errorFor('personId')}
            />
          </Suspense>
          <Select
            label="Unit"
            searchable
            placeholder="Choose a unit"
            // The whole company stands at the top: keeping somebody out of it is leaving the programme.
            data={
              units.data?.orgUnits.map(({ unit }) => ({ value: unit.id, label: unit.name })) ?? []
            }
            value={unitId}
            onChange={setUnitId}
            error={missing(unitId, 'Choose a unit') ?? note.errorFor('unitId')}
          />
          <TextInput
            label="Reason (optional)"
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.currentTarget.value)}
            audience="PROGRAMME"
            audienceNote="Only HR leads can read this. The person and the unit never see it."
          />
          <ActionNotice of={note} />
          <FormActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isBusy={note.isRunning}>
              Keep out
            </Button>
          </FormActions>
        </Stack>
      </form>
    </Sheet>
  );
}

import { formatCalendarDay, graphql, useAction } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  DateField,
  NumberInput,
  Sheet,
  Stack,
  TextInput,
} from '@flipside/ui';
import { useState } from 'react';
import { entriesOf } from '../champion-words.js';
import { type FoundPerson, PersonSearch } from '../person-search.js';

const NameChampion = graphql(`
  mutation NameChampion($input: NameChampionArgs!) {
    nameChampion(input: $input) {
      ... on ChampionPayload {
        champion {
          personId
          name
          state
          startsOn
        }
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

interface NameChampionSheetProps {
  unitId: string | undefined;
  onClose: () => void;
}

/** HR makes somebody a champion. What is left empty comes from the programme's rules. */
export function NameChampionSheet({ unitId, onClose }: NameChampionSheetProps) {
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const [startsOn, setStartsOn] = useState('');
  const [capacity, setCapacity] = useState<number | string>('');
  const [hours, setHours] = useState<number | string>('');
  const [skills, setSkills] = useState('');
  const [isPressed, setPressed] = useState(false);
  const name = useAction(NameChampion, {
    said: ({ champion }) =>
      champion.startsOn
        ? `${champion.name} is a champion from ${formatCalendarDay(champion.startsOn)}.`
        : `${champion.name} is a champion.`,
    onDone: onClose,
  });

  function submit() {
    setPressed(true);
    if (!person) return;
    void name.run({
      input: {
        personId: person.id,
        ...(startsOn && { startsOn }),
        ...(typeof capacity === 'number' && { capacity }),
        ...(typeof hours === 'number' && { agreedHours: hours }),
        ...(skills && { skills: entriesOf(skills) }),
      },
    });
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="Name a champion"
      lead="They get a mail that says from when, and complete their profile themselves."
      footer={
        <Button variant="primary" isBusy={name.isRunning} onClick={submit}>
          {person ? `Name ${person.name}` : 'Name a champion'}
        </Button>
      }
    >
      <Stack gap="16">
        <PersonSearch
          label="Person"
          value={person}
          onChange={setPerson}
          unitId={unitId}
          error={isPressed && !person ? 'Choose a person' : name.errorFor('personId')}
        />
        <DateField
          label="First day"
          description="Today if left empty."
          value={startsOn}
          onChange={(event) => setStartsOn(event.currentTarget.value)}
          error={name.errorFor('startsOn')}
        />
        <NumberInput
          label="Most pairings at a time"
          description="The programme’s usual number if left empty."
          min={0}
          max={20}
          value={capacity}
          onChange={setCapacity}
          error={name.errorFor('capacity')}
        />
        <NumberInput
          label="Hours a month"
          description="The programme’s usual number if left empty."
          min={0}
          max={40}
          value={hours}
          onChange={setHours}
          error={name.errorFor('agreedHours')}
        />
        <TextInput
          label="Good at"
          description="Separate by commas. The champion can change it."
          value={skills}
          onChange={(event) => setSkills(event.currentTarget.value)}
          error={name.errorFor('skills')}
          audience="EVERYONE"
        />
        <ActionNotice of={name} />
      </Stack>
    </Sheet>
  );
}

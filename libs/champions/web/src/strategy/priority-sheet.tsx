import { graphql, useAction } from '@flipside/platform-web';
import type { PriorityKind } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  MultiSelect,
  NumberInput,
  Select,
  Sheet,
  Stack,
  TextInput,
} from '@flipside/ui';
import { useState } from 'react';
import { entriesOf } from '../champion-words.js';
import type { MatchChoices } from './match-choices.js';
import type { Priority } from './strategy-page.js';

const Save = graphql(`
  mutation SavePriority($input: SavePriorityArgs!) {
    savePriority(input: $input) {
      ... on SavePriorityPayload {
        priorityId
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

const KINDS: { value: PriorityKind; label: string; match: string; hint?: string }[] = [
  {
    value: 'MARKET',
    label: 'A market',
    match: 'Countries',
    hint: 'Of the locations of your staff list',
  },
  {
    value: 'PRODUCT',
    label: 'A product',
    match: 'Words in a profile',
    hint: 'With commas: SAP, Power BI',
  },
  {
    value: 'FUNCTION',
    label: 'A function',
    match: 'Units',
    hint: 'Everything below a unit counts',
  },
  {
    value: 'LANGUAGE',
    label: 'A language',
    match: 'Languages',
  },
];

/** States where champions are wanted: what it is, how many, and what counts for it. */
export function PrioritySheet({
  priority,
  choices,
  onClose,
}: {
  priority: Priority | null;
  choices: MatchChoices;
  onClose: () => void;
}) {
  const [kind, setKind] = useState<PriorityKind>(priority?.kind ?? 'MARKET');
  const [name, setName] = useState(priority?.name ?? '');
  const [match, setMatch] = useState<readonly string[]>(priority?.match ?? []);
  const [products, setProducts] = useState(priority?.match.join(', ') ?? '');
  const [target, setTarget] = useState<number | string>(priority?.target ?? 5);
  const [weight, setWeight] = useState(String(priority?.weight ?? 2));
  const save = useAction(Save, { said: () => `${name} is a priority.`, onDone: onClose });
  const words = KINDS.find(({ value }) => value === kind);
  const input = {
    ...(priority && { id: priority.id, version: priority.version }),
    kind,
    name,
    match: kind === 'PRODUCT' ? entriesOf(products) : [...match],
    target: typeof target === 'number' ? Math.trunc(target) : 0,
    weight: Number(weight),
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={priority ? `Change ${priority.name}` : 'Add a priority'}
      footer={
        <Button variant="primary" isBusy={save.isRunning} onClick={() => void save.run({ input })}>
          Save
        </Button>
      }
    >
      <Stack gap="16">
        <Select
          label="What it is about"
          data={KINDS.map(({ value, label }) => ({ value, label }))}
          value={kind}
          onChange={(value) => {
            setKind((value ?? 'MARKET') as PriorityKind);
            setMatch([]);
          }}
        />
        <TextInput
          label="Name"
          value={name}
          error={save.errorFor('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {kind === 'PRODUCT' ? (
          <TextInput
            label={words?.match}
            description={words?.hint}
            value={products}
            error={save.errorFor('match')}
            onChange={(event) => setProducts(event.currentTarget.value)}
          />
        ) : (
          <MultiSelect
            label={words?.match}
            description={words?.hint}
            limit={50}
            data={choices[kind]}
            value={[...match]}
            error={save.errorFor('match')}
            onChange={setMatch}
          />
        )}
        <NumberInput
          label="Champions wanted"
          min={1}
          value={target}
          error={save.errorFor('target')}
          onChange={setTarget}
        />
        <Select
          label="How much it weighs"
          data={[
            { value: '1', label: 'A little' },
            { value: '2', label: 'As usual' },
            { value: '3', label: 'A lot' },
          ]}
          value={weight}
          onChange={(value) => setWeight(value ?? '2')}
        />
        <ActionNotice of={save} />
      </Stack>
    </Sheet>
  );
}

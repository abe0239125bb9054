import { graphql, useAction } from '@flipside/platform-web';
import type { HelpKind } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  DateField,
  NumberInput,
  Select,
  Sheet,
  Stack,
  Textarea,
  TextInput,
} from '@flipside/ui';
import { useState } from 'react';
import { HELP_WORDS } from './help-requests.js';

const AskForHelp = graphql(`
  mutation AskForHelp($input: AskForHelpArgs!) {
    askForHelp(input: $input) {
      ... on HelpPayload {
        id
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

const KINDS = Object.keys(HELP_WORDS) as HelpKind[];

/** Asks the champions; nobody has to know whom. */
export function AskSheet({ onClose }: { onClose: () => void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<HelpKind>('HELP');
  const [topic, setTopic] = useState('');
  const [text, setText] = useState('');
  const [onDay, setOnDay] = useState('');
  const [minutes, setMinutes] = useState<number | string>(60);
  const ask = useAction(AskForHelp, {
    said: () => 'Sent to the champion who fits and has the most room.',
    onDone: onClose,
  });
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="Ask a champion"
      lead="It goes to the champion who fits and has the most room. They take it or pass it on."
      footer={
        <Button
          variant="primary"
          isBusy={ask.isRunning}
          disabled={onDay === ''}
          onClick={() =>
            void ask.run({ input: { kind, topic, text, onDay, minutes: Number(minutes), key } })
          }
        >
          Ask
        </Button>
      }
    >
      <Stack gap="16">
        <Select
          label="What"
          data={KINDS.map((value) => ({ value, label: HELP_WORDS[value] }))}
          value={kind}
          onChange={(next) => setKind(KINDS.find((each) => each === next) ?? 'HELP')}
        />
        <TextInput
          label="About"
          description="One or two words that champions use, such as forecasting."
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
          error={ask.errorFor('topic')}
        />
        <Textarea
          label="What you need"
          description="The champion who is asked reads this, and whoever it is passed on to."
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={ask.errorFor('text')}
        />
        <DateField
          label="For which day"
          value={onDay}
          onChange={(event) => setOnDay(event.currentTarget.value)}
          error={ask.errorFor('onDay')}
        />
        <NumberInput
          label="Minutes it takes"
          description="With the time to prepare."
          min={15}
          max={480}
          step={15}
          value={minutes}
          onChange={setMinutes}
          error={ask.errorFor('minutes')}
        />
        <ActionNotice of={ask} />
      </Stack>
    </Sheet>
  );
}

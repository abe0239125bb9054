import { graphql, useAction } from '@flipside/platform-web';
import type { SendCallArgs } from '@flipside/platform-web/gql';
import { ActionNotice, Button, Stack, Textarea, useToast } from '@flipside/ui';
import { useState } from 'react';

const HandOut = graphql(`
  mutation HandOutRecruitingLink($input: SendCallArgs!) {
    sendRecruitingCall(input: $input) {
      ... on SendCallPayload {
        callId
        link
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** A link that is handed out is a call like one that is sent: whoever answers through it is known. */
export function ShareLink({ input }: { input: Omit<SendCallArgs, 'key'> }) {
  const toast = useToast();
  const [made, setMade] = useState<{ words: string; text: string } | null>(null);
  const words = `${input.subject}\n\n${input.body}`;
  const handOut = useAction(HandOut, {
    said: () => 'The link is ready. Answers show here.',
    onDone: ({ link }) => {
      const text = `${words}\n\n${link}`;
      setMade({ words, text });
      void copy(text);
    },
  });
  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: 'Copied.' });
    } catch {
      toast({ text: 'Select the text and copy it.', tone: 'problem' });
    }
  }
  const press = () =>
    made?.words === words
      ? void copy(made.text)
      : void handOut.run({ input: { ...input, key: crypto.randomUUID() } });
  return (
    <Stack gap="8">
      {made && (
        <Textarea label="To hand out" readOnly rows={3} value={made.text} onChange={() => null} />
      )}
      <ActionNotice of={handOut} />
      <div>
        <Button variant="primary" isBusy={handOut.isRunning} onClick={press}>
          Copy text and link
        </Button>
      </div>
    </Stack>
  );
}

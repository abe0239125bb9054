import { useState } from 'react';
import { graphql, useAction, useDraft } from '@flipside/platform-web';
import type { PairingAskFragment, QuestionReaders } from '@flipside/platform-web/gql';
import { ActionNotice, Button, Radio, Sheet, Stack, Textarea } from '@flipside/ui';
import { toWhom, whoReads } from './question-readers.js';

graphql(`
  fragment PairingAsk on Pairing {
    id
    viewerSide
    viewerCanAsk
    executive {
      id
      name
    }
    champion {
      id
      name
    }
  }
`);

const AskAboutPairing = graphql(`
  mutation AskAboutPairing($input: AskAboutPairingInput!) {
    askAboutPairing(input: $input) {
      ... on PairingPayload {
        pairing {
          ...PairingQuestions
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

interface AskSheetProps {
  isOpen: boolean;
  onClose: () => void;
  pairing: PairingAskFragment;
}

/** A short text to the other person or to the lead of the programme; the proposal stays open. */
export function AskSheet({ isOpen, onClose, pairing }: AskSheetProps) {
  const [chosen, setChosen] = useState<QuestionReaders | null>(null);
  const draft = useDraft(`ask:${pairing.id}`, { id: crypto.randomUUID() as string, text: '' });
  const { id, text } = draft.value;
  const ask = useAction(AskAboutPairing, {
    said: () => 'Sent. The proposal stays open.',
    onDone: () => {
      draft.setValue({ id: crypto.randomUUID(), text: '' });
      draft.clear();
      onClose();
    },
  });
  const readers = chosen ?? pairing.viewerCanAsk[0];
  if (!readers) return null;
  const error = ask.errorFor('readers');
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={pairing.viewerSide ? 'Ask a question' : 'Write back'}
      lead="Your answer can wait until you know."
      footer={
        <Button
          variant="primary"
          isBusy={ask.isRunning}
          onClick={() => void ask.run({ input: { id, pairingId: pairing.id, readers, text } })}
        >
          Send
        </Button>
      }
    >
      <Stack gap="16">
        <Radio.Group
          label="To"
          value={readers}
          onChange={(value) => setChosen(value as QuestionReaders)}
          error={error}
        >
          <Stack gap="12">
            {pairing.viewerCanAsk.map((choice) => (
              <Radio key={choice} value={choice} label={toWhom(pairing, choice)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label="Your words"
          value={text}
          maxLength={500}
          error={ask.errorFor('text')}
          {...(readers === 'PAIR'
            ? { audience: 'PAIR', audienceNote: whoReads(pairing, readers) }
            : { description: whoReads(pairing, readers) })}
          onChange={(event) => draft.setValue({ id, text: event.currentTarget.value })}
        />
        <ActionNotice of={{ failure: ask.failure }} />
      </Stack>
    </Sheet>
  );
}

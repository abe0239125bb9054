import { useAction, useDraft, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  AudienceNote,
  Button,
  Radio,
  Select,
  Sheet,
  Stack,
  Textarea,
  TextInput,
} from '@flipside/ui';
import { GRADE_WORDS, OutcomesQuery } from '../outcomes/outcome-documents.js';
import { TellStoryMutation } from './story-documents.js';

interface TellStorySheetProps {
  isOpen: boolean;
  onClose: () => void;
  pairingId: string;
  otherName: string;
}

const fresh = () => ({
  id: crypto.randomUUID() as string,
  result: '',
  body: '',
  outcomeId: null as string | null,
  consent: 'NAMED' as 'NAMED' | 'ANONYMOUS',
});

/** A win of the two, told by one of them. It reaches nobody else before the other one agrees. */
export function TellStorySheet({ isOpen, onClose, pairingId, otherName }: TellStorySheetProps) {
  const draft = useDraft(`story:${pairingId}`, fresh());
  const { id, result, body, outcomeId, consent } = draft.value;
  const set = (change: Partial<ReturnType<typeof fresh>>) =>
    draft.setValue({ ...draft.value, ...change });
  const outcomes = usePageQuery(OutcomesQuery, { variables: { pairingId } });
  const tell = useAction(TellStoryMutation, {
    said: () => `Saved. ${otherName} is asked before anybody else can read it.`,
    onDone: () => {
      draft.setValue(fresh());
      draft.clear();
      onClose();
    },
  });
  const note = `Only you and ${otherName} can read this. Everyone can once you both agree.`;
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Tell it as a story"
      lead="What came of it, and how. Either of you can take it back at any time."
      footer={
        <Button
          variant="primary"
          isBusy={tell.isRunning}
          onClick={() =>
            void tell.run({ input: { id, pairingId, result, body, outcomeId, consent } })
          }
        >
          Ask {otherName}
        </Button>
      }
    >
      <Stack gap="16">
        <TextInput
          label="What came of it, in one line"
          value={result}
          error={tell.errorFor('result')}
          audience="PAIR"
          audienceNote={note}
          onChange={(event) => set({ result: event.currentTarget.value })}
        />
        <Textarea
          label="How you got there"
          value={body}
          error={tell.errorFor('body')}
          audience="PAIR"
          audienceNote={note}
          onChange={(event) => set({ body: event.currentTarget.value })}
        />
        <Select
          label="The change it comes from (needed for a figure in the headline)"
          data={[
            { value: '', label: 'None' },
            ...(outcomes.data?.outcomes ?? []).map((outcome) => ({
              value: outcome.id,
              label: `${outcome.workflow} (${GRADE_WORDS[outcome.grade].toLowerCase()})`,
            })),
          ]}
          value={outcomeId ?? ''}
          onChange={(choice) => set({ outcomeId: choice || null })}
        />
        <Radio.Group
          label="How do you want to appear?"
          value={consent}
          error={tell.errorFor('consent')}
          onChange={(choice) => set({ consent: choice as typeof consent })}
        >
          <Stack gap="8">
            <Radio value="NAMED" label="With my name" />
            <Radio value="ANONYMOUS" label="Without my name" />
          </Stack>
        </Radio.Group>
        <AudienceNote audience="PAIR">
          {otherName} decides about their own name in the same way.
        </AudienceNote>
        <ActionNotice of={{ failure: tell.failure }} />
      </Stack>
    </Sheet>
  );
}

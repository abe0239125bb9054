import { audienceSentence } from '@flipside/learnings-domain';
import { useAction, useDraft } from '@flipside/platform-web';
import { ActionNotice, Button, Select, Sheet, Stack, TextInput } from '@flipside/ui';
import { CATEGORY_WORDS, RecordOutcomeMutation, type Category } from './outcome-documents.js';
import { A_MONTH, TimeFields, type TimeDraft } from './time-fields.js';

interface OutcomeDraft extends TimeDraft {
  id: string;
  category: Category;
  workflow: string;
  source: string;
}

const fresh = (): OutcomeDraft => ({
  id: crypto.randomUUID(),
  category: 'MANUAL_EFFORT',
  workflow: '',
  source: '',
  minutesBefore: null,
  minutesAfter: null,
  times: 1,
  every: 'WEEK',
  people: 1,
});

interface OutcomeSheetProps {
  isOpen: boolean;
  onClose: () => void;
  pairingId: string;
  sessionId: string | null;
  otherName: string;
}

/** A change in work with its before and after. */
export function OutcomeSheet({
  isOpen,
  onClose,
  pairingId,
  sessionId,
  otherName,
}: OutcomeSheetProps) {
  const draft = useDraft(`outcome:${pairingId}`, fresh());
  const entry = draft.value;
  const set = (change: Partial<OutcomeDraft>) => draft.setValue({ ...entry, ...change });
  const record = useAction(RecordOutcomeMutation, {
    said: () => `Saved. ${otherName} can confirm it.`,
    onDone: () => {
      draft.setValue(fresh());
      draft.clear();
      onClose();
    },
  });
  const isTime = entry.category === 'MANUAL_EFFORT';

  function save() {
    const { id, category, workflow, source, minutesBefore, minutesAfter, people } = entry;
    const figures = {
      minutesBefore,
      minutesAfter,
      people,
      timesPerMonth: entry.times * A_MONTH[entry.every],
    };
    void record.run({
      input: {
        id,
        pairingId,
        sessionId,
        category,
        workflow,
        source,
        setupMinutes: 0,
        ...(isTime && figures),
      },
    });
  }

  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Record a change in work"
      lead="A loss counts as well: some changes cost time, and that is worth knowing."
      footer={
        <Button variant="primary" isBusy={record.isRunning} onClick={save}>
          Save the change
        </Button>
      }
    >
      <Stack gap="16">
        <Select
          label="What changed?"
          data={Object.entries(CATEGORY_WORDS).map(([value, label]) => ({ value, label }))}
          value={entry.category}
          onChange={(category) => {
            if (category) set({ category: category as Category });
          }}
        />
        <TextInput
          label="Which piece of work?"
          value={entry.workflow}
          error={record.errorFor('workflow')}
          audience="PAIR"
          audienceNote={audienceSentence('outcome.workflow', otherName)}
          onChange={(event) => set({ workflow: event.currentTarget.value })}
        />
        {isTime && <TimeFields value={entry} set={set} errorFor={record.errorFor} />}
        <TextInput
          label="Where do the figures come from? (optional)"
          description="With a source the change counts as measured, without one as claimed."
          value={entry.source}
          error={record.errorFor('source')}
          audience="PAIR"
          audienceNote={audienceSentence('outcome.source', otherName)}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
        <ActionNotice of={record} />
      </Stack>
    </Sheet>
  );
}

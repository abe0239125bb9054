import { audienceSentence } from '@flipside/learnings-domain';
import { useAction, useDraft } from '@flipside/platform-web';
import { ActionNotice, Button, Select, Sheet, Stack, TextInput } from '@flipside/ui';
import {
  CATEGORY_WORDS,
  RecordOutcomeMutation,
  RestateOutcomeMutation,
  type Category,
  type OutcomeShown,
} from './outcome-documents.js';
import { A_MONTH, TimeFields, type TimeDraft } from './time-fields.js';
import { ValueFields, type ValueDraft } from './value-fields.js';

interface OutcomeDraft extends TimeDraft, ValueDraft {
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
  checkingMinutes: 0,
  times: 1,
  every: 'WEEK',
  people: 1,
  setupMinutes: 0,
  valueBefore: null,
  valueAfter: null,
  cases: null,
  isLowerBetter: true,
  indicator: '',
});

/** The figures of an outcome as they stand, to be said anew; times are given a month. */
const draftOf = (outcome: OutcomeShown): OutcomeDraft => ({
  ...fresh(),
  id: outcome.id,
  category: outcome.category,
  workflow: outcome.workflow,
  source: outcome.source,
  minutesBefore: outcome.minutesBefore ?? null,
  minutesAfter: outcome.minutesAfter ?? null,
  checkingMinutes: outcome.checkingMinutes,
  times: Math.round((outcome.timesPerMonth ?? 1) * 100) / 100,
  every: 'MONTH',
  people: outcome.people ?? 1,
  setupMinutes: outcome.setupMinutes,
  valueBefore: outcome.valueBefore ?? null,
  valueAfter: outcome.valueAfter ?? null,
  cases: outcome.cases ?? null,
  isLowerBetter: outcome.isLowerBetter,
  indicator: outcome.indicator,
});

/** What is sent of a draft, whether it is new or said anew. */
function figuresOf(entry: OutcomeDraft) {
  const { source, setupMinutes, checkingMinutes, valueBefore, valueAfter, cases, isLowerBetter } =
    entry;
  const { minutesBefore, minutesAfter, people } = entry;
  return entry.category === 'MANUAL_EFFORT'
    ? {
        source,
        minutesBefore,
        minutesAfter,
        checkingMinutes,
        people,
        setupMinutes,
        timesPerMonth: entry.times * A_MONTH[entry.every],
      }
    : { source, valueBefore, valueAfter, cases, isLowerBetter };
}

interface OutcomeSheetProps {
  isOpen: boolean;
  onClose: () => void;
  pairingId: string;
  sessionId: string | null;
  otherName: string;
}

/** A change in work with its before and after. */
export function OutcomeSheet(props: OutcomeSheetProps) {
  const { isOpen, onClose, pairingId, sessionId, otherName } = props;
  const draft = useDraft(`outcome:${pairingId}`, fresh());
  const entry = { ...fresh(), ...draft.value };
  const record = useAction(RecordOutcomeMutation, {
    said: ({ outcome }) =>
      outcome.id === entry.id
        ? `Saved. ${otherName} can confirm it.`
        : `${otherName} had recorded this too. It is one corroborated change now.`,
    onDone: () => {
      draft.setValue(fresh());
      draft.clear();
      onClose();
    },
  });
  const { id, category, workflow, indicator } = entry;
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Record a change in work"
      lead="A loss counts as well: some changes cost time, and that is worth knowing."
      footer={
        <Button
          variant="primary"
          isBusy={record.isRunning}
          onClick={() =>
            void record.run({
              input: {
                id,
                pairingId,
                sessionId,
                category,
                workflow,
                indicator,
                ...figuresOf(entry),
              },
            })
          }
        >
          Save the change
        </Button>
      }
    >
      <Stack gap="16">
        <Select
          label="What changed?"
          data={Object.entries(CATEGORY_WORDS).map(([value, label]) => ({ value, label }))}
          value={category}
          onChange={(next) => {
            if (next) draft.setValue({ ...entry, category: next as Category });
          }}
        />
        <TextInput
          label="Which piece of work?"
          value={workflow}
          error={record.errorFor('workflow')}
          audience="PAIR"
          audienceNote={audienceSentence('outcome.workflow', otherName)}
          onChange={(event) => draft.setValue({ ...entry, workflow: event.currentTarget.value })}
        />
        <FigureFields
          entry={entry}
          set={(change) => draft.setValue({ ...entry, ...change })}
          otherName={otherName}
          errorFor={record.errorFor}
        />
        <ActionNotice of={record} />
      </Stack>
    </Sheet>
  );
}

interface RestateSheetProps {
  onClose: () => void;
  outcome: OutcomeShown;
  otherName: string;
}

/** The figures of an outcome said anew, because they were measured or were wrong. Open while it is mounted. */
export function RestateSheet({ onClose, outcome, otherName }: RestateSheetProps) {
  const draft = useDraft(`outcome-figures:${outcome.id}:${outcome.version}`, draftOf(outcome));
  const entry = draft.value;
  const restate = useAction(RestateOutcomeMutation, {
    said: () => 'Saved.',
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`New figures for “${outcome.workflow}”`}
      lead="What was said before stays in its history. Months that are closed keep their figures; the difference is booked in the next one."
      footer={
        <Button
          variant="primary"
          isBusy={restate.isRunning}
          onClick={() =>
            void restate.run({
              input: { id: outcome.id, version: outcome.version, ...figuresOf(entry) },
            })
          }
        >
          Save the figures
        </Button>
      }
    >
      <Stack gap="16">
        <FigureFields
          entry={entry}
          set={(change) => draft.setValue({ ...entry, ...change })}
          otherName={otherName}
          errorFor={restate.errorFor}
        />
        <ActionNotice of={restate} />
      </Stack>
    </Sheet>
  );
}

interface FigureFieldsProps {
  entry: OutcomeDraft;
  set: (change: Partial<OutcomeDraft>) => void;
  otherName: string;
  errorFor: (field: string) => string | undefined;
}

function FigureFields({ entry, set, otherName, errorFor }: FigureFieldsProps) {
  return (
    <Stack gap="16">
      {entry.category === 'MANUAL_EFFORT' ? (
        <TimeFields value={entry} set={set} errorFor={errorFor} />
      ) : (
        <ValueFields
          category={entry.category}
          otherName={otherName}
          value={entry}
          set={set}
          errorFor={errorFor}
        />
      )}
      <TextInput
        label="Where do the figures come from? (optional)"
        description="With a source the change counts as measured, without one as claimed."
        value={entry.source}
        error={errorFor('source')}
        audience="PAIR"
        audienceNote={audienceSentence('outcome.source', otherName)}
        onChange={(event) => set({ source: event.currentTarget.value })}
      />
    </Stack>
  );
}

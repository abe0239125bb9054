import {
  audienceSentence,
  BEHAVIOURS,
  MAX_BEHAVIOURS,
  MAX_TOPICS,
  OBSERVED_BEHAVIOURS,
} from '@flipside/learnings-domain';
import type { ObservedBehaviour } from '@flipside/platform-web/gql';
import { Button, ChipGroup, Stack, Textarea, TextInput } from '@flipside/ui';
import { useState } from 'react';
import { NEXT_STEPS, type LogEntry } from './log-entry.js';
import type { LogFormData } from './log-form.js';
import { FactsPreview } from './facts-preview.js';
import { OwnAnswersField } from './own-answers-field.js';

type Set = (change: Partial<LogEntry>) => void;

export function HappenedField({
  met,
  onChange,
}: {
  met: boolean;
  onChange: (met: boolean) => void;
}) {
  return (
    <ChipGroup
      label="Did you meet?"
      options={[
        { value: 'yes', label: 'We met' },
        { value: 'no', label: 'We didn’t' },
      ]}
      value={[met ? 'yes' : 'no']}
      isSingle
      onChange={([choice]) => onChange(choice === undefined ? met : choice === 'yes')}
    />
  );
}

export function AbsentField({
  entry,
  set,
  otherName,
}: {
  entry: LogEntry;
  set: Set;
  otherName: string;
}) {
  return (
    <ChipGroup
      label="What came between?"
      hint="HR sees that you didn’t meet, not who could not come."
      options={[
        { value: 'EXECUTIVE', label: `${otherName} could not come` },
        { value: 'CHAMPION', label: 'I could not come' },
        { value: 'BOTH', label: 'Neither of us could' },
      ]}
      value={entry.absentSide ? [entry.absentSide] : []}
      isSingle
      onChange={([absentSide]) => set({ absentSide: absentSide ?? null })}
    />
  );
}

interface HeldFieldsProps {
  form: LogFormData;
  entry: LogEntry;
  set: Set;
  errorFor: (field: string) => string | undefined;
}

export function HeldFields({ form, entry, set, errorFor }: HeldFieldsProps) {
  const { otherName } = form;
  return (
    <Stack gap="16">
      {form.lastNextStep !== '' && (
        <ChipGroup
          label={`“${form.lastNextStep.replace(/[.!]$/, '')}”, as agreed last time?`}
          hint={audienceSentence('log.lastStepDone', otherName)}
          options={[
            { value: 'yes', label: 'Done' },
            { value: 'no', label: 'Not done yet' },
          ]}
          value={entry.lastStepDone === null ? [] : [entry.lastStepDone ? 'yes' : 'no']}
          isSingle
          onChange={([choice]) =>
            set({ lastStepDone: choice === undefined ? null : choice === 'yes' })
          }
        />
      )}
      <TopicsField offered={form.offeredTopics} chosen={entry.topics} set={set} />
      <ChipGroup
        label="Tried on real work?"
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'Not yet' },
        ]}
        value={entry.onRealWork === null ? [] : [entry.onRealWork ? 'yes' : 'no']}
        isSingle
        // Pressed again it stays: the plan may have pressed it, and a habit should not take it back.
        onChange={([choice]) => {
          if (choice !== undefined) set({ onRealWork: choice === 'yes' });
        }}
      />
      {entry.onRealWork === true && (
        <ChipGroup
          label={`How much did ${otherName} do with their own hands?`}
          options={[
            { value: 'NONE', label: 'We talked' },
            { value: 'SOME', label: 'Some of it' },
            { value: 'MOST', label: 'Most of it' },
          ]}
          value={entry.handsOn ? [entry.handsOn] : []}
          isSingle
          onChange={([handsOn]) => set({ handsOn: handsOn ?? null })}
        />
      )}
      <Stack gap="4">
        <Textarea
          label={`What will ${otherName} do differently?`}
          rows={2}
          value={entry.changeLine}
          error={errorFor('changeLine')}
          audience="PAIR"
          audienceNote={audienceSentence('log.changeLine', otherName)}
          onChange={(event) => set({ changeLine: event.currentTarget.value })}
        />
        <FactsPreview sessionId={form.sessionId} />
      </Stack>
      <NextStepField otherName={otherName} entry={entry} set={set} errorFor={errorFor} />
      <OwnAnswersField own={entry} otherName={otherName} onChange={set} />
      <MoreFields form={form} entry={entry} set={set} errorFor={errorFor} />
    </Stack>
  );
}

/** More chips than this push the rest of the form off a phone. */
const SHOWN_FIRST = 6;

function TopicsField({
  offered,
  chosen,
  set,
}: {
  offered: readonly string[];
  chosen: readonly string[];
  set: Set;
}) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = offered.filter(
    (topic, place) => showsAll || place < SHOWN_FIRST || chosen.includes(topic),
  );
  const isFull = chosen.length >= MAX_TOPICS;
  return (
    <Stack gap="8">
      <ChipGroup
        label="Topics"
        {...(isFull && { hint: `${MAX_TOPICS} topics are the most a log takes.` })}
        options={shown.map((topic) => ({ value: topic, label: topic }))}
        value={chosen}
        onChange={(topics) => set({ topics: topics.slice(0, MAX_TOPICS) })}
      />
      {!showsAll && shown.length < offered.length && (
        <div>
          <Button variant="quiet" size="small" onClick={() => setShowsAll(true)}>
            More topics
          </Button>
        </div>
      )}
    </Stack>
  );
}

const OWN_WORDS = 'own';

function NextStepField({
  otherName,
  entry,
  set,
  errorFor,
}: Omit<HeldFieldsProps, 'form'> & { otherName: string }) {
  const usual = NEXT_STEPS.find((step) => step === entry.nextStep);
  const [isOwn, setOwn] = useState(entry.nextStep !== '' && !usual);
  return (
    <Stack gap="8">
      <ChipGroup
        label="Next"
        options={[
          ...NEXT_STEPS.map((step) => ({ value: step as string, label: step as string })),
          { value: OWN_WORDS, label: 'In my own words' },
        ]}
        value={isOwn ? [OWN_WORDS] : usual ? [usual] : []}
        isSingle
        onChange={([choice]) => {
          setOwn(choice === OWN_WORDS);
          set({ nextStep: choice === undefined || choice === OWN_WORDS ? '' : choice });
        }}
      />
      {isOwn && (
        <TextInput
          label="Next step"
          value={entry.nextStep}
          error={errorFor('nextStep')}
          audience="PAIR"
          audienceNote={audienceSentence('log.nextStep', otherName)}
          onChange={(event) => set({ nextStep: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

/** Observable acts, as chips. */
const SEEN = BEHAVIOURS.map((behaviour) => ({
  value: behaviour.toUpperCase() as ObservedBehaviour,
  label: OBSERVED_BEHAVIOURS[behaviour],
}));

/** What few logs need stands behind one press, so that the form stays one screen. */
function MoreFields({ form, entry, set, errorFor }: HeldFieldsProps) {
  const [isOpen, setOpen] = useState(entry.didNotWork !== '' || entry.behaviours.length > 0);
  if (!isOpen) {
    return (
      <div>
        <Button variant="quiet" size="small" onClick={() => setOpen(true)}>
          Add what did not work, or what you saw
        </Button>
      </div>
    );
  }
  return (
    <Stack gap="16">
      <Textarea
        label="What did not work?"
        rows={2}
        value={entry.didNotWork}
        error={errorFor('didNotWork')}
        audience="PAIR"
        audienceNote={audienceSentence('log.didNotWork', form.otherName)}
        onChange={(event) => set({ didNotWork: event.currentTarget.value })}
      />
      <ChipGroup
        label={`What did you see ${form.otherName} do?`}
        hint={
          entry.behaviours.length >= MAX_BEHAVIOURS
            ? `${MAX_BEHAVIOURS} are the most a log takes.`
            : `Up to ${MAX_BEHAVIOURS}. ${audienceSentence('log.behaviours', form.otherName)}`
        }
        options={SEEN}
        value={entry.behaviours}
        onChange={(behaviours) => set({ behaviours: behaviours.slice(0, MAX_BEHAVIOURS) })}
      />
    </Stack>
  );
}

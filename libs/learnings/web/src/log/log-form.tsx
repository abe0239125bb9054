import { useAction, useDraft } from '@flipside/platform-web';
import { ActionNotice, Alert, Button, FormActions, Stack } from '@flipside/ui';
import type { KeyboardEvent } from 'react';
import {
  draftOfLog,
  emptyEntry,
  entryOf,
  inputOf,
  type LogEntry,
  type OwnAnswers,
  type SavedLog,
} from './log-entry.js';
import { ChangeSessionLogMutation, LogSessionMutation } from './log-documents.js';
import { AbsentField, HappenedField, HeldFields } from './log-fields.js';
import { useWaitingLogs } from './waiting-logs.js';

export interface LogFormData extends OwnAnswers {
  sessionId: string;
  startsAt: string;
  durationMin: number;
  otherName: string;
  offeredTopics: readonly string[];
  plannedTask: string;
  lastNextStep: string;
  plannedRecipe?: string | null;
  viewerCanLog: boolean;
  log?: (SavedLog & { version: number }) | null;
}

interface LogFormProps {
  form: LogFormData;
  onSaved: () => void;
}

export function LogForm({ form, onSaved }: LogFormProps) {
  const { sessionId, otherName, log } = form;
  const draft = useDraft<LogEntry>(
    draftOfLog(sessionId, log?.version ?? 0),
    log ? entryOf(log, form) : emptyEntry(form.plannedTask),
  );
  const entry = draft.value;
  const waiting = useWaitingLogs();
  const done = { said: () => `Saved. ${otherName} sees it too.`, onDone: finish };
  const logging = useAction(LogSessionMutation, done);
  const changing = useAction(ChangeSessionLogMutation, done);
  const saving = log ? changing : logging;
  const isWaiting = waiting.isWaiting(sessionId);

  function finish() {
    draft.clear();
    onSaved();
  }

  function set(change: Partial<LogEntry>) {
    draft.setValue({ ...entry, ...change });
  }

  async function save() {
    const input = inputOf(sessionId, entry);
    if (log) {
      await changing.run({ input: { ...input, version: log.version } });
      return;
    }
    // On the device first: whatever happens to the connection or the sign-in, it is sent later.
    const { submissionKey } = entry;
    const writtenAt = new Date().toISOString();
    await waiting.keep(sessionId, entry, writtenAt);
    const result = await logging.run({ input: { ...input, submissionKey, writtenAt } });
    if (result.ok || result.refusal) await waiting.letGo(sessionId);
    if (!result.ok && result.refusal) set({ submissionKey: crypto.randomUUID() });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={onKeyDown}
    >
      <Stack gap="16">
        <HappenedField met={entry.met} onChange={(met) => set({ met })} />
        {entry.met ? (
          <HeldFields form={form} entry={entry} set={set} errorFor={saving.errorFor} />
        ) : (
          <AbsentField entry={entry} set={set} otherName={otherName} />
        )}
        {isWaiting && !saving.isRunning ? (
          <Alert title="Saved on this phone" isLive>
            We’ll send it when you’re back online.
          </Alert>
        ) : (
          <ActionNotice of={saving} />
        )}
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="large"
            isFullWidth
            isBusy={saving.isRunning}
          >
            Save log
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}

import { audienceSentence } from '@flipside/learnings-domain';
import { useAction, useDraft } from '@flipside/platform-web';
import { ActionNotice, Button, FormActions, Stack, Textarea } from '@flipside/ui';
import { AddLearningMutation } from './learned-documents.js';

interface AddLearningFormProps {
  /** The session it came from, when the person comes from there. */
  sessionId: string | null;
  otherName: string | null;
}

const fresh = () => ({ id: crypto.randomUUID() as string, body: '' });

/** One text box. What is typed survives a reload until it is saved. */
export function AddLearningForm({ sessionId, otherName }: AddLearningFormProps) {
  const draft = useDraft('learning', fresh());
  const { id, body } = draft.value;
  const add = useAction(AddLearningMutation, {
    said: () => 'Saved. Only you can read it.',
    onDone: () => {
      draft.setValue(fresh());
      draft.clear();
    },
  });
  const save = () => void add.run({ input: { id, body, stage: 'TRIED', sessionId } });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <Stack gap="12">
        <Textarea
          label="What did you learn, and what do you do differently now?"
          value={body}
          error={add.errorFor('body')}
          audience="ME"
          audienceNote={audienceSentence('learning.body', otherName, 'only_me')}
          onChange={(event) => draft.setValue({ id, body: event.currentTarget.value })}
        />
        <ActionNotice of={{ failure: add.failure }} />
        <FormActions>
          <Button type="submit" variant="primary" isBusy={add.isRunning}>
            Add it
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}

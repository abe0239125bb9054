import { audienceSentence } from '@flipside/learnings-domain';
import { useAction, useDraft } from '@flipside/platform-web';
import { ActionNotice, Button, Section, Stack, Textarea } from '@flipside/ui';
import type { PreparationShown } from './prepare-page.js';
import { KeepMirrorResultMutation } from './preparation-documents.js';

/** What an executive saw in a mirror: a field that nobody else reads, their champion included. */
export function MirrorResult({ of }: { of: PreparationShown }) {
  const { sessionId, otherName } = of;
  const draft = useDraft(`mirror:${sessionId}`, of.mirrorResult);
  const keep = useAction(KeepMirrorResultMutation, {
    said: () => 'Saved. Only you can read it.',
    onDone: () => draft.clear(),
  });
  return (
    <Section title="What you saw">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void keep.run({ input: { sessionId, body: draft.value } });
        }}
      >
        <Stack gap="12">
          <Textarea
            label="For yourself"
            rows={3}
            value={draft.value}
            error={keep.errorFor('body')}
            audience="ME"
            audienceNote={audienceSentence('mirror.body', otherName)}
            onChange={(event) => draft.setValue(event.currentTarget.value)}
          />
          <ActionNotice of={keep} />
          <div>
            <Button type="submit" isBusy={keep.isRunning}>
              Keep it
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}

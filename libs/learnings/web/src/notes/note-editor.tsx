import { useAction, useDraft } from '@flipside/platform-web';
import { Alert, ActionNotice, Button, Card, FormActions, Stack, Text } from '@flipside/ui';
import { NoteFields, type NoteText } from './note-fields.js';
import { ChangeNoteMutation, type NoteShown } from './notes-documents.js';

interface NoteEditorProps {
  note: NoteShown;
  otherName: string;
  onClose: () => void;
}

/** Changes one's own note. After a conflict both texts stand side by side and the person decides. */
export function NoteEditor({ note, otherName, onClose }: NoteEditorProps) {
  const draft = useDraft<NoteText>(`note-change:${note.id}`, {
    body: note.body,
    audience: note.audience,
  });
  const change = useAction(ChangeNoteMutation, { said: () => 'Saved.', onDone: finish });
  const isConflict = change.refusal?.code === 'CHANGED_MEANWHILE';

  function finish() {
    draft.clear();
    onClose();
  }

  function save(body = draft.value.body) {
    void change.run({
      input: { id: note.id, version: note.version, audience: draft.value.audience, body },
    });
  }

  return (
    <Card tone="sunken">
      <Stack gap="12">
        <NoteFields
          label="Change the note"
          value={draft.value}
          onChange={draft.setValue}
          otherName={otherName}
          error={change.errorFor('body')}
        />
        {isConflict ? (
          <Alert tone="warning" title="This note was changed on another screen" isLive>
            <Stack gap="8">
              <Text>There it says: {note.body}</Text>
              <FormActions>
                <Button onClick={() => save()}>Keep mine</Button>
                <Button onClick={finish}>Keep the other</Button>
                <Button onClick={() => save(`${note.body}\n\n${draft.value.body}`)}>
                  Keep both
                </Button>
              </FormActions>
            </Stack>
          </Alert>
        ) : (
          <>
            <ActionNotice of={{ failure: change.failure }} />
            <FormActions>
              <Button variant="primary" isBusy={change.isRunning} onClick={() => save()}>
                Save note
              </Button>
              <Button variant="quiet" onClick={finish}>
                Leave as it was
              </Button>
            </FormActions>
          </>
        )}
      </Stack>
    </Card>
  );
}

import { useAction, useDates, useDraft, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  AUDIENCE_NAMES,
  AudienceIcon,
  Button,
  Card,
  Faces,
  Row,
  Section,
  Skeleton,
  Stack,
  Text,
} from '@flipside/ui';
import type { SessionPanelFacts } from '@flipside/sessions-web';
import { useState } from 'react';
import { NoteEditor } from './note-editor.js';
import { NoteFields, type NoteText } from './note-fields.js';
import {
  AddNoteMutation,
  DeleteNoteMutation,
  SessionNotesQuery,
  type NoteShown,
} from './notes-documents.js';

/** Notes beside a session: mine, and those that the two share. */
export function NotesPanel({ session }: { session: SessionPanelFacts }) {
  const page = usePageQuery(SessionNotesQuery, { variables: { sessionId: session.id } });
  return (
    <Section title="Notes">
      <Stack gap="16">
        <Faces
          of={page}
          skeleton={<Skeleton lines={3} />}
          isEmpty={(data) => data.sessionNotes.length === 0}
          empty={<Text tone="muted">Notes are optional.</Text>}
        >
          {({ sessionNotes }) => (
            <Stack gap="12">
              {sessionNotes.map((note) => (
                <NoteCard key={note.id} note={note} otherName={session.otherName} />
              ))}
            </Stack>
          )}
        </Faces>
        <AddNoteForm sessionId={session.id} otherName={session.otherName} />
      </Stack>
    </Section>
  );
}

const fresh = (): NoteText & { id: string } => ({
  id: crypto.randomUUID(),
  body: '',
  audience: 'ONLY_ME',
});

function AddNoteForm({ sessionId, otherName }: { sessionId: string; otherName: string }) {
  const draft = useDraft(`note:${sessionId}`, fresh());
  const add = useAction(AddNoteMutation, {
    said: ({ note }) =>
      note.audience === 'ONLY_ME'
        ? 'Saved. Only you can read it.'
        : `Saved. ${otherName} sees it too.`,
    onDone: () => {
      draft.setValue(fresh());
      draft.clear();
    },
  });
  const save = () => void add.run({ input: { ...draft.value, sessionId } });
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
        <NoteFields
          label="Add a note"
          value={draft.value}
          onChange={(text) => draft.setValue({ ...draft.value, ...text })}
          otherName={otherName}
          error={add.errorFor('body')}
        />
        <ActionNotice of={{ failure: add.failure }} />
        <div>
          <Button type="submit" isBusy={add.isRunning}>
            Save note
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function NoteCard({ note, otherName }: { note: NoteShown; otherName: string }) {
  const dates = useDates();
  const [isEditing, setEditing] = useState(false);
  const remove = useAction(DeleteNoteMutation, { said: () => 'Note removed.' });
  const mark = note.audience === 'ONLY_ME' ? 'ME' : 'PAIR';
  if (isEditing)
    return <NoteEditor note={note} otherName={otherName} onClose={() => setEditing(false)} />;
  return (
    <Card as="article" tone="sunken">
      <Stack gap="8">
        <Text>{note.body}</Text>
        <Row gap="8">
          <AudienceIcon audience={mark} />
          <Text as="span" size="sm" tone="muted">
            {AUDIENCE_NAMES[mark]} · {note.isMine ? 'You' : note.authorName},{' '}
            {dates.day(note.createdAt)}
          </Text>
          {note.isMine && (
            <>
              <Button size="small" variant="quiet" onClick={() => setEditing(true)}>
                Change
              </Button>
              <Button
                size="small"
                variant="quiet"
                isBusy={remove.isRunning}
                onClick={() => void remove.run({ input: { id: note.id } })}
              >
                Remove
              </Button>
            </>
          )}
        </Row>
        <ActionNotice of={remove} />
      </Stack>
    </Card>
  );
}

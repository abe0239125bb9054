import { audienceSentence } from '@flipside/learnings-domain';
import { ChipGroup, Stack, Textarea } from '@flipside/ui';
import type { NoteAudience } from './notes-documents.js';

export interface NoteText {
  body: string;
  audience: NoteAudience;
}

interface NoteFieldsProps {
  label: string;
  value: NoteText;
  onChange: (value: NoteText) => void;
  otherName: string;
  error: string | undefined;
}

/** The text and its readers. The sentence under the field changes with the choice, before anything is saved. */
export function NoteFields({ label, value, onChange, otherName, error }: NoteFieldsProps) {
  const isShared = value.audience === 'TWO_OF_US';
  return (
    <Stack gap="12">
      <Textarea
        label={label}
        value={value.body}
        error={error}
        audience={isShared ? 'PAIR' : 'ME'}
        audienceNote={audienceSentence('note.body', otherName, isShared ? 'two_of_us' : 'only_me')}
        onChange={(event) => onChange({ ...value, body: event.currentTarget.value })}
      />
      <ChipGroup
        label="Who can read it"
        isLabelHidden
        options={[
          { value: 'ONLY_ME', label: 'Only me' },
          { value: 'TWO_OF_US', label: 'The two of us' },
        ]}
        value={[value.audience]}
        isSingle
        onChange={([audience]) => {
          if (audience) onChange({ ...value, audience });
        }}
      />
    </Stack>
  );
}

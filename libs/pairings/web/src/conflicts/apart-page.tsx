import { useUrlState } from '@flipside/platform-web';
import { Page, Stack, ViewLinks } from '@flipside/ui';
import { matchingViews } from '../rounds/matching-views.js';
import { NoteConflictSheet } from './note-conflict-sheet.js';
import { PairsApartSection } from './pairs-apart-section.js';
import { UnitConflictsSection } from './unit-conflicts-section.js';

/** Whom no round pairs, whatever the points: a person and a unit, or two people. */
export function ApartPage() {
  const [url, setUrl] = useUrlState({ note: '' });
  return (
    <Page
      title="Kept apart"
      lead="Nobody here is ever told. The two people read “not available”, nothing more."
      width="wide"
    >
      <Stack gap="32">
        <ViewLinks label="Matching" views={matchingViews} />
        <UnitConflictsSection onNote={() => setUrl({ note: '1' })} />
        <PairsApartSection />
      </Stack>
      {url.note === '1' && <NoteConflictSheet onClose={() => setUrl({ note: '' })} />}
    </Page>
  );
}

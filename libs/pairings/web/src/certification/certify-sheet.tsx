import { useState } from 'react';
import { addDays, dayOfInstant } from '@flipside/kernel';
import { useAction, useViewer } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  DateField,
  FormActions,
  Sheet,
  Stack,
  TextInput,
} from '@flipside/ui';
import { RecordCertification, type Certification } from './certification-documents.js';

const LONGEST_EVIDENCE = 300;

/** As long as most certifications last. */
const YEAR_DAYS = 365;

/** Notes that somebody is certified; the same form renews it. */
export function CertifySheet({
  certification,
  onClose,
}: {
  certification: Certification;
  onClose: () => void;
}) {
  const { championId, person } = certification;
  const { timeZone } = useViewer();
  const [validUntil, setValidUntil] = useState(() =>
    addDays(dayOfInstant(new Date(), timeZone), YEAR_DAYS),
  );
  const [evidence, setEvidence] = useState(certification.evidence ?? '');
  const record = useAction(RecordCertification, {
    said: () => `${person.name} is certified.`,
    onDone: onClose,
  });
  return (
    <Sheet
      isOpen
      onClose={onClose}
      kind="dialog"
      title={`${certification.certifiedOn ? 'Renew the certification of' : 'Certify'} ${person.name}`}
      lead="Counts from today. Rounds that ask for certification look at it when they propose and again before the mails leave."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void record.run({ input: { championId, evidence, validUntil } });
        }}
      >
        <Stack gap="16">
          <DateField
            label="Valid until"
            description="From this day on it no longer counts."
            required
            value={validUntil}
            onChange={(event) => setValidUntil(event.currentTarget.value)}
            error={record.errorFor('validUntil')}
          />
          <TextInput
            label="What it rests on"
            description="A course, an interview, a supervised session."
            value={evidence}
            maxLength={LONGEST_EVIDENCE}
            onChange={(event) => setEvidence(event.currentTarget.value)}
            audience="PROGRAMME"
            audienceNote={`HR leads and ${person.name} can read this. Others see the days only.`}
          />
          <ActionNotice of={record} />
          <FormActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isBusy={record.isRunning}>
              {certification.certifiedOn ? 'Renew' : 'Certify'}
            </Button>
          </FormActions>
        </Stack>
      </form>
    </Sheet>
  );
}

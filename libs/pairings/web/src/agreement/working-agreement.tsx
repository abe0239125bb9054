import { useAction, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  FactList,
  Faces,
  FormActions,
  Link,
  Section,
  Skeleton,
  Stack,
  Text,
} from '@flipside/ui';
import { useState } from 'react';
import { rhythm as rhythmInWords } from '../pairing-words.js';
import { AgreementForm } from './agreement-form.js';
import {
  ConfirmAgreementMutation,
  WorkingAgreementQuery,
  type AgreementShown,
} from './agreement-documents.js';
import { TermCard } from './term-card.js';

interface WorkingAgreementProps {
  pairingId: string;
  otherName: string;
  /** How often and how long they meet. */
  rhythm: { cadenceDays: number; sessionMinutes: number };
  /** Proposed or running: only then is there something to agree on. */
  isLive: boolean;
}

/** What we agreed: the outcome we work towards, what stays out, and what comes after this term. */
export function WorkingAgreement({ pairingId, otherName, rhythm, isLive }: WorkingAgreementProps) {
  const page = usePageQuery(WorkingAgreementQuery, { variables: { pairingId } });
  const [isEditing, setEditing] = useState(false);
  return (
    <Faces of={page} skeleton={<Skeleton lines={5} />}>
      {({ workingAgreement: agreement }) => (
        <Stack gap="32">
          {isLive && <TermCard agreement={agreement} otherName={otherName} />}
          <Section title="How we work together">
            {isLive && (isEditing || agreement.version === 0) ? (
              <AgreementForm
                key={agreement.version}
                agreement={agreement}
                otherName={otherName}
                onDone={() => setEditing(false)}
              />
            ) : (
              <Agreed
                agreement={agreement}
                otherName={otherName}
                weMeet={`${rhythm.sessionMinutes} minutes ${rhythmInWords(rhythm.cadenceDays)}`}
                onChange={isLive ? () => setEditing(true) : undefined}
              />
            )}
          </Section>
        </Stack>
      )}
    </Faces>
  );
}

const CONFIDENTIALITY = {
  TWO_OF_US: 'Nothing leaves the two of us',
  ASK_FIRST: 'What was learned may be passed on, after asking',
} as const;

function Agreed({
  agreement,
  otherName,
  weMeet,
  onChange,
}: {
  agreement: AgreementShown;
  otherName: string;
  weMeet: string;
  onChange: (() => void) | undefined;
}) {
  const { pairingId, version, viewerConfirmed, otherConfirmed } = agreement;
  const confirm = useAction(ConfirmAgreementMutation, { said: () => 'Agreed.' });
  if (version === 0) return <Text tone="muted">Nothing was written down.</Text>;
  return (
    <Stack gap="16">
      <FactList
        facts={[
          { label: 'We work towards', value: agreement.goalCategory?.name ?? null },
          { label: 'We meet', value: weMeet },
          { label: 'We work on', value: agreement.worksOn },
          { label: 'Stays out', value: agreement.staysOut },
          { label: 'Confidential', value: CONFIDENTIALITY[agreement.confidentiality] },
          { label: 'Agreed by', value: agreedBy(viewerConfirmed, otherConfirmed, otherName) },
        ]}
      />
      <ActionNotice of={confirm} />
      <FormActions>
        {!viewerConfirmed && onChange && (
          <Button
            variant="primary"
            isBusy={confirm.isRunning}
            onClick={() => void confirm.run({ input: { pairingId, version } })}
          >
            Agree to this
          </Button>
        )}
        {onChange && <Button onClick={onChange}>Change it</Button>}
      </FormActions>
      <Text tone="muted" size="sm">
        Something is not right? <Link to="/guardrails/questions">Talk to the person of trust</Link>.
        HR does not see that you did.
      </Text>
    </Stack>
  );
}

function agreedBy(viewer: boolean, other: boolean, otherName: string): string {
  if (viewer && other) return `You and ${otherName}`;
  if (viewer) return `You. ${otherName} has not said yes yet`;
  return other ? `${otherName}. Your yes is missing` : 'Nobody yet';
}

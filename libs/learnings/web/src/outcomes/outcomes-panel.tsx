import { audienceSentence } from '@flipside/learnings-domain';
import { usePageQuery } from '@flipside/platform-web';
import type { SessionPanelFacts } from '@flipside/sessions-web';
import { AudienceNote, Button, Faces, Section, Skeleton, Stack, Text } from '@flipside/ui';
import { useState } from 'react';
import { SessionLogFormQuery } from '../log/log-documents.js';
import { OutcomeCard } from './outcome-card.js';
import { OutcomesQuery } from './outcome-documents.js';
import { OutcomeSheet } from './outcome-sheet.js';

/** What changed in work, for the two people of a session that has ended. */
export function OutcomesPanel({ session }: { session: SessionPanelFacts }) {
  const { data } = usePageQuery(SessionLogFormQuery, { variables: { sessionId: session.id } });
  const pairingId = data?.sessionLogForm.pairingId;
  if (!session.hasEnded || pairingId === undefined) return null;
  return (
    <PairingOutcomes pairingId={pairingId} sessionId={session.id} otherName={session.otherName} />
  );
}

interface PairingOutcomesProps {
  pairingId: string;
  /** The session on whose page they stand; null on the page of the pairing. */
  sessionId: string | null;
  otherName: string;
}

/** Everything the two recorded, with the way to record more. */
export function PairingOutcomes({ pairingId, sessionId, otherName }: PairingOutcomesProps) {
  const page = usePageQuery(OutcomesQuery, { variables: { pairingId } });
  const [isRecording, setRecording] = useState(false);
  return (
    <Section
      title="What changed in work"
      actions={
        <Button size="small" onClick={() => setRecording(true)}>
          Record a change
        </Button>
      }
    >
      <Stack gap="12">
        <Faces
          of={page}
          skeleton={<Skeleton lines={3} />}
          isEmpty={({ outcomes }) => outcomes.length === 0}
          empty={
            <Text tone="muted">
              Nothing recorded yet. A small change with a before and an after is enough.
            </Text>
          }
        >
          {({ outcomes }) => (
            <Stack gap="12">
              {outcomes.map((outcome) => (
                <OutcomeCard key={outcome.id} outcome={outcome} otherName={otherName} />
              ))}
            </Stack>
          )}
        </Faces>
        <AudienceNote audience="PAIR">
          {`${audienceSentence('outcome.workflow', otherName)} HR sees totals over many pairings, never of a few.`}
        </AudienceNote>
      </Stack>
      <OutcomeSheet
        isOpen={isRecording}
        onClose={() => setRecording(false)}
        pairingId={pairingId}
        sessionId={sessionId}
        otherName={otherName}
      />
    </Section>
  );
}

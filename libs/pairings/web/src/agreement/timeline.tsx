import { useDates, usePageQuery } from '@flipside/platform-web';
import { Faces, Section, Skeleton, Stack, Text } from '@flipside/ui';
import { PairingTimelineQuery } from './agreement-documents.js';

const WORDS: Readonly<Record<string, string>> = {
  proposed: 'Proposed',
  said_yes: 'Said yes',
  asked: 'Asked a question',
  postponed: 'Put off for now',
  accepted: 'Both have said yes',
  activated: 'The first session was booked',
  agreed: 'The agreement was written',
  agreement_confirmed: 'The agreement was confirmed',
  paused: 'Paused',
  resumed: 'Resumed',
  renewed: 'Renewed for another half year',
  completed: 'Completed',
  ended_early: 'Ended',
  declined: 'Declined',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
};

/** Everything that happened, in one line over all terms. */
export function Timeline({ pairingId }: { pairingId: string }) {
  const dates = useDates();
  const page = usePageQuery(PairingTimelineQuery, { variables: { pairingId } });
  return (
    <Section title="What happened so far">
      <Faces of={page} skeleton={<Skeleton lines={4} />}>
        {({ pairingTimeline }) => (
          <Stack as="ol" gap="4">
            {pairingTimeline.map(({ kind, actorName, at }) => (
              <li key={`${kind}${at}`}>
                <Text as="span">
                  {dates.day(at)}: {WORDS[kind] ?? kind}
                  {actorName ? `, ${actorName}` : ''}
                </Text>
              </li>
            ))}
          </Stack>
        )}
      </Faces>
    </Section>
  );
}

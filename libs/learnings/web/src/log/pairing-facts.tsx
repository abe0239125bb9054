import { graphql, usePageQuery } from '@flipside/platform-web';
import { Card, Faces, Skeleton, Stack, Text } from '@flipside/ui';
import { SessionFactsList } from './facts-preview.js';

const PairingFactsQuery = graphql(`
  query PairingFacts($pairingId: ID!) {
    pairingFacts(pairingId: $pairingId) {
      ...SessionFactsFields
    }
  }
`);

/** The last sessions of a pairing as HR sees them. */
export function PairingFacts({ pairingId }: { pairingId: string }) {
  const page = usePageQuery(PairingFactsQuery, { variables: { pairingId } });
  return (
    <Faces
      of={page}
      skeleton={<Skeleton lines={6} />}
      isEmpty={(data) => data.pairingFacts.length === 0}
      empty={<Text tone="muted">No session has begun yet.</Text>}
    >
      {({ pairingFacts }) => (
        // A long list scrolls inside its sheet, so the keyboard needs a place to stand on.
        <Stack as="section" gap="12" tabIndex={0} aria-label="Sessions">
          {pairingFacts.map((facts) => (
            <Card key={facts.sessionId} tone="sunken">
              <SessionFactsList facts={facts} />
            </Card>
          ))}
        </Stack>
      )}
    </Faces>
  );
}

import { graphql, useDates, usePageQuery } from '@flipside/platform-web';
import { Button, FactList, Faces, IconEye, Sheet, Skeleton } from '@flipside/ui';
import { useState } from 'react';

const SessionFactsQuery = graphql(`
  query SessionFacts($sessionId: ID!) {
    sessionFacts(sessionId: $sessionId) {
      ...SessionFactsFields
    }
  }
`);

graphql(`
  fragment SessionFactsFields on SessionFacts {
    sessionId
    championName
    executiveName
    startsAt
    durationMin
    met
    isDisputed
    topics
  }
`);

export interface SessionFactsShown {
  championName: string;
  executiveName: string;
  startsAt: string;
  durationMin: number;
  met?: boolean | null;
  isDisputed: boolean;
  topics: readonly string[];
}

/** Opens what HR sees of this session: the answer to HR's own question, drawn by HR's own part. */
export function FactsPreview({ sessionId }: { sessionId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button
        variant="quiet"
        size="small"
        icon={<IconEye size={16} />}
        onClick={() => setOpen(true)}
      >
        See what HR sees
      </Button>
      <Sheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="What HR sees"
        lead="All of it. Texts that the two of you write are not part of it."
      >
        <FactsOfSession sessionId={sessionId} />
      </Sheet>
    </div>
  );
}

function FactsOfSession({ sessionId }: { sessionId: string }) {
  const page = usePageQuery(SessionFactsQuery, { variables: { sessionId } });
  return (
    <Faces of={page} skeleton={<Skeleton lines={5} />}>
      {({ sessionFacts }) => <SessionFactsList facts={sessionFacts} />}
    </Faces>
  );
}

/** One session as HR sees it. HR's pages draw sessions with this very part. */
export function SessionFactsList({ facts }: { facts: SessionFactsShown }) {
  const dates = useDates();
  return (
    <FactList
      facts={[
        { label: 'Champion', value: facts.championName },
        { label: 'Executive', value: facts.executiveName },
        { label: 'When', value: dates.moment(facts.startsAt) },
        { label: 'Length', value: `${facts.durationMin} minutes` },
        { label: 'Met', value: metWords(facts) },
        {
          label: 'Topics',
          value: facts.topics.length > 0 ? facts.topics.join(', ') : 'None ticked',
        },
      ]}
    />
  );
}

function metWords({ met, isDisputed }: Pick<SessionFactsShown, 'met' | 'isDisputed'>): string {
  if (isDisputed) return 'The two say different things';
  if (met === true) return 'Yes';
  return met === false ? 'No' : 'Nobody has said yet';
}

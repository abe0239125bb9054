import { graphql, useDates, usePageQuery } from '@flipside/platform-web';
import { AudienceNote, Button, Card, LinkButton, QuietFace, Row, Stack, Text } from '@flipside/ui';
import { audienceSentence } from '@flipside/learnings-domain';
import { useState } from 'react';
import { ThanksSheet } from '../thanks/thanks-sheet.js';

const LastTimeQuery = graphql(`
  query LastTime {
    lastTime {
      sessionId
      pairingId
      startsAt
      otherName
      topics
      changeLine
      nextStep
    }
  }
`);

interface LastTimeShown {
  sessionId: string;
  pairingId: string;
  startsAt: string;
  otherName: string;
  topics: readonly string[];
  changeLine: string;
  nextStep: string;
}

/** What came of the last session, with the one thing to add. Nothing is drawn before the first session. */
export function LastTimeSection() {
  const page = usePageQuery(LastTimeQuery);
  if (!page.data) return <QuietFace of={page} />;
  const { lastTime } = page.data;
  return lastTime && <LastTimeCard last={lastTime} />;
}

function LastTimeCard({ last }: { last: LastTimeShown }) {
  const dates = useDates();
  const [isThanking, setThanking] = useState(false);
  return (
    <Card eyebrow={`Last time, ${dates.day(last.startsAt)}`} title={titleOf(last)}>
      <Stack gap="12">
        {last.nextStep && <Text>Next: {last.nextStep}</Text>}
        <Row gap="8">
          <LinkButton to={`/learned?session=${last.sessionId}`}>Add what I learned</LinkButton>
          <Button variant="quiet" onClick={() => setThanking(true)}>
            Thank {last.otherName}
          </Button>
        </Row>
        <AudienceNote audience="ME">
          {audienceSentence('learning.body', last.otherName)}
        </AudienceNote>
      </Stack>
      <ThanksSheet
        isOpen={isThanking}
        onClose={() => setThanking(false)}
        pairingId={last.pairingId}
        otherName={last.otherName}
      />
    </Card>
  );
}

function titleOf({ changeLine, topics, otherName }: LastTimeShown): string {
  if (changeLine) return changeLine;
  return topics.length > 0
    ? `You and ${otherName} worked on ${new Intl.ListFormat('en').format(topics)}`
    : `You met ${otherName}`;
}

import { useState } from 'react';
import { graphql, useDates } from '@flipside/platform-web';
import type { PairingQuestionsFragment, QuestionReaders } from '@flipside/platform-web/gql';
import { AudienceNote, Button, Row, Section, Stack, Text } from '@flipside/ui';
import { AskSheet } from './ask-sheet.js';
import { whoReads } from './question-readers.js';

graphql(`
  fragment PairingQuestions on Pairing {
    ...PairingAsk
    questions {
      id
      authorName
      isMine
      readers
      text
      at
    }
  }
`);

const CIRCLES: readonly QuestionReaders[] = ['PAIR', 'EXECUTIVE_AND_LEAD', 'CHAMPION_AND_LEAD'];

/** What was asked and answered about the proposal, by who reads it. Silent while there is nothing. */
export function QuestionsSection({ pairing }: { pairing: PairingQuestionsFragment }) {
  const [isOpen, setOpen] = useState(false);
  const dates = useDates();
  const { questions, viewerCanAsk } = pairing;
  if (questions.length === 0) return null;
  return (
    <Section title="Questions about this proposal">
      <Stack gap="24">
        {CIRCLES.map((readers) => {
          const texts = questions.filter((question) => question.readers === readers);
          return texts.length === 0 ? null : (
            <Stack key={readers} gap="12">
              {texts.map(({ id, authorName, isMine, text, at }) => (
                <Stack key={id} gap="4">
                  <Text size="sm" tone="muted">
                    {isMine ? 'You' : authorName}, {dates.day(at)}
                  </Text>
                  <Text>{text}</Text>
                </Stack>
              ))}
              {readers === 'PAIR' ? (
                <AudienceNote audience="PAIR">{whoReads(pairing, readers)}</AudienceNote>
              ) : (
                <Text size="sm" tone="muted">
                  {whoReads(pairing, readers)}
                </Text>
              )}
            </Stack>
          );
        })}
        {viewerCanAsk.length > 0 && (
          <Row gap="12">
            <Button onClick={() => setOpen(true)}>Write back…</Button>
          </Row>
        )}
      </Stack>
      <AskSheet isOpen={isOpen} onClose={() => setOpen(false)} pairing={pairing} />
    </Section>
  );
}

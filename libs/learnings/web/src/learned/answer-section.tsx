import { usePageQuery } from '@flipside/platform-web';
import { Section, Stack } from '@flipside/ui';
import { ColleagueCard } from './colleague-card.js';
import { ConsentAnswer } from './consent-answer.js';
import { LearningsToAnswerQuery } from './learned-documents.js';

/** Lines about the two that wait for this person's yes, answered in one tap. Nothing is drawn while nothing waits. */
export function AnswerSection() {
  const { data } = usePageQuery(LearningsToAnswerQuery);
  if (!data || data.learningsToAnswer.length === 0) return null;
  return (
    <Section title="Waiting for your yes">
      <Stack gap="12">
        {data.learningsToAnswer.map((learning) => (
          <ColleagueCard key={learning.id} learning={learning}>
            <ConsentAnswer learning={learning} />
          </ColleagueCard>
        ))}
      </Stack>
    </Section>
  );
}

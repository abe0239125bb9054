import { usePageQuery } from '@flipside/platform-web';
import { QuietFace, Section, Stack } from '@flipside/ui';
import { StoryAnswer } from '../stories/story-answer.js';
import { StoryCard } from '../stories/story-card.js';
import { ColleagueCard } from './colleague-card.js';
import { ConsentAnswer } from './consent-answer.js';
import { ToAnswerQuery } from './learned-documents.js';

/** Lines and stories about the two that wait for this person's yes, answered in one tap. Nothing is drawn while nothing waits. */
export function AnswerSection() {
  const page = usePageQuery(ToAnswerQuery);
  if (!page.data) return <QuietFace of={page} />;
  const { learningsToAnswer, storiesToAnswer } = page.data;
  if (learningsToAnswer.length + storiesToAnswer.length === 0) return null;
  return (
    <Section title="Waiting for your yes">
      <Stack gap="12">
        {learningsToAnswer.map((learning) => (
          <ColleagueCard key={learning.id} learning={learning}>
            <ConsentAnswer learning={learning} />
          </ColleagueCard>
        ))}
        {storiesToAnswer.map((story) => (
          <StoryCard key={story.id} story={story}>
            <StoryAnswer story={story} />
          </StoryCard>
        ))}
      </Stack>
    </Section>
  );
}

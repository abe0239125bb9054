import { useDates } from '@flipside/platform-web';
import { Card, Text } from '@flipside/ui';
import type { LearningShown } from './learned-documents.js';

/** A line that its writer opened to everyone. */
export function ColleagueCard({ learning }: { learning: LearningShown }) {
  const dates = useDates();
  return (
    <Card as="article" tone="sunken">
      <Text>{learning.body}</Text>
      <Text tone="muted" size="sm">
        {learning.isMine ? 'You' : learning.personName}, {dates.day(learning.createdAt)}
      </Text>
    </Card>
  );
}

import { useDates } from '@flipside/platform-web';
import { Card, Stack, Text } from '@flipside/ui';
import type { ReactNode } from 'react';
import type { LearningShown } from './learned-documents.js';

interface ColleagueCardProps {
  learning: LearningShown;
  /** What can be done about it. */
  children?: ReactNode;
}

/** A line that its writer opened to more people. */
export function ColleagueCard({ learning, children }: ColleagueCardProps) {
  const dates = useDates();
  return (
    <Card as="article" {...(!children && { tone: 'sunken' as const })}>
      <Stack gap="12">
        <Stack gap="4">
          <Text>{learning.body}</Text>
          <Text tone="muted" size="sm">
            {learning.isMine ? 'You' : learning.personName}, {dates.day(learning.createdAt)}
          </Text>
        </Stack>
        {children}
      </Stack>
    </Card>
  );
}

import { useDates } from '@flipside/platform-web';
import { Badge, Button, Card, Row, Stack, Text } from '@flipside/ui';
import { useState, type ReactNode } from 'react';
import { GRADE_WORDS } from '../outcomes/outcome-documents.js';
import { PickSheet } from './pick-sheet.js';
import type { StoryShown } from './story-documents.js';

/** A story as everyone reads it: its result first, then the words, then who tells it. */
export function StoryCard({ story, children }: { story: StoryShown; children?: ReactNode }) {
  const dates = useDates();
  const [isPicking, setPicking] = useState(false);
  const { result, body, tellers, grade, sharedAt, viewerCanPick } = story;
  const by =
    tellers.length > 0
      ? new Intl.ListFormat('en').format(tellers)
      : 'Two colleagues who stay unnamed';
  return (
    <Card as="article" level={3} title={result}>
      <Stack gap="12">
        <Text>{body}</Text>
        <Row gap="8">
          {/* Before it is shared, whoever is asked reads below who wrote it. */}
          {sharedAt && (
            <Text tone="muted" size="sm">
              {by}, {dates.day(sharedAt)}
            </Text>
          )}
          {grade && <Badge tone="outline">{GRADE_WORDS[grade]}</Badge>}
        </Row>
        {children}
        {viewerCanPick && (
          <div>
            <Button size="small" onClick={() => setPicking(true)}>
              Pick as use of the week
            </Button>
          </div>
        )}
      </Stack>
      {viewerCanPick && (
        <PickSheet isOpen={isPicking} onClose={() => setPicking(false)} story={story} />
      )}
    </Card>
  );
}

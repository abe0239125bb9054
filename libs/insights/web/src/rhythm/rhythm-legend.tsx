import { RhythmStrip, Row, Text, type RhythmStripProps } from '@flipside/ui';

const MARKS: { state: RhythmStripProps['fortnights'][number]['state']; word: string }[] = [
  { state: 'held', word: 'Held' },
  { state: 'moved', word: 'Held after a move' },
  { state: 'skipped', word: 'Skipped with a reason' },
  { state: 'not booked', word: 'Not booked' },
  { state: 'no word', word: 'No word' },
];

/** What the marks of the strip mean, in words. */
export function RhythmLegend() {
  return (
    <Row gap="16">
      {MARKS.map(({ state, word }) => (
        <Row key={state} gap="4">
          <span aria-hidden>
            <RhythmStrip fortnights={[{ state }]} />
          </span>
          <Text as="span" size="sm" tone="muted">
            {word}
          </Text>
        </Row>
      ))}
    </Row>
  );
}

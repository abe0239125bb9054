import { Stack, Text } from '@flipside/ui';
import type { Detail } from './proposal-panel.js';
import '../pairings.css';

/** For an executive without a champion: which rule leaves out how many. */
export function RuledOut({ counts }: { counts: Detail['ruleCounts'] }) {
  const effective = counts.filter(({ alone }) => alone > 0);
  if (effective.length === 0) return null;
  return (
    <Stack gap="4">
      <Text as="h3" size="sm" weight="medium" tone="muted">
        Champions left out by each rule alone
      </Text>
      <ul className="pairings-plain pairings-reasons">
        {effective.map(({ rule, sentence, alone }) => (
          <li key={rule}>
            <span>{sentence}</span>
            <span className="pairings-reasons-points">{alone}</span>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

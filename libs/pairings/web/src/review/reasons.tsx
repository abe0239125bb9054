import { Stack, Text } from '@flipside/ui';
import { CRITERION, points } from '../pairing-words.js';
import type { Detail } from './proposal-panel.js';
import '../pairings.css';

type Reason = Detail['reasons'][number];

const GROUPS = [
  { side: 'FOR', title: 'For' },
  { side: 'AGAINST', title: 'Against' },
  { side: 'UNKNOWN', title: 'Not known' },
] as const;

/** Every criterion as a sentence, for and against, with its points; the points add up to the total. */
export function Reasons({ reasons, total }: { reasons: readonly Reason[]; total: string }) {
  return (
    <Stack gap="16">
      {GROUPS.map(({ side, title }) => {
        const own = reasons.filter((reason) => reason.side === side && reason.weight > 0);
        if (own.length === 0) return null;
        return (
          <Stack key={side} gap="4">
            <Text as="h3" size="sm" weight="medium" tone="muted">
              {title}
            </Text>
            <ul className="pairings-plain pairings-reasons">
              {own.map((reason) => (
                <li key={reason.criterion}>
                  <span>{reason.text}</span>
                  <span
                    className="pairings-reasons-points"
                    title={`${CRITERION[reason.criterion] ?? ''}: weight ${points(reason.weight * 10)} × value ${reason.value} of 100`}
                  >
                    {points(reason.points)} of {points(reason.weight * 10)}
                  </span>
                </li>
              ))}
            </ul>
          </Stack>
        );
      })}
      <Text size="sm" tone="muted">
        Together {total} of 100 points. Each line is its weight times a value from 0 to 1.
      </Text>
    </Stack>
  );
}

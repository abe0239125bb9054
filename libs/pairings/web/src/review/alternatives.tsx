import { Button, Stack, Text } from '@flipside/ui';
import { points } from '../pairing-words.js';
import type { Detail } from './proposal-panel.js';
import '../pairings.css';

type Alternative = Detail['alternatives'][number];

const ROOM: Readonly<Record<Alternative['room'], string>> = {
  FREE: 'moves nobody',
  MOVES: 'moves 1 other proposal',
  FULL: 'all places are decided',
};

interface AlternativesProps {
  alternatives: readonly Alternative[];
  isBusy: boolean;
  /** Left out when the round is closed. */
  onSwap?: (championId: string) => void;
}

/** Who else could be, with points, the strongest reason and what choosing them changes elsewhere. */
export function Alternatives({ alternatives, isBusy, onSwap }: AlternativesProps) {
  if (alternatives.length === 0) return null;
  return (
    <Stack gap="4">
      <Text as="h3" size="sm" weight="medium" tone="muted">
        Instead
      </Text>
      <ul className="pairings-plain pairings-alternatives">
        {alternatives.map(({ champion, points: score, room, price, reasons }) => (
          <li key={champion.id}>
            <Stack gap="2">
              <Text weight="medium">
                {champion.name}
                {champion.title && <Text as="span" tone="muted">{`, ${champion.title}`}</Text>}
              </Text>
              <Text size="sm" tone="muted">
                {points(score)} points · {price?.sentence ?? ROOM[room]} · {strongest(reasons)}
              </Text>
            </Stack>
            {onSwap && (
              <Button
                size="small"
                disabled={room === 'FULL' || isBusy}
                onClick={() => onSwap(champion.id)}
                aria-label={`Swap to ${champion.name}`}
              >
                Swap
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function strongest(reasons: Alternative['reasons']): string {
  const [best] = reasons.filter(({ side }) => side === 'FOR').sort((a, b) => b.points - a.points);
  return best?.text ?? 'No strong reason.';
}

import { Stack, Text } from '@flipside/ui';
import { points } from '../pairing-words.js';
import type { Detail } from './proposal-panel.js';
import '../pairings.css';

/** Where the pair stands among all: the executive's own order, the price of parting, scarce places. */
export function Standing({ detail }: { detail: Detail }) {
  const lines = inWords(detail);
  if (lines.length === 0) return null;
  return (
    <Stack as="ul" gap="2" className="pairings-plain" aria-label="Where this pair stands">
      {lines.map((line) => (
        <li key={line}>
          <Text size="sm" tone="muted">
            {line}
          </Text>
        </li>
      ))}
    </Stack>
  );
}

function inWords({ champion, rank, allowed, runnerUp, placeValue, remedy }: Detail): string[] {
  const lines: string[] = [];
  if (champion && rank != null && allowed != null) {
    lines.push(
      rank === 1
        ? `The best of ${allowed} possible champions for this executive.`
        : `Number ${rank} of ${allowed} possible champions; those before are worth more elsewhere.`,
    );
  }
  if (runnerUp) lines.push(`Not suggesting these two ${runnerUp.sentence}.`);
  if (champion && placeValue) {
    lines.push(
      `One more place with ${champion.person.name} would gain the round ${points(placeValue)} points.`,
    );
  }
  if (remedy) lines.push(`What would help: ${remedy}`);
  return lines;
}

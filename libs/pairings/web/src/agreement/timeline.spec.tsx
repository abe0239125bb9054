import { expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import { Timeline } from './timeline.js';

/** What the commands of pairings note down. */
const KINDS = [
  'proposed',
  'said_yes',
  'accepted',
  'declined',
  'postponed',
  'asked',
  'expired',
  'withdrawn',
  'activated',
  'agreed',
  'agreement_confirmed',
  'paused',
  'resumed',
  'renewed',
  'completed',
  'ended_early',
];

it('tells what happened in words, never by its name in the records', async () => {
  const entries = KINDS.map((kind, day) => ({
    __typename: 'TimelineEntry',
    kind,
    actorName: kind === 'said_yes' ? 'Helen Ward' : null,
    at: `2026-11-${String(day + 1).padStart(2, '0')}T09:00:00Z`,
  }));
  renderPage(<Timeline pairingId="p1" />, {
    answers: { PairingTimeline: { pairingTimeline: entries } },
  });
  expect(await screen.findByText(/Said yes, Helen Ward/)).toBeTruthy();
  const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(lines).toHaveLength(KINDS.length);
  for (const line of lines) expect(line).toMatch(/: [A-Z][a-z ]+/);
  expect(lines.join()).not.toContain('_');
});

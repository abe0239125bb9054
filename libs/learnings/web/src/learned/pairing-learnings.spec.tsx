import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { PairingLearnings } from './pairing-learnings.js';

const asked = (change: object = {}) => ({
  __typename: 'Learning',
  id: 'l1',
  personName: 'Helen Ward',
  isMine: false,
  body: 'I practise before the board meeting',
  stage: 'KEPT',
  audience: 'TWO_OF_US',
  consent: 'WAITING',
  needsYesOf: null,
  viewerCanAnswer: true,
  createdAt: '2026-11-18T11:00:00Z',
  version: 2,
  ...change,
});
const show = (line: object, answered: object = line) =>
  renderPage(<PairingLearnings pairingId="p1" isLearner={false} otherName="Helen Ward" />, {
    answers: {
      PairingLearnings: { pairingLearnings: [line] },
      ConsentToLearning: {
        consentToLearning: { __typename: 'LearningPayload', learning: answered },
      },
    },
  });

describe('a line of the other one that concerns both', () => {
  it.each([
    ['Agree to these words', true],
    ['Keep it between us', false],
  ])('stands with its exact words above the answer “%s”', async (name, agrees) => {
    const page = show(asked());
    expect(await screen.findByText('I practise before the board meeting')).toBeTruthy();
    expect(screen.getByText('Only you and Helen Ward can read this. HR cannot.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'ConsentToLearning')?.variables,
      ).toEqual({ input: { id: 'l1', version: 2, agrees } }),
    );
  });

  it('can be taken back from everyone later', async () => {
    show(asked({ audience: 'EVERYONE', consent: 'AGREED' }));
    expect(await screen.findByRole('button', { name: 'Take it back' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Agree to these words' })).toBeNull();
  });

  it('asks nothing where the writer decides alone', async () => {
    show(asked({ viewerCanAnswer: false, consent: null }));
    expect(await screen.findByText('I practise before the board meeting')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

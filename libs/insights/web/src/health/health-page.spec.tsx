import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import { HealthPage } from './health-page.js';

const pairing = (change: object = {}) => ({
  __typename: 'PairingHealth',
  pairingId: 'p1',
  executiveName: 'Helen Ward',
  championName: 'Priya Nair',
  state: 'AT_RISK',
  reasons: ['The executive called off the last two sessions', 'No session since 3 October'],
  sinceOn: '2026-11-20',
  ...change,
});
const report = (pairings: object[]) => ({
  PairingHealth: {
    pairingHealth: {
      __typename: 'PairingHealthReport',
      foundOn: '2026-11-24',
      weightsVersion: 1,
      pairings,
    },
  },
});
const at = '/pairing-health';

describe('the health of pairings', () => {
  it('teaches when pairings are looked at, while none has been', async () => {
    renderPage(<HealthPage />, { at, answers: report([]) });
    const face = await emptyFace('No pairing has been looked at yet');
    expect(face.getByText(/Every night each pairing with a rhythm/)).toBeTruthy();
    expect(face.getByRole('link').getAttribute('href')).toBe('/rhythm');
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
  });

  it('says state and the two largest reasons in words, and no score', async () => {
    renderPage(<HealthPage />, {
      at,
      answers: report([
        pairing(),
        pairing({ pairingId: 'p2', state: 'TOO_NEW', reasons: ['Began on 17 November'] }),
        pairing({ pairingId: 'p3', state: 'NOT_ENOUGH_DATA', reasons: [] }),
        pairing({ pairingId: 'p4', state: 'PAUSED', reasons: [] }),
      ]),
    });
    expect(await screen.findByText('At risk')).toBeTruthy();
    expect(screen.getByText('The executive called off the last two sessions')).toBeTruthy();
    expect(screen.getByText('No session since 3 October')).toBeTruthy();
    for (const words of ['Too new to say', 'Not enough data', 'Paused'])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/n = 4 pairings, data up to/)).toBeTruthy();
    // What weighs without being named is said beside the states.
    expect(
      screen.getByText(
        /Usefulness and hands-on time are the two people’s own and count without being named/,
      ),
    ).toBeTruthy();
    expect(screen.getByRole('table').textContent).not.toMatch(/\d+ ?(%|points|of 100)/);
    expect(screen.getByRole('button', { name: 'Export' })).toBeTruthy();
  });

  it('offers another try when the answer fails', async () => {
    renderPage(<HealthPage />, { at, answers: { PairingHealth: { barrier: 'INTERNAL' } } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, within } from '@testing-library/react';
import { HrSeesPanel } from './hr-sees-panel.js';

const pairing = {
  id: 'p1',
  state: 'ACTIVE',
  viewerSide: 'EXECUTIVE' as const,
  otherName: 'Priya Nair',
};
const facts = {
  __typename: 'SessionFacts',
  sessionId: 's1',
  championName: 'Priya Nair',
  executiveName: 'Helen Ward',
  startsAt: '2026-11-18T09:30:00Z',
  durationMin: 30,
  met: true,
  isDisputed: false,
  topics: ['Forecasting'],
};
const answers = (health: object | null) => ({
  HealthAsHrSees: { healthAsHrSees: health },
  PairingFacts: { pairingFacts: [facts] },
});
const open = () => fireEvent.click(screen.getByRole('button', { name: 'See what HR sees' }));

describe('what HR sees of a pairing', () => {
  it('opens for its two people: HR’s row of health and HR’s own drawing of the sessions', async () => {
    const page = renderPage(<HrSeesPanel pairing={pairing} />, {
      answers: answers({
        __typename: 'PairingHealth',
        pairingId: 'p1',
        state: 'SLIPPING',
        reasons: [
          'The next session has slipped by 3 days.',
          '3 of the 4 next steps they agreed on are done.',
        ],
        sinceOn: '2026-11-20',
      }),
    });
    open();
    const sheet = within(
      await screen.findByRole('dialog', { name: 'What HR sees of this pairing' }),
    );
    expect(await sheet.findByText('Slipping')).toBeTruthy();
    expect(
      sheet.getByText(/slipped by 3 days. 3 of the 4 next steps they agreed on are done./),
    ).toBeTruthy();
    expect(await sheet.findByText('Forecasting')).toBeTruthy();
    expect(page.asked.map(({ operation }) => operation).sort()).toEqual([
      'HealthAsHrSees',
      'PairingFacts',
    ]);
  });

  it('says so while nobody has looked yet, and is nothing to HR, who has the list', async () => {
    const { unmount } = renderPage(<HrSeesPanel pairing={pairing} />, { answers: answers(null) });
    open();
    expect(await screen.findByText('Not looked at yet')).toBeTruthy();
    unmount();
    renderPage(<HrSeesPanel pairing={{ ...pairing, viewerSide: null }} />, {
      answers: answers(null),
    });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

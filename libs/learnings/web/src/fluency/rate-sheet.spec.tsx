import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { FluencyShown } from './fluency-documents.js';
import { RateSheet } from './rate-sheet.js';

const fluency = (change: Partial<FluencyShown> = {}): FluencyShown => ({
  pairingId: 'p1',
  viewerIsExecutive: true,
  otherName: 'Priya Nair',
  isDue: true,
  viewerCanRate: true,
  views: [{ dimension: 'DATA', self: 3, observed: 2, gap: 1 }],
  trustSelf: null,
  trustObserved: null,
  gain: null,
  normalisedGain: null,
  slope: null,
  ratings: [],
  ...change,
});
const show = (of: FluencyShown) =>
  renderPage(<RateSheet isOpen onClose={() => undefined} fluency={of} />, {
    answers: {
      RateFluency: { rateFluency: { __typename: 'FluencyPayload', fluency: { ...of } } },
    },
  });
const LOOKING_BACK = /Looking back, where were you at first/;

describe('saying where one is', () => {
  it('asks from the second look on where one was at first, seen from now', async () => {
    const page = show(fluency());
    const lines = within(await screen.findByRole('radiogroup', { name: /data/i }));
    expect(screen.queryByRole('group', { name: LOOKING_BACK })).toBeNull();
    fireEvent.click(lines.getAllByRole('radio')[2] as HTMLElement);
    const back = within(await screen.findByRole('group', { name: LOOKING_BACK }));
    fireEvent.click(back.getByRole('button', { name: 'Guided' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(page.asked.at(-1)?.variables).toMatchObject({
        input: { pairingId: 'p1', levels: [{ dimension: 'DATA', level: 2, then: 1 }] },
      }),
    );
  });

  it('says what is missing when nothing was chosen', async () => {
    const message = 'Choose at least one line.';
    const refusal = {
      __typename: 'LearningRefusal',
      code: 'NOTHING_RATED',
      field: 'levels',
      message,
    };
    renderPage(<RateSheet isOpen onClose={() => undefined} fluency={fluency()} />, {
      answers: { RateFluency: { rateFluency: refusal } },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText(message)).toBeTruthy();
  });

  it('does not ask at the first look, nor a champion', async () => {
    for (const of of [
      fluency({ views: [{ dimension: 'DATA', self: null, observed: null, gap: null }] }),
      fluency({ viewerIsExecutive: false }),
    ]) {
      const { unmount } = show(of);
      fireEvent.click((await screen.findAllByRole('radio'))[2] as HTMLElement);
      expect(screen.queryByText(LOOKING_BACK)).toBeNull();
      unmount();
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import { FluencyPage } from './fluency-page.js';

const figure = (change: object = {}) => ({
  __typename: 'FluencyFigure',
  kind: 'DISCERNMENT',
  dataOn: '2026-09-30',
  people: 12,
  median: 2,
  count: 7,
  ...change,
});
const at = '/fluency';

describe('fluency over all executives', () => {
  it('teaches when figures appear, before there are five people', async () => {
    renderPage(<FluencyPage />, { at, answers: { FluencyFigures: { fluencyFigures: [] } } });
    expect(await screen.findByText(/by whose end enough executives were observed/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says counts under twenty people and a share from twenty on, never a mean', async () => {
    renderPage(<FluencyPage />, {
      at,
      answers: {
        FluencyFigures: {
          fluencyFigures: [
            figure(),
            figure({ kind: 'DATA', people: 40, count: 30, median: 1 }),
            figure({ kind: 'CALIBRATED', median: null, count: 9 }),
            figure({ kind: 'IMPROVED', median: null, count: 8 }),
          ],
        },
      },
    });
    const cell = async (name: string) =>
      (await screen.findByText(name)).closest('tr')?.textContent ?? '';
    expect(await cell('Judging the answer')).toContain('2 · Practising');
    expect(await cell('Judging the answer')).toContain('7 of 12');
    expect(await cell('Judging the answer')).toMatch(/Until .*Sep/);
    expect(await cell('Asking questions of data')).toContain('75 % of 40');
    expect(await cell('Trust in AI fits')).toContain('9 of 12');
    expect(await cell('Rose by a level or more since the first look')).toContain('8 of 12');
    expect(screen.queryByText(/average|mean|score/i)).toBeNull();
  });

  it('offers another try when the answer fails', async () => {
    renderPage(<FluencyPage />, { at, answers: { FluencyFigures: { barrier: 'INTERNAL' } } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

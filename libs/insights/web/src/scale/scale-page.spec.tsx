import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen, within } from '@testing-library/react';
import { ScalePage } from './scale-page.js';

const unit = (name: string, isLight: boolean) => ({
  __typename: 'ScaleUnit',
  unitId: name.toLowerCase(),
  name,
  isReady: isLight,
  reasons: [
    { criterion: 'COVERAGE', isMet: true, sentence: '5 of 5 champions.' },
    {
      criterion: 'LOAD',
      isMet: isLight,
      sentence: `${isLight ? 3 : 9} of 10 agreed hours are asked.`,
    },
    { criterion: 'RHYTHM', isMet: null, sentence: 'Too few pairings to say.' },
  ],
});
const setup = (answer: unknown) => ({
  at: '/scale',
  answers: { ReadyToScale: answer as Record<string, unknown> },
});

describe('ready to scale', () => {
  it('says which departments can take in more, and what holds the others back', async () => {
    renderPage(
      <ScalePage />,
      setup({ readyToScale: [unit('Sales', true), unit('Service', false)] }),
    );
    expect(await screen.findByText('1 of 2 departments can take in more.')).toBeTruthy();
    const service = within(screen.getByRole('row', { name: /Service/ }));
    expect(service.getByText('Not yet')).toBeTruthy();
    expect(service.getByText('9 of 10 agreed hours are asked.')).toBeTruthy();
    expect(service.getAllByRole('img', { name: 'Not met:' })).toHaveLength(1);
    const sales = within(screen.getByRole('row', { name: /Sales/ }));
    expect(sales.getByText('Ready')).toBeTruthy();
    expect(sales.getByRole('link', { name: 'Sales' }).getAttribute('href')).toBe('/coverage/sales');
  });

  it('teaches where there are no departments', async () => {
    renderPage(<ScalePage />, setup({ readyToScale: [] }));
    expect(await screen.findByText('No departments yet')).toBeTruthy();
  });

  it('keeps its heading while the figures are on their way', () => {
    renderPage(<ScalePage />, setup('never'));
    expect(screen.getByRole('heading', { level: 1, name: 'Ready to scale' })).toBeTruthy();
  });
});

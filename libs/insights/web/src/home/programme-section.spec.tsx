import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, within } from '@testing-library/react';
import { ProgrammeSection } from './programme-section.js';

const person = (name: string) => ({
  __typename: 'RhythmPerson',
  id: name,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@company.test`,
});
const home = (change: object = {}) => ({
  ProgrammeHome: {
    programmeHome: {
      __typename: 'ProgrammeHome',
      headline: {
        __typename: 'ProgrammeHeadline',
        spreadSentence: 'Enough in all, yet Logistics has none.',
        totalSentence: '99 champions for 2,235 people: 1 per 22.6, target 1 per 25.',
        gapSentence: '3 units are short by 9 champions; 1 has none.',
        lastImportAt: '2026-11-20T08:00:00Z',
        isStale: false,
      },
      setUp: [],
      hasPeople: true,
      gaps: {
        __typename: 'GapList',
        totalCount: 7,
        rows: [
          {
            __typename: 'ProgrammeGap',
            unitId: 'u1',
            name: 'Logistics',
            people: 104,
            champions: 0,
            required: 5,
            gap: 5,
          },
          {
            __typename: 'ProgrammeGap',
            unitId: 'u2',
            name: 'Customer success',
            people: 121,
            champions: 3,
            required: 5,
            gap: 2,
          },
        ],
      },
      proposals: {
        __typename: 'ProposalList',
        totalCount: 6,
        flaggedCount: 1,
        rows: [
          {
            __typename: 'WaitingProposal',
            id: 'q1',
            roundId: 'r1',
            roundName: 'Autumn round',
            executiveName: 'Helen Ward',
            championName: 'Priya Nair',
            flagCount: 2,
          },
          {
            __typename: 'WaitingProposal',
            id: 'q2',
            roundId: 'r1',
            roundName: 'Autumn round',
            executiveName: 'Omar Said',
            championName: null,
            flagCount: 0,
          },
        ],
      },
      slipping: {
        __typename: 'SlippingList',
        totalCount: 1,
        rows: [
          {
            __typename: 'PairingRhythm',
            pairingId: 'p1',
            because: 'Slipped by 6 days.',
            lastHeldOn: '2026-10-27',
            nextOn: null,
            executive: person('Helen Ward'),
            champion: person('Priya Nair'),
          },
        ],
      },
      nominations: {
        __typename: 'NominationList',
        totalCount: 1,
        rows: [
          {
            __typename: 'AgeingNomination',
            id: 'n1',
            nomineeName: 'Jun Mori',
            unitName: 'Sales',
            stage: 'screened',
            days: 40,
          },
        ],
      },
      ...change,
    },
  },
});
const empty = { rows: [], totalCount: 0 };
const step = (key: string, isDone: boolean) => ({ __typename: 'SetUpStep', key, isDone });

describe('the programme home', () => {
  it('leads with one sentence, then four short lists whose rows carry their action', async () => {
    renderPage(<ProgrammeSection />, { answers: home() });
    expect(
      await screen.findByText(
        /^99 champions for 2,235 people: 1 per 22.6, target 1 per 25. 3 units are short/,
      ),
    ).toBeTruthy();
    expect(screen.getByText('Enough in all, yet Logistics has none.')).toBeTruthy();
    expect(
      screen
        .getAllByRole('region')
        .filter((region) => region.tagName === 'SECTION')
        .map((region) => within(region).getAllByRole('heading')[0]?.textContent),
    ).toEqual(['Biggest gaps', 'Proposals waiting', 'Pairings slipping', 'Nominations ageing']);
    expect(screen.getByText('No champion. Needs 5 for 104 people.')).toBeTruthy();
    expect(screen.getByText('Needs 2 more: has 3 of 5 for 121 people.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Recruit in Logistics' }).getAttribute('href')).toBe(
      '/coverage/u1?recruit=1',
    );
    expect(
      screen.getByRole('link', { name: 'Review Helen Ward with Priya Nair' }).getAttribute('href'),
    ).toBe('/matching/r1/review');
    expect(screen.getByText('2 points to check. Autumn round.')).toBeTruthy();
    expect(screen.getByText('Omar Said with nobody yet')).toBeTruthy();
    expect(screen.getByText('Screened 40 days ago, Sales')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Decide about Jun Mori' }).getAttribute('href')).toBe(
      '/recruiting?open=n1',
    );
    expect(screen.getByRole('link', { name: 'All 7 gaps' })).toBeTruthy();
  });

  it('opens a message to either person of a slipping pairing and sends nothing itself', async () => {
    renderPage(<ProgrammeSection />, { answers: home() });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Offer help to Helen Ward with Priya Nair' }),
    );
    const sheet = await screen.findByRole('dialog', { name: 'Offer help' });
    const link = within(sheet).getByRole('link', { name: 'Write to Priya Nair' });
    expect(link.getAttribute('href')).toMatch(/^mailto:priya%40company\.test\?subject=/);
    expect(within(sheet).getByText(/Hello Helen Ward,/)).toBeTruthy();
  });

  it('says what an empty list means', async () => {
    const lists = {
      gaps: { __typename: 'GapList', ...empty },
      proposals: { __typename: 'ProposalList', flaggedCount: 0, ...empty },
      slipping: { __typename: 'SlippingList', ...empty },
      nominations: { __typename: 'NominationList', ...empty },
    };
    renderPage(<ProgrammeSection />, { answers: home(lists) });
    expect(await screen.findByText('Every unit has its champions.')).toBeTruthy();
    expect(screen.getByText('Every pairing meets as agreed.')).toBeTruthy();
    expect(screen.getByText('No proposals wait for your decision.')).toBeTruthy();
    expect(screen.getByText('No nomination waits for your decision.')).toBeTruthy();
  });

  it('is a list of five steps on a fresh installation, the next one marked', async () => {
    const setUp = [
      step('PEOPLE', false),
      step('UNITS', false),
      step('TARGET', false),
      step('NOMINATORS', false),
      step('ROUND', false),
    ];
    renderPage(<ProgrammeSection />, { answers: home({ hasPeople: false, setUp }) });
    expect(await screen.findByText('0 of 5 steps done.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Import people' }).getAttribute('href')).toBe(
      '/import',
    );
    expect(screen.queryByText('Biggest gaps')).toBeNull();
    expect(screen.queryByText(/99 champions/)).toBeNull();
  });

  it('ticks the steps that are done beside the lists', async () => {
    const setUp = [
      step('PEOPLE', true),
      step('UNITS', true),
      step('TARGET', false),
      step('NOMINATORS', false),
      step('ROUND', false),
    ];
    renderPage(<ProgrammeSection />, { answers: home({ setUp }) });
    expect(await screen.findByText('2 of 5 steps done.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Import people' })).toBeNull();
    expect(screen.getByText('Biggest gaps')).toBeTruthy();
  });

  it('warns when the staff list is old', async () => {
    const headline = {
      __typename: 'ProgrammeHeadline',
      spreadSentence: '',
      totalSentence: 'T.',
      gapSentence: 'G.',
      lastImportAt: '2026-08-01T08:00:00Z',
      isStale: true,
    };
    renderPage(<ProgrammeSection />, { answers: home({ headline }) });
    expect(await screen.findByText(/more than five weeks old/)).toBeTruthy();
  });

  it('offers to try again when it could not be asked', async () => {
    renderPage(<ProgrammeSection />, {
      answers: { ProgrammeHome: { barrier: 'INTERNAL', requestId: 'r1' } },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('draws the final layout in grey while it loads', () => {
    const { container } = renderPage(<ProgrammeSection />, { answers: { ProgrammeHome: 'never' } });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });
});

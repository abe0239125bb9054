import { describe, expect, it, jest } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aNode, aReport } from './coverage-report.fixture.js';
import { CoveragePage } from './coverage-page.js';

const report = aReport();
const at = '/coverage';
const viewer = { roles: ['EMPLOYEE', 'HR_LEAD'] as const };
const month = (on: string, gap: number) => ({
  __typename: 'OutlookMonth',
  on,
  required: 5,
  champions: 5 - gap,
  gap,
});
const answers = {
  CoveragePage: { coverage: report },
  CoverageSkills: {
    championChoices: { __typename: 'ChampionChoices', skills: ['Spreadsheets', 'SQL'] },
  },
  CoverageOutlook: {
    coverageOutlook: [
      {
        __typename: 'UnitOutlook',
        unitId: report.gapIds[0],
        gapAhead: 4,
        months: [month('2025-12-31', 3), month('2026-11-23', 5)],
      },
    ],
  },
};
const rowNames = () =>
  screen
    .getAllByRole('rowheader')
    .map((cell) => within(cell).queryByRole('link')?.textContent ?? cell.textContent);

describe('the coverage page', () => {
  it('keeps its heading while the figures are on their way', () => {
    renderPage(<CoveragePage />, { at, viewer, answers: { CoveragePage: 'never' } });
    expect(screen.getByRole('heading', { level: 1, name: 'Coverage' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says the sentence first, then lists the gaps with what to do', async () => {
    renderPage(<CoveragePage />, { at, viewer, answers });
    expect(await screen.findByText(/99 champions for 2,235 people: 1.per.22.6/)).toBeTruthy();
    expect(screen.getByText(/Units under 10 people are counted with the unit above/)).toBeTruthy();
    expect(rowNames()).toEqual(['Logistics', 'Sales']);
    const row = screen.getByRole('row', { name: /Logistics/ });
    expect(within(row).getByText('−5')).toBeTruthy();
    expect(within(row).getByRole('img', { name: '5 empty, need 5' })).toBeTruthy();
    expect(within(row).getByRole('button', { name: 'Recruit in Logistics' })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: /Gap/ }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  it('shows where each gap comes from and what it is likely to be', async () => {
    renderPage(<CoveragePage />, { at, viewer, answers });
    const row = await screen.findByRole('row', { name: /Logistics/ });
    expect(
      await within(row).findByRole('img', { name: /^3 missing on .* 2025, 5 today$/ }),
    ).toBeTruthy();
    expect(within(row).getByText(/fewer missing/)).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'In 90 days' })).toBeTruthy();
  });

  it('counts only champions with a skill when the address says so, and says so itself', async () => {
    const page = renderPage(<CoveragePage />, { at: `${at}?skill=SQL`, viewer, answers });
    expect(await screen.findByText(/Only champions good at SQL are counted/)).toBeTruthy();
    expect(
      page.asked.find(({ operation }) => operation === 'CoveragePage')?.variables,
    ).toMatchObject({ skill: 'SQL' });
    // What is likely ahead says nothing about a skill.
    expect(screen.queryByRole('columnheader', { name: 'In 90 days' })).toBeNull();
  });

  it('says that a day is over when the server says so, whatever the device’s clock shows', async () => {
    const shown = (isPast: boolean) =>
      renderPage(<CoveragePage />, {
        at,
        viewer,
        answers: {
          ...answers,
          CoveragePage: { coverage: aReport({ asOf: '2001-01-01', isPast }) },
        },
      });
    const page = shown(false);
    await screen.findByText(/99 champions/);
    expect(screen.queryByText(/as it was shown then/)).toBeNull();
    page.unmount();
    shown(true);
    expect(await screen.findByText(/as it was shown then/)).toBeTruthy();
  });

  it('sorts from the header and keeps it in the address', async () => {
    const page = renderPage(<CoveragePage />, { at, viewer, answers });
    fireEvent.click(await screen.findByRole('button', { name: /^Unit/ }));
    await waitFor(() => expect(page.address()).toContain('sort=name'));
    fireEvent.click(screen.getByRole('button', { name: /^People/ }));
    await waitFor(() => expect(page.address()).toContain('sort=people'));
    expect(rowNames()[0]).toBe('Sales');
  });

  it('asks for another day and another cut as the address says', async () => {
    const page = renderPage(<CoveragePage />, {
      at: `${at}?view=site&asOf=2026-01-31`,
      viewer,
      answers,
    });
    await screen.findByText(/99 champions/);
    expect(page.asked[0]?.variables).toEqual({
      by: 'LOCATION',
      asOf: '2026-01-31',
      basis: 'SHOWN',
      skill: null,
    });
  });

  it('unfolds the tree, small units behind one line with their sentence', async () => {
    const page = renderPage(<CoveragePage />, { at: `${at}?view=all`, viewer, answers });
    await screen.findByRole('table', { name: 'Coverage of all units' });
    expect(rowNames().slice(0, 3)).toEqual(['Norden', 'Logistics', 'Sales']);
    expect(screen.getByText(/11 people in 2 small units/)).toBeTruthy();
    expect(screen.queryByText('Legal')).toBeNull();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Units in small units' }), {
      key: 'ArrowRight',
    });
    expect(await screen.findByRole('link', { name: 'Legal' })).toBeTruthy();
    expect(screen.getAllByText('Pooled, close')).toHaveLength(2);
    await waitFor(() => expect(page.address()).toContain('open='));
    fireEvent.keyDown(screen.getByRole('button', { name: 'Units in Norden' }), {
      key: 'ArrowLeft',
    });
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Logistics' })).toBeNull());
  });

  it('leads from what is wrong below a unit to the tree, opened there', async () => {
    const sales = aNode({
      id: 'sales',
      code: 'SAL',
      name: 'Sales',
      parentId: 'org',
      people: 126,
      champions: 5,
      required: 6,
      gap: 1,
      state: 'CLOSE',
      childCount: 1,
      belowText: '1 unit below has none',
      worstBelowId: 'north',
    });
    const north = aNode({
      id: 'north',
      code: 'NOR',
      name: 'North',
      parentId: 'sales',
      depth: 2,
      people: 26,
      required: 2,
      gap: 2,
      state: 'NONE',
    });
    const coverage = aReport({
      nodes: [report.nodes[0] ?? north, sales, north],
      gapIds: ['sales'],
      pooled: [],
    });
    renderPage(<CoveragePage />, { at, viewer, answers: { CoveragePage: { coverage } } });
    const below = await screen.findByRole('link', { name: '1 unit below has none' });
    expect(below.getAttribute('href')).toBe('/coverage?view=all&open=NRD&open=SAL');
  });

  it('hands the shown rows over as a file that a spreadsheet cannot run', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = jest.fn((blob: Blob | MediaSource) => {
      saved.push(blob as Blob);
      return 'blob:coverage';
    });
    URL.revokeObjectURL = jest.fn();
    // The test browser cannot download.
    HTMLAnchorElement.prototype.click = jest.fn();
    const evil = aNode({
      id: 'evil',
      code: '=1+1',
      name: '=HYPERLINK("x")',
      people: 30,
      required: 2,
      gap: 2,
      state: 'NONE',
      ratioText: 'none for 30 people',
    });
    const coverage = aReport({ nodes: [evil], gapIds: ['evil'], pooled: [] });
    renderPage(<CoveragePage />, { at, viewer, answers: { CoveragePage: { coverage } } });
    await screen.findByRole('link', { name: '=HYPERLINK("x")' });
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'CSV for programs' }));
    const bytes = await new Promise<ArrayBuffer>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.readAsArrayBuffer(saved[0] ?? new Blob());
    });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\uFEFFCode,Name,Above,People')).toBe(true);
    expect(text).toContain(
      `'=1+1,"'=HYPERLINK(""x"")",,30,0,2,2,0,none,25,none for 30 people,0,0,30,0,2026-11-23`,
    );
  });

  it('offers recruiting: the words are there, and Send is the next press', async () => {
    const text = (language: string, audience: string, subject: string) => ({
      __typename: 'CallTextType',
      language,
      audience,
      subject,
      body: `${subject}.`,
    });
    const page = renderPage(<CoveragePage />, {
      at,
      viewer,
      answers: {
        ...answers,
        RecruitingDraft: {
          recruitingDraft: {
            __typename: 'CallDraftType',
            placeName: 'Logistics',
            sentence: 'Logistics has no champion. It needs 5 for 104 people.',
            wanted: 5,
            afterSentence: 'With 5 more: Logistics has 5 of 5 champions for 104 people.',
            language: 'DE',
            texts: [
              text('DE', 'MANAGERS', 'Logistics sucht'),
              text('DE', 'PEOPLE', 'Wer macht mit'),
              text('FR', 'MANAGERS', 'Logistics cherche'),
            ],
            managers: [{ __typename: 'CallRecipient', id: 'm1', name: 'Jun Ito', title: 'Head' }],
            peopleCount: 104,
            answerBy: '2026-12-07',
            sent: [],
          },
        },
        SendRecruitingCall: {
          sendRecruitingCall: {
            __typename: 'SendCallPayload',
            callId: 'c1',
            asked: 1,
            mailed: 1,
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Recruit in Logistics' }));
    expect(await screen.findByText(/With 5 more: Logistics has 5 of 5/)).toBeTruthy();
    expect(screen.getByDisplayValue('Logistics sucht')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Language'), { target: { value: 'FR' } });
    expect(screen.getByDisplayValue('Logistics cherche')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Send to 1 manager' }));
    expect(await screen.findByText(/Sent to 1 person of Logistics/)).toBeTruthy();
    const sent = page.asked.find(({ operation }) => operation === 'SendRecruitingCall');
    expect(sent?.variables).toMatchObject({
      input: {
        unitId: 'log',
        locationId: null,
        audience: 'MANAGERS',
        language: 'FR',
        subject: 'Logistics cherche',
      },
    });
  });

  it('teaches when there is no staff list yet, and when nothing is missing', async () => {
    const empty = aReport({
      nodes: [],
      gapIds: [],
      pooled: [],
      headline: {
        ...report.headline,
        people: 0,
        totalSentence: '0 champions, and no employees to cover.',
      },
    });
    const first = renderPage(<CoveragePage />, {
      at,
      viewer,
      answers: { CoveragePage: { coverage: empty } },
    });
    expect(await screen.findByText('No staff list yet')).toBeTruthy();
    first.unmount();
    const full = aReport({
      gapIds: [],
      headline: {
        ...report.headline,
        gapSentence: 'Every unit has its champions. 2 are one leaver away from a gap.',
      },
    });
    renderPage(<CoveragePage />, { at, viewer, answers: { CoveragePage: { coverage: full } } });
    expect(
      await screen.findByRole('heading', { name: 'Every unit has its champions' }),
    ).toBeTruthy();
  });

  it('teaches where sites come from while there are none', async () => {
    const coverage = aReport({ by: 'LOCATION', nodes: [], gapIds: [], pooled: [] });
    renderPage(<CoveragePage />, {
      at: `${at}?view=site`,
      viewer,
      answers: { CoveragePage: { coverage } },
    });
    const face = await emptyFace('No sites yet');
    expect(face.getByText(/a column with the place where people work/)).toBeTruthy();
    expect(face.getByRole('link', { name: 'Import the staff list' }).getAttribute('href')).toBe(
      '/import',
    );
  });

  it('takes the word away that fits nothing', async () => {
    const page = renderPage(<CoveragePage />, {
      at: `${at}?view=all&text=zzz`,
      viewer,
      answers: { CoveragePage: { coverage: report } },
    });
    const face = await emptyFace('Nothing by that name');
    fireEvent.click(face.getByRole('button', { name: 'Clear the word' }));
    await waitFor(() => expect(page.address()).toBe('/coverage?view=all'));
    expect(await screen.findByText('Logistics')).toBeTruthy();
  });

  it('warns about an old staff list', async () => {
    const coverage = aReport({
      headline: { ...report.headline, isStale: true, lastImportAt: '2026-09-01T08:00:00Z' },
    });
    renderPage(<CoveragePage />, { at, viewer, answers: { CoveragePage: { coverage } } });
    expect(await screen.findByText('The staff list is old')).toBeTruthy();
  });

  it('says what to do when the server does not answer', async () => {
    renderPage(<CoveragePage />, {
      at,
      viewer,
      answers: { CoveragePage: { barrier: 'INTERNAL', requestId: 'abcd1234' } },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByText('abcd1234')).toBeTruthy();
  });
});

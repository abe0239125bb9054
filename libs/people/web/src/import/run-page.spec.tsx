import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ImportRunPage } from './run-page.js';

const ready = {
  __typename: 'ImportRun',
  id: 'r1',
  fileName: 'staff.csv',
  state: 'READY',
  step: null,
  rows: 2240,
  rowsDone: null,
  passedOver: 2,
  needs: [],
  failure: null,
  encoding: 'utf-8',
  separator: 'semicolon',
  headerRow: 4,
  dateOrder: 'DMY',
  isFull: true,
  asOf: '2026-11-21',
  createdAt: '2026-11-21T09:00:00Z',
  appliedAt: null,
  errors: 1,
  columns: [
    {
      __typename: 'ImportColumn',
      index: 0,
      heading: 'Emp',
      samples: ['1', '2'],
      field: 'EMPLOYEE_NO',
    },
    { __typename: 'ImportColumn', index: 1, heading: 'Shoe size', samples: ['43'], field: null },
  ],
  difference: {
    __typename: 'ImportDifference',
    present: 2000,
    touched: 2235,
    unchanged: 4,
    leftOutRows: 1,
    skippedFormers: 3,
    leavers: 300,
    needsConfirmation: true,
    changes: [
      { __typename: 'ImportChangeCount', kind: 'JOIN', count: 1935 },
      { __typename: 'ImportChangeCount', kind: 'MISSING', count: 300 },
    ],
  },
  problems: [
    {
      __typename: 'ImportProblemGroup',
      kind: 'missingName',
      isError: true,
      title: '1 row has no name',
      advice: 'Left out. Fill the name in.',
      count: 1,
      isIgnored: false,
      rows: [
        { __typename: 'ImportProblemRow', rowNo: 7, value: null, message: 'This row has no name.' },
      ],
    },
  ],
  places: [
    {
      __typename: 'ImportPlace',
      code: 'springfield',
      name: 'Springfield',
      timeZone: 'Europe/London',
      source: 'unknown',
      people: 12,
    },
  ],
  preview: [
    {
      __typename: 'ImportPreviewRow',
      rowNo: 5,
      employeeNo: '1',
      name: 'Ana Ruiz',
      email: 'ana@x.test',
      title: 'Lead',
      unit: 'Sales',
      location: 'Springfield',
      manager: null,
      level: 1,
      status: 'active',
      hireOn: '2020-01-01',
    },
  ],
};
const fields = [
  { __typename: 'ImportField', field: 'EMPLOYEE_NO', label: 'Employee ID' },
  { __typename: 'ImportField', field: 'TITLE', label: 'Job title' },
];
const answer = (run: object) => ({ importRun: { ...ready, ...run }, importFields: fields });
const options = {
  viewer: { roles: ['HR_LEAD' as const] },
  at: '/import/r1',
  route: '/import/:runId',
};

describe('the page of one import', () => {
  it('says how many join and leave, what is wrong and how rows will look', async () => {
    renderPage(<ImportRunPage />, { ...options, answers: { ImportRun: answer({}) } });
    expect(
      await screen.findByRole('heading', {
        name: '1,935 people join, 300 people leave, 4 stay as they are',
      }),
    ).toBeTruthy();
    expect(
      screen.getByText(/2,240 rows of people, separated by semicolons, UTF-8, headings in row 4/),
    ).toBeTruthy();
    expect(screen.getByRole('heading', { name: '1 row has no name' })).toBeTruthy();
    expect(screen.getByText('Row 7: This row has no name.')).toBeTruthy();
    expect(screen.getByText('Ana Ruiz')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Download the list/ }).getAttribute('href')).toBe(
      '/import/r1/problems.csv',
    );
  });

  it('applies as decided and shows the refusal beside the button', async () => {
    const page = renderPage(<ImportRunPage />, {
      ...options,
      answers: {
        ImportRun: answer({}),
        ApplyImport: {
          applyImport: {
            __typename: 'ImportRefusal',
            message: '300 of 2,000 people would leave (15 %).',
            field: null,
            code: 'CONFIRM_LEAVERS',
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Apply 2,235 people' }));
    expect(await screen.findByText('300 of 2,000 people would leave (15 %).')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Yes, 300 people of 2,000 really left' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Apply nothing while 1 row has errors' }));
    fireEvent.click(screen.getByRole('button', { name: 'Apply 2,235 people' }));
    const applied = () => page.asked.filter(({ operation }) => operation === 'ApplyImport');
    await waitFor(() => expect(applied()).toHaveLength(2));
    expect(applied().map(({ variables }) => variables)).toEqual(
      [false, true].map((yes) => ({
        input: { runId: 'r1', isAllOrNothing: yes, confirmLeavers: yes },
      })),
    );
  });

  it('corrects a column, lives with a problem and changes what a missing person means', async () => {
    const changed = {
      changeImportMapping: {
        __typename: 'ImportPayload',
        run: { __typename: 'ImportRun', id: 'r1', state: 'READY' },
      },
    };
    const page = renderPage(<ImportRunPage />, {
      ...options,
      answers: { ImportRun: answer({}), ChangeImportMapping: changed },
    });
    const inputs = () =>
      page.asked
        .filter(({ operation }) => operation === 'ChangeImportMapping')
        .map(({ variables }) => variables['input']);
    fireEvent.change(await screen.findByRole('combobox', { name: 'Shoe size is read as' }), {
      target: { value: 'TITLE' },
    });
    await waitFor(() =>
      expect(inputs()).toEqual([{ runId: 'r1', fields: [{ field: 'TITLE', column: 1 }] }]),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Ignore' }));
    await waitFor(() => expect(inputs().at(-1)).toEqual({ runId: 'r1', ignored: ['missingName'] }));
    fireEvent.click(screen.getByRole('radio', { name: /the file holds changes only/ }));
    await waitFor(() => expect(inputs().at(-1)).toEqual({ runId: 'r1', isFull: false }));
  });

  it('offers to read a column of manager IDs as what it holds', async () => {
    const group = (kind: string, title: string) => ({
      ...ready.problems[0],
      kind,
      title,
      advice: 'Read that column as something else.',
    });
    const page = renderPage(<ImportRunPage />, {
      ...options,
      answers: {
        ImportRun: {
          importRun: {
            ...ready,
            columns: [
              { ...ready.columns[0], heading: 'Manager ID', field: 'MANAGER_NO' },
              ready.columns[1],
            ],
            problems: [
              group('managerIdIsEmail', '2 rows name their manager by e-mail'),
              group('managerIsName', '3 rows name their manager by name'),
            ],
          },
          importFields: [
            { __typename: 'ImportField', field: 'MANAGER_EMAIL', label: 'Manager’s e-mail' },
            { __typename: 'ImportField', field: 'MANAGER_NAME', label: 'Manager’s name' },
          ],
        },
        ChangeImportMapping: {
          changeImportMapping: {
            __typename: 'ImportPayload',
            run: { __typename: 'ImportRun', id: 'r1', state: 'READY' },
          },
        },
      },
    });
    const asked = () =>
      page.asked.filter(({ operation }) => operation === 'ChangeImportMapping').at(-1)?.variables;
    expect(await screen.findByRole('button', { name: 'Read it as Manager’s name' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Read it as Manager’s e-mail' }));
    await waitFor(() =>
      expect(asked()).toEqual({
        input: {
          runId: 'r1',
          fields: [
            { field: 'MANAGER_NO', column: null },
            { field: 'MANAGER_EMAIL', column: 0 },
          ],
        },
      }),
    );
  });

  it('tells two columns with one heading apart and lets the other one be chosen', async () => {
    const page = renderPage(<ImportRunPage />, {
      ...options,
      answers: {
        ImportRun: answer({
          columns: [
            { ...ready.columns[0], heading: 'Title', field: 'TITLE' },
            { ...ready.columns[1], heading: 'Shoe size' },
            { ...ready.columns[1], index: 2, heading: 'title' },
          ],
        }),
        ChangeImportMapping: {
          changeImportMapping: {
            __typename: 'ImportPayload',
            run: { __typename: 'ImportRun', id: 'r1', state: 'READY' },
          },
        },
      },
    });
    const other = await screen.findByRole('combobox', { name: 'title (column 3) is read as' });
    expect(screen.getByRole('combobox', { name: 'Title (column 1) is read as' })).toBeTruthy();
    expect(
      within(screen.getByRole('combobox', { name: 'Shoe size is read as' })).queryByRole('option', {
        name: /Job title/,
      }),
    ).toBeNull();
    expect(
      within(other).getByRole('option', { name: 'Job title, in place of column 1' }),
    ).toBeTruthy();
    fireEvent.change(other, { target: { value: 'TITLE' } });
    await waitFor(() =>
      expect(
        page.asked.filter(({ operation }) => operation === 'ChangeImportMapping').at(-1)?.variables,
      ).toEqual({ input: { runId: 'r1', fields: [{ field: 'TITLE', column: 2 }] } }),
    );
  });

  it('opens the list of one kind of change', async () => {
    renderPage(<ImportRunPage />, {
      ...options,
      answers: {
        ImportRun: answer({}),
        ImportChanges: {
          importRun: {
            __typename: 'ImportRun',
            id: 'r1',
            changes: [
              {
                __typename: 'ImportChange',
                rowNo: null,
                name: 'Bo Li',
                before: 'Sales',
                after: '2026-11-20',
              },
            ],
          },
        },
      },
    });
    fireEvent.click(
      await screen.findByRole('button', {
        name: 'List: Leave, because the file does not hold them',
      }),
    );
    const sheet = await screen.findByRole('dialog');
    expect(await within(sheet).findByText('Bo Li')).toBeTruthy();
    expect(within(sheet).getByText('2026-11-20')).toBeTruthy();
  });

  it('asks for what the file does not tell', async () => {
    renderPage(<ImportRunPage />, {
      ...options,
      answers: {
        ImportRun: answer({
          state: 'MAPPING',
          needs: ['KEY', 'DATE_ORDER'],
          difference: null,
          problems: [],
          dateOrder: null,
        }),
      },
    });
    expect(
      await screen.findByText(/Choose which column holds the employee ID or the e-mail/),
    ).toBeTruthy();
    expect(screen.getByRole('radio', { name: '3 April' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Apply/ })).toBeNull();
  });

  it.each([
    [
      'READING',
      { state: 'READING', rowsDone: 12000, difference: null, problems: [] },
      '12,000 rows read.',
    ],
    ['APPLYING', { state: 'APPLYING', step: 'people' }, 'Entering people.'],
    [
      'APPLIED',
      { state: 'APPLIED', appliedAt: '2026-11-21T09:01:00Z' },
      'Coverage counts with this roster from now on.',
    ],
    ['CANCELLED', { state: 'CANCELLED', difference: null, problems: [] }, 'Nothing was changed.'],
    [
      'FAILED',
      { state: 'FAILED', failure: 'This is a PDF.', difference: null, problems: [] },
      'This is a PDF.',
    ],
  ])('says what goes on while it is %s', async (_, run, sentence) => {
    const page = renderPage(<ImportRunPage />, { ...options, answers: { ImportRun: answer(run) } });
    expect(await screen.findByText(sentence)).toBeTruthy();
    page.unmount();
  });

  it('hides what is not there for this person', async () => {
    renderPage(<ImportRunPage />, { ...options, answers: { ImportRun: { barrier: 'NOT_FOUND' } } });
    expect(await screen.findByText(/There is nothing here for you/)).toBeTruthy();
  });
});

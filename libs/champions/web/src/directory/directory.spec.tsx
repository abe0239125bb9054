import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ChampionPage } from './champion-page.js';
import { DirectoryPage } from './directory-page.js';
import { LoadPage } from './load-page.js';

const champion = {
  __typename: 'Champion',
  personId: 'viewer',
  name: 'Priya Nair',
  title: 'Analyst',
  unitName: 'Sales',
  locationName: 'Leeds',
  timeZone: 'Europe/London',
  languages: ['en', 'de'],
  state: 'ACTIVE',
  startsOn: null as string | null,
  restsUntil: null as string | null,
  about: 'Ask me about month-end.',
  skills: ['Forecasting', 'SQL'],
  problems: ['Manual lists'],
  tools: ['Spreadsheets'],
  takesNewPairings: true,
  profileConfirmedOn: '2026-11-01',
  capacity: 2 as number | null,
  agreedHours: 4 as number | null,
  version: 3,
  viewerCanEdit: true,
  viewerCanEnd: false,
};
const list = (nodes: object[]) => ({
  champions: {
    __typename: 'ChampionConnection',
    totalCount: nodes.length,
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    edges: nodes.map((node) => ({ __typename: 'ChampionEdge', node })),
  },
});

const choices = {
  championChoices: {
    __typename: 'ChampionChoices',
    skills: ['Forecasting', 'SQL'],
    problems: ['Manual lists'],
    tools: ['Spreadsheets'],
    languages: ['de', 'ja'],
    timeZones: ['Asia/Tokyo'],
  },
  orgUnits: [],
  locations: [{ __typename: 'Location', id: 'leeds', name: 'Leeds' }],
};

describe('the directory of champions', () => {
  it('asks what there is to choose from once, and only whom again', async () => {
    const page = renderPage(<DirectoryPage />, {
      at: '/champions',
      answers: { ChampionDirectory: list([]), DirectoryChoices: choices },
    });
    fireEvent.click(screen.getByLabelText('Place', { selector: 'input' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Leeds', hidden: true }));
    const asked = (name: string) => page.asked.filter(({ operation }) => operation === name);
    await waitFor(() => expect(asked('ChampionDirectory')).toHaveLength(2));
    expect(asked('DirectoryChoices')).toHaveLength(1);
  });

  it('filters by all that champions say of themselves, the rarer ones behind More filters', async () => {
    const page = renderPage(<DirectoryPage />, {
      at: '/champions',
      answers: { ChampionDirectory: list([]), DirectoryChoices: choices },
    });
    expect(screen.queryByLabelText('Language')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'More filters' }));
    for (const [label, option] of [
      ['Helps with', 'Manual lists'],
      ['Knows the tool', 'Spreadsheets'],
      ['Language', 'Japanese'],
      ['Time zone', 'Tokyo'],
    ] as const) {
      fireEvent.click(await screen.findByLabelText(label, { selector: 'input' }));
      fireEvent.click(await screen.findByRole('option', { name: option, hidden: true }));
    }
    fireEvent.change(screen.getByLabelText('State'), { target: { value: 'AVAILABLE' } });
    await waitFor(() =>
      expect(page.asked.at(-1)?.variables['filter']).toMatchObject({
        problem: 'Manual lists',
        tool: 'Spreadsheets',
        language: 'ja',
        timeZone: 'Asia/Tokyo',
        isAvailable: true,
        states: null,
      }),
    );
    expect(page.address()).toContain('language=ja');
  });

  it('opens with the filters that the address names', async () => {
    const page = renderPage(<DirectoryPage />, {
      at: '/champions?language=de&tool=Abacus',
      answers: { ChampionDirectory: list([]), DirectoryChoices: choices },
    });
    expect(await screen.findByDisplayValue('German')).toBeTruthy();
    // Nobody names it any more, and it is still said that it is looked for.
    expect(screen.getAllByDisplayValue('Abacus').length).toBeGreaterThan(0);
    const asked = page.asked.find(({ operation }) => operation === 'ChampionDirectory');
    expect(asked?.variables['filter']).toMatchObject({ language: 'de', tool: 'Abacus' });
  });

  it('keeps heading and filters while loading', () => {
    renderPage(<DirectoryPage />, { at: '/champions', answers: { ChampionDirectory: 'never' } });
    expect(screen.getByRole('heading', { level: 1, name: 'Champions' })).toBeTruthy();
    expect(screen.getByLabelText('Find')).toBeTruthy();
  });

  it('shows what each is good at, where, and whether they can be asked', async () => {
    renderPage(<DirectoryPage />, {
      at: '/champions',
      answers: {
        ChampionDirectory: list([
          champion,
          { ...champion, personId: 'b', name: 'Bo', takesNewPairings: false },
        ]),
      },
    });
    expect((await screen.findAllByText('Forecasting')).length).toBeGreaterThan(0);
    expect(screen.getAllByText('English, German')).toHaveLength(2);
    expect(screen.getByText('No new pairings')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Name a champion' })).toBeNull();
  });

  it('searches on the server with what the address says', async () => {
    const page = renderPage(<DirectoryPage />, {
      at: '/champions?skill=SQL&state=RESTING',
      answers: { ChampionDirectory: list([]) },
    });
    expect(await screen.findByText('Nobody fits all of that')).toBeTruthy();
    const first = page.asked.find(({ operation }) => operation === 'ChampionDirectory');
    expect(first?.variables['filter']).toMatchObject({ skill: 'SQL', states: ['RESTING'] });
    fireEvent.change(screen.getByLabelText('Find'), { target: { value: 'close' } });
    await waitFor(() =>
      expect(page.asked.at(-1)?.variables['filter']).toMatchObject({ text: 'close' }),
    );
    expect(page.address()).toContain('text=close');
  });

  it('teaches when there is nobody yet', async () => {
    renderPage(<DirectoryPage />, { at: '/champions', answers: { ChampionDirectory: list([]) } });
    expect(await screen.findByText('No champions yet')).toBeTruthy();
  });

  it('keeps the page when asking fails', async () => {
    renderPage(<DirectoryPage />, {
      at: '/champions',
      answers: { ChampionDirectory: { barrier: 'INTERNAL' } },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('lets HR name somebody, and says what the server refuses beside the field', async () => {
    const page = renderPage(<DirectoryPage />, {
      at: '/champions?name=1',
      viewer: { roles: ['EMPLOYEE', 'HR_LEAD'] },
      answers: {
        ChampionDirectory: list([champion]),
        FindPeopleForChampions: {
          people: {
            __typename: 'PersonConnection',
            edges: [
              {
                __typename: 'PersonEdge',
                node: {
                  __typename: 'Person',
                  id: 'p9',
                  name: 'Jun Ito',
                  title: 'Planner',
                  unit: null,
                },
              },
            ],
          },
        },
        NameChampion: {
          nameChampion: {
            __typename: 'ChampionRefusal',
            message: 'This person is a champion already.',
            field: 'personId',
            code: 'ALREADY_CHAMPION',
          },
        },
      },
    });
    fireEvent.click(
      screen.getAllByRole('button', { name: 'Name a champion' }).at(-1) as HTMLElement,
    );
    expect(await screen.findByText('Choose a person')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Person', { selector: 'input' }));
    fireEvent.click(await screen.findByRole('option', { name: /Jun Ito/, hidden: true }));
    fireEvent.click(await screen.findByRole('button', { name: 'Name Jun Ito' }));
    expect(
      (await screen.findAllByText('This person is a champion already.')).length,
    ).toBeGreaterThan(0);
    expect(page.asked.find(({ operation }) => operation === 'NameChampion')?.variables).toEqual({
      input: { personId: 'p9' },
    });
  });
});

const profileAt = (answer: object | 'never', query = '') => ({
  at: `/champions/viewer${query}`,
  route: '/champions/:personId',
  answers: { ChampionPage: answer as Record<string, unknown> },
});

describe('a champion’s profile', () => {
  it('keeps its place while loading, and says so when there is none', async () => {
    renderPage(<ChampionPage />, profileAt('never')).unmount();
    renderPage(<ChampionPage />, profileAt({ barrier: 'NOT_FOUND' }));
    expect(await screen.findByText('There is nothing here for you')).toBeTruthy();
  });

  it('shows colleagues what they can ask for, without hours and capacity', async () => {
    const seen = {
      ...champion,
      capacity: null,
      agreedHours: null,
      viewerCanEdit: false,
      state: 'RESTING',
      restsUntil: '2026-12-24',
    };
    renderPage(<ChampionPage />, profileAt({ champion: seen }));
    expect(await screen.findByText('Ask me about month-end.')).toBeTruthy();
    expect(screen.getByText(/On a break until/)).toBeTruthy();
    expect(screen.queryByText('Hours a month')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Edit my profile' })).toBeNull();
  });

  it('teaches when nothing is written yet', async () => {
    const bare = { ...champion, about: '', skills: [], problems: [], tools: [] };
    renderPage(<ChampionPage />, profileAt({ champion: bare }));
    expect(await screen.findByText('Nothing written yet')).toBeTruthy();
  });

  it('checks what is written before sending, then sends lists as entries', async () => {
    const page = renderPage(<ChampionPage />, {
      ...profileAt({ champion }, '?edit=1'),
      answers: {
        ChampionPage: { champion },
        ChangeChampionProfile: {
          changeChampionProfile: {
            __typename: 'ChampionPayload',
            champion: { ...champion, version: 4 },
          },
        },
      },
    });
    fireEvent.change(await screen.findByLabelText('About me'), {
      target: { value: 'a'.repeat(1001) },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save my profile' }));
    expect((await screen.findAllByText('Keep it to 1,000 characters.')).length).toBeGreaterThan(0);
    expect(screen.getByLabelText('About me').getAttribute('aria-describedby')).not.toBeNull();
    fireEvent.change(screen.getByLabelText('About me'), { target: { value: 'Hello' } });
    fireEvent.change(screen.getByLabelText('Good at'), { target: { value: 'SQL, Planning' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save my profile' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'ChangeChampionProfile')?.variables[
          'input'
        ],
      ).toMatchObject({
        version: 3,
        about: 'Hello',
        skills: ['SQL', 'Planning'],
      }),
    );
    await waitFor(() => expect(page.address()).not.toContain('edit'));
  });

  it('lets HR end the role with a reason that is not sent', async () => {
    renderPage(<ChampionPage />, {
      ...profileAt({ champion }, '?end=1'),
      viewer: { roles: ['EMPLOYEE', 'HR_LEAD'] },
      answers: {
        ChampionPage: { champion: { ...champion, viewerCanEdit: false, viewerCanEnd: true } },
        EndChampion: {
          endChampion: {
            __typename: 'ChampionRefusal',
            message: 'Write one line that says why.',
            field: 'reason',
            code: 'REASON_MISSING',
          },
        },
      },
    });
    expect(await screen.findByText(/without the reason/)).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'End the role' }).at(-1) as HTMLElement);
    expect((await screen.findAllByText('Write one line that says why.')).length).toBeGreaterThan(0);
  });
});

const load = {
  __typename: 'MyLoad',
  agreedHours: 4,
  capacity: 2,
  champion,
  now: {
    __typename: 'OwnLoad',
    askedHours: 3,
    earlierHours: 2,
    kinds: [{ __typename: 'AskedKind', kind: 'pairing', count: 1, hours: 2 }],
    weeks: [{ __typename: 'PlannedWeek', weekOn: '2026-12-07', isRest: false }],
  },
};

describe('my load', () => {
  it('keeps its heading while loading, and when asking fails', async () => {
    renderPage(<LoadPage />, { at: '/load', answers: { MyLoadPage: 'never' } }).unmount();
    renderPage(<LoadPage />, { at: '/load', answers: { MyLoadPage: { barrier: 'INTERNAL' } } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('is for champions', async () => {
    renderPage(<LoadPage />, { at: '/load', answers: { MyLoadPage: { myLoad: null } } });
    expect(await screen.findByText('This page is for champions')).toBeTruthy();
  });

  it('says what was agreed, and takes a break that can be undone', async () => {
    const page = renderPage(<LoadPage />, {
      at: '/load',
      answers: {
        MyLoadPage: { myLoad: load },
        TakeBreak: {
          takeBreak: {
            __typename: 'ChampionPayload',
            champion: { ...champion, state: 'RESTING', restsUntil: '2026-12-24' },
          },
        },
        EndBreak: { endBreak: { __typename: 'ChampionPayload', champion } },
      },
    });
    expect(
      await screen.findByText('3 of 4 hours a month are asked of you. You have room for 1 hour.'),
    ).toBeTruthy();
    fireEvent.change(screen.getByLabelText('First day back'), { target: { value: '2026-12-24' } });
    fireEvent.click(screen.getByRole('button', { name: 'Take a break' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(page.asked.map(({ operation }) => operation)).toEqual(
        expect.arrayContaining(['TakeBreak', 'EndBreak']),
      ),
    );
  });

  it('says how much is asked, by kind, and keeps a week free', async () => {
    const page = renderPage(<LoadPage />, {
      at: '/load',
      answers: {
        MyLoadPage: { myLoad: load },
        PlanRestWeek: { planRestWeek: { __typename: 'ChampionPayload', champion } },
      },
    });
    expect(await screen.findByText('1 pairing')).toBeTruthy();
    expect(screen.getByText(/1 hour more than four weeks ago/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Dec/ }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'PlanRestWeek')?.variables).toEqual({
        input: { weekOn: '2026-12-07', isRest: true },
      }),
    );
  });

  it('offers to be back early', async () => {
    const resting = {
      ...load,
      champion: { ...champion, state: 'RESTING', restsUntil: '2026-12-24' },
    };
    renderPage(<LoadPage />, { at: '/load', answers: { MyLoadPage: { myLoad: resting } } });
    expect(await screen.findByText(/You are on a break until/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Be back today' })).toBeTruthy();
  });
});

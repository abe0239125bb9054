import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CalendarsPage } from './calendars-page.js';
import { MovePage } from './move-page.js';
import { ProposePage } from './propose-page.js';
import { RhythmPage } from './rhythm-page.js';
import { momentOf } from './session-fields.js';
import { SessionPage } from './session-page.js';
import { aShownSession, aTimeOption, dayOf, having } from './shown-session.fixture.js';

const viewer = { roles: ['EMPLOYEE' as const, 'EXECUTIVE' as const] };
const times = ['2027-01-13', '2027-01-14', '2027-01-15', '2027-01-18'].map((day) =>
  aTimeOption(`${day}T10:00:00.000Z`, '10:30'),
);
const payload = { __typename: 'SessionPayload', session: aShownSession() };

describe('offering other times', () => {
  const at = { at: '/sessions/s1/propose', route: '/sessions/:id/propose', viewer };
  const TimesToPropose = { session: aShownSession(), moveOptions: times };

  it('takes one to three, sends them once, and says who answers', async () => {
    const page = renderPage(<ProposePage />, {
      ...at,
      answers: { TimesToPropose, ProposeTimes: { proposeTimes: payload } },
    });
    const chips = await Promise.all(
      times.map(({ yourTime }) =>
        screen.findByRole('button', { name: having(dayOf(yourTime.day)) }),
      ),
    );
    const offer = screen.getByRole('button', { name: 'Offer these times to Priya Nair' });
    expect(offer.hasAttribute('disabled')).toBe(true);
    for (const chip of chips) fireEvent.click(chip);
    expect(screen.getByText('Three at most: take one away.')).toBeTruthy();
    expect(offer.hasAttribute('disabled')).toBe(true);
    fireEvent.click(chips[0] as Element);
    fireEvent.click(offer);
    expect(await screen.findByText(having('Offered. Priya Nair has been told'))).toBeTruthy();
    const sent = page.asked.find(({ operation }) => operation === 'ProposeTimes')?.variables as {
      input: { starts: string[]; idempotencyKey: string };
    };
    expect(sent.input.starts).toEqual(times.slice(1).map(({ startsAt }) => startsAt));
    await waitFor(() => expect(page.address()).toBe('/sessions/s1'));
  });

  it('keeps what was chosen when it is refused, and says why', async () => {
    const refusal = {
      __typename: 'SessionRefusal',
      message: 'That time was just taken. Choose another one.',
      field: 'starts',
      code: 'SLOT_TAKEN',
    };
    renderPage(<ProposePage />, {
      ...at,
      answers: { TimesToPropose, ProposeTimes: { proposeTimes: refusal } },
    });
    const chip = await screen.findByRole('button', { name: having(dayOf('2027-01-13')) });
    fireEvent.click(chip);
    fireEvent.click(screen.getByRole('button', { name: 'Offer this time to Priya Nair' }));
    expect(await screen.findByText(refusal.message)).toBeTruthy();
    expect(
      screen
        .getByRole('button', { name: having(dayOf('2027-01-13')) })
        .getAttribute('aria-pressed'),
    ).toBe('true');
  });

  it('teaches when nothing fits, when it is too late, and when it fails', async () => {
    renderPage(<ProposePage />, {
      ...at,
      answers: { TimesToPropose: { ...TimesToPropose, moveOptions: [] } },
    });
    expect(await screen.findByText('Nothing fits both of you in these two weeks')).toBeTruthy();
    const gone = { session: aShownSession({ viewerCanPropose: false }), moveOptions: [] };
    renderPage(<ProposePage />, { ...at, answers: { TimesToPropose: gone } });
    expect(await screen.findByText('No times can be offered for this session')).toBeTruthy();
    renderPage(<ProposePage />, {
      ...at,
      answers: { TimesToPropose: { barrier: 'INTERNAL', requestId: 'q1' } },
    });
    expect(await screen.findByText(/q1/)).toBeTruthy();
  });
});

describe('another usual hour', () => {
  const at = { at: '/sessions/s1/rhythm', route: '/sessions/:id/rhythm', viewer };
  const RhythmTimes = { session: aShownSession(), moveOptions: times };

  it('moves this session and all after it with one press', async () => {
    const page = renderPage(<RhythmPage />, {
      ...at,
      answers: { RhythmTimes, MoveFollowing: { moveFollowing: payload } },
    });
    fireEvent.click(await screen.findByRole('button', { name: having(dayOf('2027-01-14')) }));
    expect(await screen.findByText(having('in your usual rhythm'))).toBeTruthy();
    expect(
      page.asked.find(({ operation }) => operation === 'MoveFollowing')?.variables,
    ).toMatchObject({
      input: { sessionId: 's1', startsAt: '2027-01-14T10:00:00.000Z', keepsMoved: true },
    });
  });

  it('teaches when nothing fits, when it is too late, and when it fails', async () => {
    renderPage(<RhythmPage />, {
      ...at,
      answers: { RhythmTimes: { ...RhythmTimes, moveOptions: [] } },
    });
    expect(await screen.findByText('Nothing fits both of you in these two weeks')).toBeTruthy();
    const gone = { session: aShownSession({ viewerCanMove: false }), moveOptions: [] };
    renderPage(<RhythmPage />, { ...at, answers: { RhythmTimes: gone } });
    expect(await screen.findByText('This session cannot be moved now')).toBeTruthy();
    const { container } = renderPage(<RhythmPage />, { ...at, answers: { RhythmTimes: 'never' } });
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
    renderPage(<RhythmPage />, {
      ...at,
      answers: { RhythmTimes: { barrier: 'INTERNAL', requestId: 'q2' } },
    });
    expect(await screen.findByText(/q2/)).toBeTruthy();
  });
});

describe('two sessions of one champion', () => {
  const own = aShownSession({ viewerSide: 'CHAMPION' });
  const other = aShownSession({
    id: 's5',
    pairingId: 'p5',
    viewerSide: 'CHAMPION',
    executive: { __typename: 'SessionPerson', id: 'e5', name: 'Ola Berg' },
  });
  const at = { at: '/sessions/s1/move', route: '/sessions/:id/move' };
  const answers = { SessionToMove: { session: own }, MoveOptions: { moveOptions: times } };

  it('change places from the page on which one of them is moved', async () => {
    const page = renderPage(<MovePage />, {
      ...at,
      viewer: { roles: ['EMPLOYEE', 'CHAMPION'] },
      answers: {
        ...answers,
        SessionsToSwap: { sessions: [own, other, { ...other, id: 's6', viewerCanMove: false }] },
        SwapSessions: { swapSessions: payload },
      },
    });
    const select = await screen.findByLabelText('With your session');
    expect(
      within(select)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Choose one', `${momentOf(other)}, with Ola Berg`]);
    fireEvent.change(select, { target: { value: 's5' } });
    fireEvent.click(screen.getByRole('button', { name: 'Change places' }));
    expect(await screen.findByText(having('Changed places: now'))).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'SwapSessions')?.variables).toEqual({
      input: { sessionId: 's1', withSessionId: 's5' },
    });
  });

  it('are not spoken of where there is no other one', async () => {
    renderPage(<MovePage />, {
      ...at,
      answers: { ...answers, SessionsToSwap: { sessions: [own] } },
    });
    await screen.findByRole('group', { name: 'Other times' });
    expect(screen.queryByLabelText('With your session')).toBeNull();
  });
});

describe('one’s calendars', () => {
  const calendar = {
    __typename: 'CalendarSource',
    id: 'k1',
    kind: 'ICS',
    host: 'calendar.example.com',
    state: 'FAILING',
    problem: 'The address answers with 404. Copy it again.',
    unknownZones: ['Customized Time Zone'],
    readAt: null,
    busyTimes: 0,
  };
  const done = { __typename: 'CalendarSourcesPayload', calendars: [] };

  it('say what is wrong with one and what to do, and let it go', async () => {
    const page = renderPage(<CalendarsPage />, {
      answers: {
        MyCalendars: { myCalendars: [calendar], calendarChoices: { isPrivate: false } },
        RemoveCalendar: { removeCalendar: done },
      },
    });
    expect(await screen.findByText(calendar.problem)).toBeTruthy();
    expect(screen.getByText(having('Customized Time Zone'))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText(having('Removed, with every busy time'))).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'RemoveCalendar')?.variables).toEqual({
      input: { sourceId: 'k1' },
    });
  });

  it('are added by address, and a wrong one is named beside its field', async () => {
    const refusal = {
      __typename: 'SessionRefusal',
      message: 'This is no address of a published calendar.',
      field: 'address',
      code: 'CALENDAR_ADDRESS',
    };
    const page = renderPage(<CalendarsPage />, {
      answers: {
        MyCalendars: { myCalendars: [], calendarChoices: { isPrivate: false } },
        AddCalendar: { addCalendar: refusal },
      },
    });
    expect(await screen.findByText('No calendar yet')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Address'), { target: { value: 'https://x.test/a' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add calendar' }));
    expect(await screen.findByText(refusal.message)).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'AddCalendar')?.variables).toEqual({
      input: { kind: 'ICS', address: 'https://x.test/a', isAllDayBusy: false },
    });
  });

  it('let one mark sessions as private, which says when calendars hear of it', async () => {
    const page = renderPage(<CalendarsPage />, {
      answers: {
        MyCalendars: { myCalendars: [], calendarChoices: { isPrivate: false } },
        MarkSessionsPrivate: { markSessionsPrivate: { isPrivate: true } },
      },
    });
    fireEvent.click(await screen.findByLabelText('Mark sessions as private'));
    expect(await screen.findByText(having('within the hour'))).toBeTruthy();
    expect(
      page.asked.find(({ operation }) => operation === 'MarkSessionsPrivate')?.variables,
    ).toEqual({ input: { isPrivate: true } });
  });

  it('keep their room while they load, and say what failed', async () => {
    const { container } = renderPage(<CalendarsPage />, { answers: { MyCalendars: 'never' } });
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
    renderPage(<CalendarsPage />, {
      answers: { MyCalendars: { barrier: 'INTERNAL', requestId: 'q4' } },
    });
    expect(await screen.findByText(/q4/)).toBeTruthy();
  });
});

describe('who set the time of a session', () => {
  it('is told with whom it was done for', async () => {
    const inWords = 'Moved by Kim Lee for Helen Ward, from Tue 26 Jan, 10:00';
    const history = [
      {
        __typename: 'SessionChange',
        at: '2027-01-11T08:00:00.000Z',
        atInWords: 'Mon 11 Jan, 8:00',
        inWords,
      },
    ];
    renderPage(<SessionPage />, {
      at: '/sessions/s1',
      route: '/sessions/:id',
      viewer,
      answers: { OneSession: { session: aShownSession({ history }) } },
    });
    expect(await screen.findByText(having(inWords))).toBeTruthy();
  });
});

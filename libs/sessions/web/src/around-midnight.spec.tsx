/** Whose day it is: that of the person's own place, whatever the day of the device or of UTC. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { ChampionSection } from './champion-section.js';
import { MovePage } from './move-page.js';
import { SessionsPage } from './sessions-page.js';
import { aShownSession } from './shown-session.fixture.js';

/** A session as the server shows it there: its instant, and what the clock of the place says. */
const shown = (
  id: string,
  startsAt: string,
  day: string,
  startTime: string,
  { place, timeZone: zone }: { place: string; timeZone: string },
  elsewhere: string | null = null,
) =>
  aShownSession({
    id,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 15 * 60_000).toISOString(),
    viewerSide: 'CHAMPION',
    executive: { __typename: 'SessionPerson', id: `e${id}`, name: `Executive ${id}` },
    yourTime: {
      __typename: 'WallSpan',
      zone,
      place,
      elsewhere,
      day,
      startTime,
      endTime: startTime,
    },
    otherTimes: [],
  });

/** Tuesday 12 January 2027: half past eleven at night is Tuesday morning in UTC for one, Wednesday for the other. */
const PLACES = [
  { timeZone: 'Pacific/Auckland', place: 'Auckland', at: (clock: string) => `${clock}+13:00` },
  {
    timeZone: 'America/Los_Angeles',
    place: 'Los Angeles',
    at: (clock: string) => `${clock}-08:00`,
  },
];

const stopAt = (now: string) =>
  jest.useFakeTimers({
    now: new Date(now),
    doNotFake: ['setTimeout', 'clearTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  });
const instant = (text: string) => new Date(text).toISOString();

afterEach(() => {
  jest.useRealTimers();
});

describe.each(PLACES)('in $place', ({ timeZone, place: town, at }) => {
  const place = { place: town, timeZone };
  const viewer = { timeZone, roles: ['EMPLOYEE' as const, 'CHAMPION' as const] };
  const sessions = [
    shown('1', instant(at('2027-01-12T23:45')), '2027-01-12', '23:45', place),
    shown('2', instant(at('2027-01-13T00:15')), '2027-01-13', '00:15', place),
    shown('3', instant(at('2027-01-13T23:45')), '2027-01-13', '23:45', place),
    shown('4', instant(at('2027-01-14T00:15')), '2027-01-14', '00:15', place),
  ];
  const answers = { ChampionSessions: { nextSession: null, sessions } };
  /** 'Today' or 'Tomorrow' over each session that is close. */
  async function words(): Promise<string[]> {
    await screen.findByRole('heading', { name: 'Today and tomorrow' });
    await screen.findAllByText(/^(Today|Tomorrow)$/);
    return screen.getAllByText(/^(Today|Tomorrow)$/).map((each) => each.textContent ?? '');
  }

  it('half past eleven at night: today ends at midnight there, and tomorrow a day later', async () => {
    stopAt(at('2027-01-12T23:30'));
    renderPage(<ChampionSection />, { viewer, answers });
    expect(await words()).toEqual(['Today', 'Tomorrow', 'Tomorrow']);
  });

  it('half past midnight: what was tomorrow is today', async () => {
    stopAt(at('2027-01-13T00:30'));
    renderPage(<ChampionSection />, {
      viewer,
      answers: { ChampionSessions: { nextSession: null, sessions: sessions.slice(2) } },
    });
    expect(await words()).toEqual(['Today', 'Tomorrow']);
  });

  it('asks the server for all of today and of tomorrow, wherever midnight is', () => {
    stopAt(at('2027-01-12T00:30'));
    const { asked } = renderPage(<ChampionSection />, { viewer, answers });
    const { from, to } = asked.find(({ operation }) => operation === 'ChampionSessions')
      ?.variables as { from: string; to: string };
    expect(from <= instant(at('2027-01-12T00:30'))).toBe(true);
    expect(to >= instant(at('2027-01-14T00:00'))).toBe(true);
  });

  it('a session on Sunday night stands in the week that ends there', async () => {
    stopAt(at('2027-01-12T23:30'));
    const night = shown('5', instant(at('2027-01-17T23:30')), '2027-01-17', '23:30', place);
    const monday = shown('6', instant(at('2027-01-18T00:30')), '2027-01-18', '00:30', place);
    renderPage(<SessionsPage />, { viewer, answers: { Sessions: { sessions: [night, monday] } } });
    expect(
      (await screen.findAllByRole('heading', { level: 3 })).map((each) => each.textContent),
    ).toEqual(['This week', 'Next week']);
  });
});

describe('a champion of London on a journey to Auckland', () => {
  const auckland = { place: 'Auckland', timeZone: 'Pacific/Auckland' };
  const at = (clock: string) => instant(`${clock}+13:00`);

  it('counts today and tomorrow by the days over there, and reads where the clock is', async () => {
    // Nine in the morning in Auckland; in London it is still the evening before.
    stopAt(at('2027-01-13T09:00'));
    renderPage(<ChampionSection />, {
      viewer: { timeZone: 'Europe/London', roles: ['EMPLOYEE', 'CHAMPION'] },
      answers: {
        ChampionSessions: {
          nextSession: null,
          sessions: [
            shown('1', at('2027-01-13T14:00'), '2027-01-13', '14:00', auckland, 'Auckland'),
            shown('2', at('2027-01-14T15:30'), '2027-01-14', '15:30', auckland, 'Auckland'),
            // The day after tomorrow over there, tomorrow as London counts.
            shown('3', at('2027-01-15T09:00'), '2027-01-15', '09:00', auckland, 'Auckland'),
          ],
        },
      },
    });
    expect(
      (await screen.findAllByText(/^(Today|Tomorrow)$/)).map((each) => each.textContent),
    ).toEqual(['Today', 'Tomorrow']);
    expect(screen.getByText(/2:00.* in Auckland$/)).toBeTruthy();
    expect(screen.queryByText(/9:00.* in Auckland$/)).toBeNull();
  });
});

describe('looking from another date', () => {
  beforeEach(() => {
    stopAt('2027-01-12T10:30:00Z');
  });

  it('names the day, not a moment on some clock: the server knows whose day it is', async () => {
    const { asked } = renderPage(<MovePage />, {
      at: '/sessions/s1/move',
      route: '/sessions/:id/move',
      viewer: { timeZone: 'Pacific/Auckland', roles: ['EMPLOYEE', 'EXECUTIVE'] },
      answers: { SessionToMove: { session: aShownSession() }, MoveOptions: { moveOptions: [] } },
    });
    fireEvent.change(await screen.findByLabelText('Look from another date'), {
      target: { value: '2027-02-01' },
    });
    await screen.findByDisplayValue('2027-02-01');
    expect(asked.at(-1)).toMatchObject({
      operation: 'MoveOptions',
      variables: { sessionId: 's1', from: '2027-02-01' },
    });
  });
});

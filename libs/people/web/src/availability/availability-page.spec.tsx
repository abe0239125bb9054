import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, within } from '@testing-library/react';
import { AvailabilityPage } from './availability-page.js';

const interval = (weekday: number, fromMinute: number, toMinute: number) => ({
  __typename: 'WorkingInterval',
  weekday,
  fromMinute,
  toMinute,
});
const week = [1, 2, 3, 4, 5].map((day) => interval(day, 540, 1020));
const availability = {
  __typename: 'Availability',
  isOwn: false,
  timeZone: 'Europe/London',
  ownTimeZone: null,
  defaultTimeZone: 'Europe/London',
  hours: week,
  defaultHours: week,
};
const MyAvailability = { myAvailability: availability };
const away = { __typename: 'AwayPeriod', id: 'a1', firstOn: '2027-02-01', lastOn: '2027-02-05' };
const single = {
  __typename: 'OverriddenDay',
  id: 'o1',
  onDay: '2027-02-12',
  kind: 'CLOSED',
  fromMinute: 780,
  toMinute: 1020,
};
const MyDays = {
  myDays: { __typename: 'MyDays', away: [away], travel: [], overrides: [single], holidays: [] },
};

const day = async (name: string) => screen.findByRole('group', { name });

describe('when you work', () => {
  it('keeps its room while it loads', () => {
    const { container } = renderPage(<AvailabilityPage />, {
      answers: { MyDays, MyAvailability: 'never' },
    });
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  });

  it('says the week in words while it is changed', async () => {
    renderPage(<AvailabilityPage />, { answers: { MyDays, MyAvailability } });
    expect(await screen.findByText('Mon–Fri 9:00–17:00, London time.')).toBeTruthy();
    fireEvent.click(within(await day('Friday')).getByRole('checkbox'));
    expect(screen.getByText('Mon–Thu 9:00–17:00, London time.')).toBeTruthy();
    fireEvent.change(within(await day('Monday')).getByLabelText('Monday from'), {
      target: { value: '08:30' },
    });
    expect(screen.getByText('Mon 8:30–17:00; Tue–Thu 9:00–17:00, London time.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Make every working day like Monday' }));
    expect(screen.getByText('Mon–Thu 8:30–17:00, London time.')).toBeTruthy();
  });

  it('sends a preset and a break in two presses and a save', async () => {
    const page = renderPage(<AvailabilityPage />, {
      answers: {
        MyDays,
        MyAvailability,
        SetWorkingHours: { setWorkingHours: { __typename: 'AvailabilityPayload', availability } },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Mornings' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add a stretch to Monday' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save hours' }));
    expect(
      await screen.findByText('Saved. New sessions are offered inside these hours.'),
    ).toBeTruthy();
    const { input } = page.asked.find(({ operation }) => operation === 'SetWorkingHours')
      ?.variables as { input: { hours: object[] } };
    expect(input.hours.slice(0, 3)).toEqual([
      { weekday: 1, fromMinute: 480, toMinute: 720 },
      { weekday: 1, fromMinute: 780, toMinute: 840 },
      { weekday: 2, fromMinute: 480, toMinute: 720 },
    ]);
  });

  it('refuses a stretch that ends before it begins, and keeps what was typed', async () => {
    const page = renderPage(<AvailabilityPage />, { answers: { MyDays, MyAvailability } });
    fireEvent.change(within(await day('Tuesday')).getByLabelText('Tuesday until'), {
      target: { value: '08:00' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save hours' }));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Each stretch must end after it begins, within one day.',
    );
    expect(
      (within(await day('Tuesday')).getByLabelText('Tuesday until') as HTMLInputElement).value,
    ).toBe('08:00');
    expect(page.asked.some(({ operation }) => operation === 'SetWorkingHours')).toBe(false);
  });

  it('goes back to the programme’s hours only where own ones are set', async () => {
    const plain = renderPage(<AvailabilityPage />, { answers: { MyDays, MyAvailability } });
    await screen.findByRole('button', { name: 'Save hours' });
    expect(screen.queryByRole('button', { name: 'Follow the programme’s hours' })).toBeNull();
    plain.unmount();
    const page = renderPage(<AvailabilityPage />, {
      answers: {
        MyDays,
        MyAvailability: { myAvailability: { ...availability, isOwn: true } },
        SetWorkingHours: { setWorkingHours: { __typename: 'AvailabilityPayload', availability } },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Follow the programme’s hours' }));
    await screen.findByText('Saved. New sessions are offered inside these hours.');
    expect(page.asked.find(({ operation }) => operation === 'SetWorkingHours')?.variables).toEqual({
      input: { hours: null },
    });
  });

  it('lists days away, takes one back, and adds another', async () => {
    const days = { __typename: 'MyDays', away: [], travel: [], overrides: [], holidays: [] };
    const page = renderPage(<AvailabilityPage />, {
      answers: {
        MyDays,
        MyAvailability,
        RemoveDays: { removeDays: { __typename: 'MyDaysPayload', days } },
        AddAway: { addAway: { __typename: 'MyDaysPayload', days } },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Remove .* – / }));
    await screen.findByText('Removed.');
    fireEvent.change(screen.getByLabelText('First day away'), { target: { value: '2027-03-01' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add days away' }));
    await screen.findByText('Noted. Booked sessions on these days are looked after.');
    const asked = (name: string) =>
      page.asked.find(({ operation }) => operation === name)?.variables;
    expect(asked('RemoveDays')).toEqual({ input: { id: 'a1', kind: 'AWAY' } });
    expect(asked('AddAway')).toEqual({ input: { firstOn: '2027-03-01', lastOn: '2027-03-01' } });
  });

  it('opens or closes hours of a single day, and takes one back', async () => {
    const days = { __typename: 'MyDays', away: [], travel: [], overrides: [], holidays: [] };
    const page = renderPage(<AvailabilityPage />, {
      answers: {
        MyDays,
        MyAvailability,
        RemoveDays: { removeDays: { __typename: 'MyDaysPayload', days } },
        AddOverride: { addOverride: { __typename: 'MyDaysPayload', days } },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Remove .*Feb.*: not free$/ }));
    await screen.findByText('Removed.');
    const card = within(
      screen.getByRole('heading', { name: 'A single day' }).closest('div.fs-card') ?? document.body,
    );
    fireEvent.change(card.getByLabelText('Day'), { target: { value: '2027-02-19' } });
    fireEvent.change(card.getByLabelText('Then I am'), { target: { value: 'OPEN' } });
    fireEvent.change(card.getByLabelText('From (optional)'), { target: { value: '18:00' } });
    fireEvent.change(card.getByLabelText('Until (optional)'), { target: { value: '19:30' } });
    fireEvent.click(card.getByRole('button', { name: 'Add the day' }));
    await screen.findByText('Noted. Times are offered by it from now on.');
    fireEvent.change(card.getByLabelText('Day'), { target: { value: '2027-02-20' } });
    fireEvent.click(card.getByRole('button', { name: 'Add the day' }));
    await screen.findAllByText('Noted. Times are offered by it from now on.');
    const asked = (name: string) =>
      page.asked.filter(({ operation }) => operation === name).map(({ variables }) => variables);
    expect(asked('RemoveDays')).toEqual([{ input: { id: 'o1', kind: 'OVERRIDE' } }]);
    const open = { onDay: '2027-02-19', kind: 'OPEN', fromMinute: 1080, toMinute: 1170 };
    const wholeDay = { onDay: '2027-02-20', kind: 'OPEN', fromMinute: 0, toMinute: 1440 };
    expect(asked('AddOverride')).toEqual([{ input: open }, { input: wholeDay }]);
  });

  it('says of each kind of days that none is noted, above the form that notes one', async () => {
    const none = { ...MyDays.myDays, away: [], overrides: [] };
    renderPage(<AvailabilityPage />, { answers: { MyDays: { myDays: none }, MyAvailability } });
    expect(await screen.findByText('No days away noted.')).toBeTruthy();
    expect(screen.getByText('No journeys noted.')).toBeTruthy();
    expect(screen.getByText('No single days noted.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Remove / })).toBeNull();
  });

  it('says what failed', async () => {
    renderPage(<AvailabilityPage />, {
      answers: { MyDays, MyAvailability: { barrier: 'INTERNAL', requestId: 'q7' } },
    });
    expect(await screen.findByText(/q7/)).toBeTruthy();
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Faces, type FaceState } from './faces.js';

const base: FaceState<string[]> = {
  status: 'loading',
  data: undefined,
  failure: undefined,
  retry: () => undefined,
};

function show(state: Partial<FaceState<string[]>>) {
  return render(
    <Faces
      of={{ ...base, ...state }}
      skeleton={<p>grey</p>}
      isEmpty={(rows) => rows.length === 0}
      empty={<p>Import your people</p>}
    >
      {(rows) => <p>{rows.join(', ')}</p>}
    </Faces>,
  );
}

describe('Faces', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('announces loading only after 200 ms', () => {
    show({});
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => jest.advanceTimersByTime(201));
    expect(screen.getByRole('status').textContent).toBe('Loading');
  });

  it('shows the content when it is there', () => {
    show({ status: 'ready', data: ['Ana'] });
    expect(screen.getByText('Ana')).toBeTruthy();
  });

  it('teaches when there is nothing yet', () => {
    show({ status: 'ready', data: [] });
    expect(screen.getByText('Import your people')).toBeTruthy();
  });

  it('keeps the content when asking again fails, and offers to try again', () => {
    const retry = jest.fn();
    show({
      status: 'failed',
      data: ['Ana'],
      failure: { kind: 'unreachable', message: 'No answer.' },
      retry,
    });
    expect(screen.getByText('Ana')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('No answer.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('names the reference of a masked failure', () => {
    show({
      status: 'failed',
      failure: { kind: 'failed', message: 'It did not work.', requestId: 'a1b2c3d4' },
    });
    expect(screen.getByRole('alert').textContent).toContain('a1b2c3d4');
  });

  it('says the same whether a thing is missing or not for this person, and offers no retry', () => {
    show({
      status: 'failed',
      failure: { kind: 'absent', message: 'Removed, or not yours to see.' },
    });
    expect(screen.getByRole('heading', { name: 'There is nothing here for you' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

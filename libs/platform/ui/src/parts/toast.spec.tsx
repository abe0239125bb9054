import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { ToastProvider, useToast, type ToastMessage } from './toast.js';

function Opener({ message }: { message: ToastMessage }) {
  const toast = useToast();
  return <button onClick={() => toast(message)}>Book</button>;
}

function open(message: ToastMessage) {
  render(
    <ToastProvider>
      <Opener message={message} />
    </ToastProvider>,
  );
  fireEvent.click(screen.getByText('Book'));
}

const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

describe('Toast', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is announced and stays 15 seconds', () => {
    open({ text: 'Booked. Tue 25 Nov, 9:30.' });
    expect(screen.getByRole('status').textContent).toContain('Booked. Tue 25 Nov, 9:30.');
    pass(14_900);
    expect(screen.queryByText(/Booked/u)).not.toBeNull();
    pass(200);
    expect(screen.queryByText(/Booked/u)).toBeNull();
  });

  it('waits while the pointer rests on it', () => {
    open({ text: 'Booked.' });
    pass(10_000);
    fireEvent.mouseEnter(screen.getByText('Booked.').parentElement!);
    pass(60_000);
    expect(screen.queryByText('Booked.')).not.toBeNull();
    fireEvent.mouseLeave(screen.getByText('Booked.').parentElement!);
    pass(5_100);
    expect(screen.queryByText('Booked.')).toBeNull();
  });

  it('takes the action back once and goes', () => {
    const onUndo = jest.fn();
    open({ text: 'Booked.', onUndo });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onUndo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Booked.')).toBeNull();
  });
});

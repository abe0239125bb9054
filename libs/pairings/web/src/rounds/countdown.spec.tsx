import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { UiProvider } from '@flipside/ui';
import { Countdown } from './countdown.js';

const shown = (secondsLeft: number) => (
  <UiProvider>
    <Countdown secondsLeft={secondsLeft} />
  </UiProvider>
);
const pass = (seconds: number) => act(() => jest.advanceTimersByTime(seconds * 1000));
const timer = () => screen.getByRole('timer').textContent;
const spoken = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');

describe('the time until the mails leave', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('goes down each second without being read out each second', () => {
    render(shown(887));
    expect(timer()).toBe('14:47');
    expect(screen.getByRole('timer').getAttribute('aria-live')).toBe('off');
    pass(1);
    expect(timer()).toBe('14:46');
    expect(spoken()).toBe('');
    pass(286);
    expect(timer()).toBe('10:00');
    expect(spoken()).toBe('The mails leave in 10 minutes.');
    pass(30);
    expect(spoken()).toBe('');
    pass(270);
    expect(spoken()).toBe('The mails leave in 5 minutes.');
    pass(240);
    expect(spoken()).toBe('The mails leave in one minute.');
    pass(60);
    expect(timer()).toBe('0:00');
    expect(spoken()).toBe('The mails are leaving.');
    pass(60);
    expect(timer()).toBe('0:00');
  });

  it('follows the server when it counts again', () => {
    const { rerender } = render(shown(120));
    pass(10);
    expect(timer()).toBe('1:50');
    rerender(shown(100));
    expect(timer()).toBe('1:40');
    pass(1);
    expect(timer()).toBe('1:39');
  });
});

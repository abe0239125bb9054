import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { ChipGroup, TimeChoices, type TimeOption } from './choices.js';

const times: TimeOption[] = [
  { id: 'a', day: 'Tue 25 Nov', time: '9:30' },
  { id: 'b', day: 'Wed 26 Nov', time: '16:00', isTaken: true },
  { id: 'c', day: 'Thu 27 Nov', time: '8:30' },
];

describe('TimeChoices', () => {
  it('is one Tab stop; arrows move and pass over times that are taken', () => {
    render(<TimeChoices label="Times" options={times} onChoose={() => undefined} />);
    const [first, , third] = screen.getAllByRole('button');
    expect(screen.getAllByRole('button').filter((button) => button.tabIndex === 0)).toEqual([
      first,
    ]);
    first?.focus();
    fireEvent.keyDown(first!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(third);
    expect(third?.tabIndex).toBe(0);
    fireEvent.keyDown(third!, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(first);
  });

  it('books on a press, and only one time at once', () => {
    const onChoose = jest.fn();
    const { rerender } = render(<TimeChoices label="Times" options={times} onChoose={onChoose} />);
    fireEvent.click(screen.getByRole('button', { name: /Tue 25 Nov/u }));
    expect(onChoose).toHaveBeenCalledWith('a');
    rerender(<TimeChoices label="Times" options={times} onChoose={onChoose} busyId="a" />);
    fireEvent.click(screen.getByRole('button', { name: /Thu 27 Nov/u }));
    expect(onChoose).toHaveBeenCalledTimes(1);
  });
});

function Topics({ isSingle }: { isSingle?: boolean }) {
  const [value, setValue] = useState<string[]>([]);
  const options = [
    { value: 'f', label: 'Forecasting' },
    { value: 't', label: 'E-mail tone' },
  ];
  return (
    <ChipGroup
      label="Topics"
      options={options}
      value={value}
      onChange={setValue}
      {...(isSingle && { isSingle })}
    />
  );
}

const pressed = () =>
  screen.getAllByRole('button', { pressed: true }).map((button) => button.textContent);

describe('ChipGroup', () => {
  it('is a named group of toggle buttons', () => {
    render(<Topics />);
    expect(screen.getByRole('group', { name: 'Topics' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Forecasting' }));
    fireEvent.click(screen.getByRole('button', { name: 'E-mail tone' }));
    expect(pressed()).toEqual(['Forecasting', 'E-mail tone']);
    fireEvent.click(screen.getByRole('button', { name: 'Forecasting' }));
    expect(pressed()).toEqual(['E-mail tone']);
  });

  it('keeps one at a time when asked to', () => {
    render(<Topics isSingle />);
    fireEvent.click(screen.getByRole('button', { name: 'Forecasting' }));
    fireEvent.click(screen.getByRole('button', { name: 'E-mail tone' }));
    expect(pressed()).toEqual(['E-mail tone']);
  });
});

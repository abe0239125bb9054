import { beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { forgetDrafts, useDraft } from './draft.js';
import { renderPage } from './specs.js';
import { useUrlState } from './url-state.js';

function Line() {
  const draft = useDraft('log:1', { line: '' });
  return (
    <>
      <input
        aria-label="Line"
        value={draft.value.line}
        onChange={(event) => draft.setValue({ line: event.currentTarget.value })}
      />
      <button onClick={draft.clear}>Save</button>
      {draft.isRestored && <p>Kept from earlier</p>}
    </>
  );
}

const line = () => screen.getByLabelText<HTMLInputElement>('Line');

describe('useDraft', () => {
  beforeEach(() => localStorage.clear());

  it('keeps what was typed until it is saved', () => {
    renderPage(<Line />);
    fireEvent.change(line(), { target: { value: 'Check the tone first' } });
    cleanup();
    renderPage(<Line />);
    expect(line().value).toBe('Check the tone first');
    expect(screen.getByText('Kept from earlier')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    cleanup();
    renderPage(<Line />);
    expect(line().value).toBe('');
  });

  it('never shows one person what another has typed on the same device', () => {
    renderPage(<Line />, { viewer: { id: 'helen' } });
    fireEvent.change(line(), { target: { value: 'private' } });
    cleanup();
    renderPage(<Line />, { viewer: { id: 'priya' } });
    expect(line().value).toBe('');
  });

  it('forgets a person’s drafts on signing out, and no one else’s', () => {
    renderPage(<Line />, { viewer: { id: 'helen' } });
    fireEvent.change(line(), { target: { value: 'a' } });
    cleanup();
    renderPage(<Line />, { viewer: { id: 'priya' } });
    fireEvent.change(line(), { target: { value: 'b' } });
    forgetDrafts('helen');
    expect(Object.keys(localStorage)).toEqual(['flipside-draft:priya:log:1']);
  });
});

function Filter() {
  const [filter, change, { isChanged, reset }] = useUrlState({
    sort: 'gap',
    skill: [] as string[],
  });
  return (
    <>
      <p>{`${filter.sort} ${filter.skill.join('+')}`}</p>
      <button onClick={() => change({ sort: 'name' })}>By name</button>
      <button onClick={() => change({ skill: ['a', 'b'] })}>Skills</button>
      {isChanged && <button onClick={reset}>Clear</button>}
    </>
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('useUrlState', () => {
  it('puts what differs from the defaults into the address, and takes it from there', () => {
    const { address } = renderPage(<Filter />, { at: '/coverage?other=1' });
    expect(screen.getByText('gap')).toBeTruthy();
    press('By name');
    press('Skills');
    expect(address()).toBe('/coverage?other=1&sort=name&skill=a&skill=b');
    expect(screen.getByText('name a+b')).toBeTruthy();
    press('Clear');
    expect(address()).toBe('/coverage?other=1');
  });

  it('reads a view that a colleague has sent', () => {
    renderPage(<Filter />, { at: '/coverage?sort=people&skill=x' });
    expect(screen.getByText('people x')).toBeTruthy();
  });
});

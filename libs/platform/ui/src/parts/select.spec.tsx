import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { UiProvider } from '../ui-provider.js';
import { NumberInput } from './number-input.js';
import { Select, type SelectProps } from './select.js';

const places = [
  { value: 'leeds', label: 'Leeds' },
  { value: 'pune', label: 'Pune' },
];

function show(props: Partial<SelectProps>) {
  render(
    <UiProvider still>
      <Select label="Site" data={places} {...props} />
    </UiProvider>,
  );
  return screen.getByLabelText<HTMLSelectElement>('Site');
}

describe('Select', () => {
  it('gives the chosen value', () => {
    const onChange = jest.fn();
    fireEvent.change(show({ value: 'leeds', onChange }), { target: { value: 'pune' } });
    expect(onChange).toHaveBeenCalledWith('pune', { value: 'pune', label: 'Pune' });
  });

  it('does not look chosen while nothing is', () => {
    const list = show({ value: null, placeholder: 'Choose a site' });
    expect(list.selectedOptions[0]?.textContent).toBe('Choose a site');
  });

  it('becomes a list to type into when it is searchable', async () => {
    show({ searchable: true, value: 'pune' });
    const field = await screen.findByDisplayValue<HTMLInputElement>('Pune');
    expect(field.disabled).toBe(false);
    fireEvent.click(field);
    expect(screen.getAllByRole('option', { hidden: true })).toHaveLength(2);
  });
});

describe('NumberInput', () => {
  it('gives numbers, and an empty text when the field is empty', () => {
    const onChange = jest.fn();
    render(
      <UiProvider still>
        <NumberInput label="People per champion" defaultValue={25} onChange={onChange} />
      </UiProvider>,
    );
    const field = screen.getByLabelText('People per champion');
    fireEvent.change(field, { target: { value: '40' } });
    expect(onChange).toHaveBeenLastCalledWith(40);
    fireEvent.change(field, { target: { value: '' } });
    expect(onChange).toHaveBeenLastCalledWith('');
  });
});

import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { UiProvider } from '../ui-provider.js';
import { Textarea, TextInput } from './fields.js';
import { ErrorSummary } from './small.js';

function describedBy(field: HTMLElement): string {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

describe('fields', () => {
  it('ties the readers of a text to its field', () => {
    render(
      <UiProvider still>
        <Textarea
          label="Note"
          description="Optional"
          audience="PAIR"
          audienceNote="Only you and Helen can read this."
        />
      </UiProvider>,
    );
    const said = describedBy(screen.getByLabelText('Note'));
    expect(said).toContain('Optional');
    expect(said).toContain('The two of us. Only you and Helen can read this.');
  });

  it('marks a field that needs mending and says how', () => {
    render(
      <UiProvider still>
        <TextInput label="Starts on" error="Enter a day after 21 November" />
      </UiProvider>,
    );
    const field = screen.getByLabelText('Starts on');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(field)).toContain('Enter a day after 21 November');
  });

  it('leads from the summary to the field', () => {
    render(
      <UiProvider still>
        <ErrorSummary errors={[{ fieldId: 'name', message: 'Enter a name' }]} />
        <TextInput id="name" label="Name" />
      </UiProvider>,
    );
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    screen.getByRole('link', { name: 'Enter a name' }).click();
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  });
});

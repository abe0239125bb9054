import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { Button } from './button.js';
import { Menu } from './menu.js';
import { Sheet } from './sheet.js';

function Move({ onClose }: { onClose: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Move</Button>
      <Sheet
        isOpen={isOpen}
        title="When instead?"
        onClose={() => {
          onClose();
          setOpen(false);
        }}
      >
        <p>Times</p>
      </Sheet>
    </>
  );
}

describe('Sheet', () => {
  it('is a labelled dialog that closes on Escape and gives focus back', () => {
    const onClose = jest.fn();
    render(<Move onClose={onClose} />);
    const opener = screen.getByRole('button', { name: 'Move' });
    opener.focus();
    fireEvent.click(opener);
    const dialog = screen.getByRole('dialog', { name: 'When instead?' });
    // The browser turns Escape into this event.
    fireEvent(dialog, new Event('cancel', { cancelable: true }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('has a button to close it', () => {
    const onClose = jest.fn();
    render(<Move onClose={onClose} />);
    fireEvent.click(screen.getByRole('button', { name: 'Move' }));
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('Menu', () => {
  function open(onSelect: () => void) {
    render(
      <MemoryRouter>
        <Menu
          trigger={<Button>More</Button>}
          entries={[
            { label: 'Edit', to: '/edit' },
            'divider',
            { label: 'Light', isChosen: true },
            { label: 'Remove', onSelect },
          ]}
        />
      </MemoryRouter>,
    );
    const trigger = screen.getByRole('button', { name: 'More' });
    fireEvent.click(trigger);
    return trigger;
  }

  it('opens on its first entry and moves with arrows, ends and letters', () => {
    open(() => undefined);
    const item = (name: string) => screen.getByText(name).closest('[role^="menuitem"]');
    expect(document.activeElement).toBe(item('Edit'));
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(item('Remove'));
    fireEvent.keyDown(document.activeElement!, { key: 'Home' });
    expect(document.activeElement).toBe(item('Edit'));
    fireEvent.keyDown(document.activeElement!, { key: 'l' });
    expect(document.activeElement).toBe(item('Light'));
    expect(item('Light')?.getAttribute('aria-checked')).toBe('true');
  });

  it('closes on Escape and on choosing, with focus back on its button', () => {
    const onSelect = jest.fn();
    const trigger = open(onSelect);
    expect(trigger.getAttribute('aria-expanded')).toBe('true');
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    expect(screen.queryByText('Remove')).toBeNull();
    expect(document.activeElement).toBe(trigger);
    fireEvent.click(trigger);
    fireEvent.click(screen.getByText('Remove'));
    expect(onSelect).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Remove')).toBeNull();
  });
});

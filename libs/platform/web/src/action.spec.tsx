import { describe, expect, it, jest } from '@jest/globals';
import { ActionNotice, Button } from '@flipside/ui';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useAction } from './action.js';
import { graphql } from './graphql.js';
import { renderPage, type Answers } from './specs.js';

type Booked =
  | { __typename?: 'BookPayload'; day: string }
  | { __typename?: 'SpecRefusal'; message: string; field: string | null; code: string };

const Book = graphql(`
  mutation SpecBook($input: SpecBookInput!) {
    book(input: $input) {
      ... on BookPayload {
        day
      }
      ... on SpecRefusal {
        message
        field
        code
      }
    }
  }
`) as unknown as TypedDocumentNode<{ book: Booked }, { input: { time: string } }>;

const onDone = jest.fn();
const onUndo = jest.fn();

function BookButton() {
  const book = useAction(Book, {
    said: ({ day }) => `Booked. ${day}.`,
    undo: () => onUndo,
    onDone: ({ day }) => onDone(day),
  });
  return (
    <>
      <ActionNotice of={book} />
      <p>Field: {book.errorFor('time') ?? 'fine'}</p>
      <Button isBusy={book.isRunning} onClick={() => void book.run({ input: { time: '9:30' } })}>
        Book
      </Button>
    </>
  );
}

function press(answer: Answers[string]) {
  const page = renderPage(<BookButton />, { answers: { SpecBook: answer } });
  fireEvent.click(screen.getByRole('button', { name: 'Book' }));
  return page;
}

describe('useAction', () => {
  it('says what happened and offers to take it back', async () => {
    press({ book: { __typename: 'BookPayload', day: 'Tue 25 Nov' } });
    expect(await screen.findByText('Booked. Tue 25 Nov.')).toBeTruthy();
    expect(onDone).toHaveBeenCalledWith('Tue 25 Nov');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onUndo).toHaveBeenCalledTimes(1);
  });

  it('shows a refusal beside the button and at its field', async () => {
    press({
      book: {
        __typename: 'SpecRefusal',
        message: 'Tue 9:30 was just taken.',
        field: 'time',
        code: 'TAKEN',
      },
    });
    expect((await screen.findByRole('status', { name: '' })).textContent).toBeDefined();
    await screen.findByText('Field: Tue 9:30 was just taken.');
    expect(screen.getAllByText('Tue 9:30 was just taken.')).toHaveLength(1);
  });

  it('keeps what was typed and names the reference when the server fails', async () => {
    press({ barrier: 'INTERNAL', requestId: 'a1b2c3d4' });
    expect((await screen.findByRole('alert')).textContent).toContain('a1b2c3d4');
  });

  it('runs once when it is asked twice in one moment, before a button can look busy', async () => {
    function Twice() {
      const book = useAction(Book, { said: ({ day }) => `Booked. ${day}.` });
      const run = () => void book.run({ input: { time: '9:30' } });
      return <Button onClick={() => [run(), run()]}>Book</Button>;
    }
    const { asked } = renderPage(<Twice />, {
      answers: { SpecBook: { book: { __typename: 'BookPayload', day: 'Tue 25 Nov' } } },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Book' }));
    await screen.findByText('Booked. Tue 25 Nov.');
    expect(asked).toHaveLength(1);
  });

  it('runs once when pressed twice', async () => {
    const { asked } = press({ book: { __typename: 'BookPayload', day: 'Tue 25 Nov' } });
    fireEvent.click(screen.getByRole('button', { name: 'Book' }));
    await screen.findByText('Booked. Tue 25 Nov.');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Book' }).getAttribute('aria-busy')).toBeNull(),
    );
    expect(asked).toHaveLength(1);
  });
});

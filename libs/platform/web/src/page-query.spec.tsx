import { describe, expect, it } from '@jest/globals';
import { EmptyState, Faces, LoadMore } from '@flipside/ui';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { graphql } from './graphql.js';
import { usePageQuery } from './page-query.js';
import { renderPage } from './specs.js';

interface People {
  people: {
    edges: { node: { id: string; name: string } }[];
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
  };
}

const PeopleQuery = graphql(`
  query SpecPeople($after: String) {
    people(after: $after) {
      edges {
        node {
          id
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`) as unknown as TypedDocumentNode<People, { after?: string }>;

function People() {
  const page = usePageQuery(PeopleQuery);
  return (
    <Faces
      of={page}
      isEmpty={(data) => data.people.edges.length === 0}
      empty={<EmptyState title="No people yet" />}
    >
      {(data) => (
        <>
          <ul>
            {data.people.edges.map(({ node }) => (
              <li key={node.id}>{node.name}</li>
            ))}
          </ul>
          {data.people.pageInfo.hasNextPage && (
            <LoadMore isBusy={page.isLoadingMore} onLoad={() => void page.loadMore('people')} />
          )}
        </>
      )}
    </Faces>
  );
}

const page = (names: string[], endCursor: string | null = null) => ({
  people: {
    __typename: 'PersonConnection',
    edges: names.map((name) => ({
      __typename: 'PersonEdge',
      node: { __typename: 'Person', id: name, name },
    })),
    pageInfo: { __typename: 'PageInfo', endCursor, hasNextPage: endCursor !== null },
  },
});

const shown = () => screen.getAllByRole('listitem').map((item) => item.textContent);

describe('usePageQuery', () => {
  it('shows what the server says', async () => {
    renderPage(<People />, { answers: { SpecPeople: page(['Ana', 'Björn']) } });
    await screen.findByText('Ana');
    expect(shown()).toEqual(['Ana', 'Björn']);
  });

  it('teaches when there is nothing', async () => {
    renderPage(<People />, { answers: { SpecPeople: page([]) } });
    expect(await screen.findByRole('heading', { name: 'No people yet' })).toBeTruthy();
  });

  it('adds the next page below the first and asks for it once', async () => {
    const { asked } = renderPage(<People />, {
      answers: {
        SpecPeople: ({ after }) =>
          after === 'c1' ? page(['Chidi']) : page(['Ana', 'Björn'], 'c1'),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByText('Chidi');
    expect(shown()).toEqual(['Ana', 'Björn', 'Chidi']);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    expect(asked.filter(({ variables }) => variables['after'] === 'c1')).toHaveLength(1);
  });

  it('keeps what is on the screen while the answer to another question is on its way', async () => {
    function Asking() {
      const [after, setAfter] = useState('c0');
      const { data, status } = usePageQuery(PeopleQuery, { variables: { after } });
      return (
        <>
          <button onClick={() => setAfter('c1')}>Ask</button>
          <p>
            {status}: {data?.people.edges.map(({ node }) => node.name).join() ?? 'nothing'}
          </p>
        </>
      );
    }
    renderPage(<Asking />, {
      answers: { SpecPeople: ({ after }) => page([after === 'c1' ? 'Chidi' : 'Ana']) },
    });
    await screen.findByText('ready: Ana');
    fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
    expect(screen.getByText('loading: Ana')).toBeTruthy();
    await screen.findByText('ready: Chidi');
  });

  it('gives the reference of a masked failure and recovers on another try', async () => {
    const answers: Record<
      string,
      { barrier: string; requestId: string } | ReturnType<typeof page>
    > = {
      SpecPeople: { barrier: 'INTERNAL', requestId: 'a1b2c3d4' },
    };
    renderPage(<People />, { answers });
    expect((await screen.findByRole('alert')).textContent).toContain('a1b2c3d4');
    answers['SpecPeople'] = page(['Ana']);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Ana');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('does not tell a missing thing from one that is not yours', async () => {
    renderPage(<People />, { answers: { SpecPeople: { barrier: 'NOT_FOUND' } } });
    expect(
      await screen.findByRole('heading', { name: 'There is nothing here for you' }),
    ).toBeTruthy();
  });
});

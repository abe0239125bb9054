import { ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { UiProvider } from '@flipside/ui';
import { render, screen, within, type RenderResult } from '@testing-library/react';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { createClient } from './apollo.js';
import { ViewerProvider, type Viewer } from './viewer.js';

export const aViewer: Viewer = {
  id: 'viewer',
  name: 'Ana Petrović',
  email: 'ana@example.com',
  timeZone: 'Europe/London',
  roles: ['EMPLOYEE'],
  programmeName: 'Programme',
  companyMode: 'OWN',
  mailConfigured: true,
};

type Variables = Record<string, unknown>;
type Data = Record<string, unknown>;

/**
 * What the server would say, by operation name: data, a function of the variables, a barrier's code, or `never` for a
 * server that does not answer. Objects of unions and those with an id need their `__typename`.
 */
export type Answers = Record<
  string,
  Data | ((variables: Variables) => Data) | BarrierAnswer | 'never'
>;

export interface BarrierAnswer {
  barrier: string;
  requestId?: string;
}

export interface PageSetup {
  answers?: Answers;
  viewer?: Partial<Viewer>;
  /** Where the page is: '/coverage?sort=gap'. */
  at?: string;
  /** The route's pattern, for useParams: '/coverage/:unitId'. */
  route?: string;
}

export interface RenderedPage extends RenderResult {
  /** Every operation asked so far, with its variables. */
  asked: { operation: string; variables: Variables }[];
  /** Where the person is now. */
  address: () => string;
}

function answering(answers: Answers, asked: RenderedPage['asked']): ApolloLink {
  return new ApolloLink((operation) => {
    const name = operation.operationName ?? nameOf(operation.query);
    asked.push({ operation: name, variables: operation.variables });
    const answer = answers[name];
    return new Observable((observer) => {
      if (answer === 'never') return;
      const timer = setTimeout(() => {
        if (answer === undefined) {
          observer.error(new Error(`No answer is given for ${name}`));
          return;
        }
        const given = typeof answer === 'function' ? answer(operation.variables) : answer;
        if ('barrier' in given) {
          const { barrier: code, requestId } = given as BarrierAnswer;
          observer.next({ errors: [{ message: code, extensions: { code, requestId } }] });
        } else {
          observer.next({ data: given });
        }
        observer.complete();
      });
      return () => clearTimeout(timer);
    });
  });
}

function nameOf(document: DocumentNode): string {
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
  );
  return operation?.name?.value ?? '';
}

/** Shows a page as a signed-in person would have it, with our real client on top of the given answers. For specs only. */
export function renderPage(page: ReactNode, setup: PageSetup = {}): RenderedPage {
  const asked: RenderedPage['asked'] = [];
  const client = createClient({
    onSignedOut: () => undefined,
    link: answering(setup.answers ?? {}, asked),
  });
  const at = setup.at ?? '/';
  let address = at;
  const result = render(
    <ApolloProvider client={client}>
      <UiProvider still>
        <ViewerProvider viewer={{ ...aViewer, ...setup.viewer }}>
          <MemoryRouter initialEntries={[at]}>
            <Watch onMove={(to) => (address = to)} />
            <Routes>
              <Route path={setup.route ?? at.split('?')[0] ?? '/'} element={page} />
              <Route path="*" element={<p>Another page</p>} />
            </Routes>
          </MemoryRouter>
        </ViewerProvider>
      </UiProvider>
    </ApolloProvider>,
  );
  return { ...result, asked, address: () => address };
}

function Watch({ onMove }: { onMove: (address: string) => void }) {
  const { pathname, search } = useLocation();
  onMove(pathname + search);
  return null;
}

/** The empty face with this title: what it says and the way on are asked for within it. */
export async function emptyFace(title: string): Promise<ReturnType<typeof within>> {
  const face = (await screen.findByRole('heading', { name: title })).closest<HTMLElement>(
    '.fs-empty',
  );
  if (!face) throw new Error(`“${title}” is the title of no empty face`);
  return within(face);
}

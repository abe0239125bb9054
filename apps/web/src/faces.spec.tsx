/** What every page shows while its answer is on the way, and when there is none. Filled and empty pages: tests/e2e. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Role } from '@flipside/platform-web';
import { renderPage, type Answers, type RenderedPage } from '@flipside/platform-web/specs';
import { cleanup, waitFor } from '@testing-library/react';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { pages } from './router.js';

const EVERY_ROLE: Role[] = [
  'EMPLOYEE',
  'CHAMPION',
  'EXECUTIVE',
  'DELEGATE',
  'HR_LEAD',
  'ADMINISTRATOR',
  'IMPACT_ANALYST',
];

/** A form that asks for what only helps to fill it in: it stands there at once, and works without. */
const NEEDS_NO_ANSWER = ['/nominate'];

/** Whatever a page asks, it gets this. */
const always = (answer: Answers[string]): Answers =>
  new Proxy<Answers>({}, { get: () => answer, has: () => true });

const leaves = (routes: readonly RouteObject[]): RouteObject[] =>
  routes.flatMap((route) => (route.children ? leaves(route.children) : [route]));

const addresses = leaves(pages).map(
  (route) => [route.index ? '/' : (route.path ?? ''), route] as const,
);

async function open(path: string, route: RouteObject, answers: Answers): Promise<RenderedPage> {
  const loaded =
    typeof route.lazy === 'function'
      ? ((await route.lazy()) as { Component: ComponentType })
      : route;
  const Component = loaded.Component as ComponentType;
  return renderPage(<Component />, {
    answers,
    route: path,
    at: path.replaceAll(/:\w+/gu, 'one').replace('*', '/nowhere'),
    viewer: { roles: EVERY_ROLE },
  });
}

afterEach(cleanup);

describe('a page that waits for its answer', () => {
  it.each(addresses)('%s keeps its place and says so', async (path, route) => {
    const { asked, container } = await open(path, route, always('never'));
    if (path !== '/signin') expect(container.querySelectorAll('h1')).toHaveLength(1);
    if (asked.length > 0 && !NEEDS_NO_ANSWER.includes(path))
      await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).not.toBeNull());
  });
});

describe('a page that gets no answer', () => {
  it.each(addresses)('%s says so, with a way to try again', async (path, route) => {
    const failed = { barrier: 'INTERNAL', requestId: 'r-17' };
    const { asked, container, findAllByRole } = await open(path, route, always(failed));
    await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
    expect(container.querySelectorAll('h1')).toHaveLength(1);
    if (asked.length === 0 || NEEDS_NO_ANSWER.includes(path)) return;
    await findAllByRole('button', { name: 'Try again' });
    expect(container.textContent).toContain('r-17');
  });
});

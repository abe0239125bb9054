import { expect, it } from '@jest/globals';
import { pages } from '@flipside/app-web';
import { matchRoutes, type RouteObject } from 'react-router';
import { VISITS } from './page-list.js';

/** The route an address leads to, as the client's router decides. */
function routeOf(path: string): string | undefined {
  const address = path.replaceAll(/[{}]/g, '').split('?')[0] ?? path;
  return nameOf(matchRoutes(pages, address)?.at(-1)?.route);
}

const nameOf = (route: RouteObject | undefined) => (route?.index ? '/' : route?.path);

it('looks at every page of the client’s router', () => {
  const all = pages.flatMap((page) => (page.children ? page.children.map(nameOf) : nameOf(page)));
  const visited = new Set(VISITS.flatMap(({ paths }) => paths).map(routeOf));
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((route) => !visited.has(route))).toEqual([]);
});

it('names no page that is not there', () => {
  const lost = VISITS.flatMap(({ paths }) => paths).filter((path) => routeOf(path) === '*');
  expect(lost).toEqual(['/nowhere']);
});

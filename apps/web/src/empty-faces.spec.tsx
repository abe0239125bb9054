/** What pages show that have nothing to show yet, where the page has no spec of its own for it. */
import { expect, it } from '@jest/globals';
import { renderPage, type Answers } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { pages } from './router.js';

const leaves = (routes: readonly RouteObject[]): RouteObject[] =>
  routes.flatMap((route) => (route.children ? leaves(route.children) : [route]));

const nobody = {
  __typename: 'NominationConnection',
  totalCount: 0,
  edges: [],
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
};

/** Path, what the server says, the title of the empty face, and the way on from there. */
const EMPTY: [path: string, at: string, answers: Answers, title: string, wayOn: RegExp][] = [
  [
    '/sessions/book/:pairingId',
    '/sessions/book/one',
    { SingleTimes: { singleTimes: [], oneMoreNote: null } },
    'Nothing fits both of you in the next two weeks',
    /Back to your sessions/,
  ],
  [
    '/settings/locations',
    '/settings/locations',
    { Locations: { locations: [] } },
    'No locations yet',
    /Import your people/,
  ],
  [
    '/me/delegates',
    '/me/delegates',
    { Delegates: { myDelegates: [], lookedAfterPeople: [] } },
    'Nobody yet',
    /Add your assistant by work e-mail/,
  ],
  [
    '/executives/:id/delegates',
    '/executives/one/delegates',
    {
      ExecutiveDelegates: {
        person: { __typename: 'Person', id: 'one', name: 'Helen Ward' },
        delegatesOfExecutive: [],
      },
    },
    'Nobody yet',
    /you set one up below/,
  ],
  [
    '/guardrails/questions',
    '/guardrails/questions',
    {
      ConfidentialMessages: {
        guardrails: { __typename: 'Guardrails', version: 1, ownerName: 'Ana', trustName: 'Ben' },
        confidentialMessages: [],
      },
    },
    'Nothing yet',
    /never held against you/,
  ],
  [
    '/recruiting',
    '/recruiting?stage=DECLINED',
    {
      RecruitingPage: { nominations: nobody, nominationCounts: [] },
      Suggestions: 'never',
    },
    'Nobody in these stages',
    /Choose other stages/,
  ],
];

it.each(EMPTY)('%s teaches when it is empty (%s)', async (path, at, answers, title, wayOn) => {
  const route = leaves(pages).find((each) => each.path === path);
  if (typeof route?.lazy !== 'function') throw new Error(`There is no page at ${path}`);
  const { Component } = (await route.lazy()) as { Component: ComponentType };
  renderPage(<Component />, {
    at,
    route: path,
    answers,
    viewer: { roles: ['EMPLOYEE', 'CHAMPION', 'EXECUTIVE', 'HR_LEAD', 'ADMINISTRATOR'] },
  });
  expect(await screen.findByText(title)).toBeTruthy();
  expect(screen.getAllByText(wayOn).length).toBeGreaterThan(0);
});

import type { Node, Pooled, Report } from './coverage-tree-rows.js';

/** Our client's cache tells objects apart by this name, which the generated types leave out. */
const typed = <T extends object>(name: string, value: T): T => ({ __typename: name, ...value });

/** A unit as the server sends it; for specs. */
export function aNode(wish: Partial<Node> & { id: string; name: string }): Node {
  return typed('CoverageNode', {
    code: wish.id.toUpperCase(),
    parentId: null,
    depth: 0,
    childCount: 0,
    people: 0,
    champions: 0,
    targetRatio: 25,
    required: 0,
    gap: 0,
    surplus: 0,
    state: 'COVERED',
    shownState: wish.state ?? 'COVERED',
    ratioText: '',
    coverageRatio: wish.people ? ((wish.champions ?? 0) * 25) / wish.people : null,
    belowText: '',
    worstBelowId: null,
    peopleCovered: 0,
    uncoveredPeople: wish.people ?? 0,
    effectiveChampions: wish.champions ?? 0,
    ...wish,
  });
}

const small: Pooled = typed('PooledUnits', {
  sharedWithId: 'org',
  unitIds: ['legal', 'board'],
  people: 11,
  champions: 1,
  sentence:
    '11 people in 2 small units would need 1 champion if counted together; 1 is shared among them.',
});

/** Norden: Logistics has nobody, Sales is close, two small units are counted together. */
export function aReport(wish: Partial<Report> = {}): Report {
  return typed('CoverageReport', {
    asOf: '2026-11-23',
    isPast: false,
    by: 'UNIT',
    basis: 'SHOWN',
    headline: typed('CoverageHeadline', {
      totalSentence: '99 champions for 2,235 people: 1 per 22.6, target 1 per 25.',
      spreadSentence: 'What one unit has to spare does not cover another.',
      gapSentence: '2 units are short by 6 champions; 1 has none.',
      rule: 'One champion for every 25 people, rounded up. Units under 10 people are counted with the unit above.',
      people: 2235,
      shortUnits: 2,
      peopleCovered: 2005,
      effectiveSentence:
        '71 of the 90 champions needed did something for colleagues in the last 60 days.',
      lastImportAt: '2026-11-20T08:00:00Z',
      isStale: false,
    }),
    gapIds: ['log', 'sales'],
    nodes: [
      aNode({
        id: 'org',
        code: 'NRD',
        name: 'Norden',
        childCount: 4,
        people: 2235,
        champions: 99,
        required: 90,
        surplus: 9,
        belowText: '1 unit below has none, 1 unit below is short',
        worstBelowId: 'log',
      }),
      aNode({
        id: 'board',
        name: 'Board',
        parentId: 'org',
        depth: 1,
        people: 4,
        state: 'POOLED',
        shownState: 'CLOSE',
      }),
      aNode({
        id: 'legal',
        name: 'Legal',
        parentId: 'org',
        depth: 1,
        people: 7,
        champions: 1,
        state: 'POOLED',
        shownState: 'CLOSE',
      }),
      aNode({
        id: 'log',
        name: 'Logistics',
        parentId: 'org',
        depth: 1,
        people: 104,
        required: 5,
        gap: 5,
        state: 'NONE',
        ratioText: 'none for 104 people',
      }),
      aNode({
        id: 'sales',
        name: 'Sales',
        parentId: 'org',
        depth: 1,
        people: 126,
        champions: 5,
        required: 6,
        gap: 1,
        state: 'CLOSE',
        ratioText: '1 per 25.2',
      }),
    ],
    pooled: [small],
    ...wish,
  });
}

import { describe, expect, it } from '@jest/globals';
import { aNode, aReport } from './coverage-report.fixture.js';
import { branchesWithGap, pathTo, treeRows } from './coverage-tree-rows.js';

const folds = (opened: string[] = [], closed: string[] = []) => ({
  opened: new Set(opened),
  closed: new Set(closed),
});
const names = (rows: ReturnType<typeof treeRows>) =>
  rows.map(
    (row) => `${'  '.repeat(row.depth)}${row.kind === 'unit' ? row.node.name : 'Small units'}`,
  );

describe('the lines of the tree', () => {
  const report = aReport();

  it('stands open at the top, small units behind one line at the end', () => {
    expect(names(treeRows(report, folds()))).toEqual([
      'Norden',
      '  Logistics',
      '  Sales',
      '  Small units',
    ]);
    expect(names(treeRows(report, folds(['~NRD'])))).toEqual([
      'Norden',
      '  Logistics',
      '  Sales',
      '  Small units',
      '    Board',
      '    Legal',
    ]);
    expect(names(treeRows(report, folds([], ['NRD'])))).toEqual(['Norden']);
  });

  it('puts small units at the top of the tree last, counted with the company', () => {
    const alone = aReport({
      nodes: [
        aNode({ id: 'big', name: 'Big', people: 30 }),
        aNode({ id: 'few', name: 'Few', people: 3, state: 'POOLED' }),
      ],
      pooled: [
        {
          ...(report.pooled[0] ?? { people: 3, champions: 0, sentence: '' }),
          sharedWithId: null,
          unitIds: ['few'],
        },
      ],
    });
    expect(names(treeRows(alone, folds(['~'])))).toEqual(['Big', 'Small units', '  Few']);
  });

  it('knows what to open so that a unit comes into view', () => {
    expect(pathTo(report, 'log')).toEqual(['NRD']);
    expect(pathTo(report, 'legal')).toEqual(['NRD', '~NRD']);
  });

  it('leaves only branches that lack something', () => {
    expect(names(treeRows(branchesWithGap(report), folds()))).toEqual([
      'Norden',
      '  Logistics',
      '  Sales',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { csvText } from '@flipside/platform-web';
import { impactFigures, impactTable, type Group, type Side } from './impact-figures.js';

const group = (own: Partial<Group>): Group => ({
  names: ['part-time'],
  isKnown: true,
  people: 12,
  matched: 7,
  ratio: 0.75,
  isBelowFourFifths: true,
  chance: 0.04,
  aboveMedian: { part: 3, of: 7 },
  seniority: { mean: 2.25, of: 7 },
  load: { mean: 1.5, of: 7 },
  accepted: { part: 5, of: 6 },
  ...own,
});
const side = (groups: Group[], withheldGroups = 0): Side => ({
  everybody: { people: 40, matched: 20 },
  unknown: 0,
  withheldGroups,
  withheldPeople: 3 * withheldGroups,
  chance: null,
  kept: [],
  groups,
});
const fileOf = (champions: Side, isPublished = true) => {
  const { headers, rows } = impactTable(
    'Autumn',
    { champions, executives: champions },
    isPublished,
  );
  return rows.map((row) => Object.fromEntries(headers.map((header, n) => [header, row[n]])));
};

describe('the file of an impact report', () => {
  it('holds seniority, load and acceptance beside the rates, each with the number behind it', () => {
    const [row] = fileOf(side([group({})]));
    expect(row).toMatchObject({
      Group: 'part-time',
      Matched: 7,
      People: 12,
      'Level reached (1 = top)': 2.25,
      'Champions with a level': 7,
      'Executives each': 1.5,
      'Champions matched': 7,
      'Said yes': 5,
      'Of those who answered': 6,
    });
  });

  it('never tells more than the page: what is withheld there is empty here, figure by figure', () => {
    const nothing = { aboveMedian: null, seniority: null, load: null, accepted: null };
    for (const isChampions of [true, false]) {
      for (const isPublished of [true, false]) {
        for (const each of [group({}), group(nothing), group({ seniority: null, chance: null })]) {
          const rows = fileOf(side([each]), isPublished);
          const row = rows[isChampions ? 0 : 1] ?? {};
          const shown = impactFigures({ isChampions, isPublished });
          const told = new Set(
            shown
              .filter(({ words }) => words(each) !== '–')
              .flatMap(({ columns }) => columns.map(({ header }) => header)),
          );
          const filled = Object.keys(row).filter((header) => row[header] != null);
          expect(filled.filter((header) => !['Round', 'Side', 'Group'].includes(header))).toEqual(
            filled.filter((header) => told.has(header)),
          );
        }
      }
    }
  });

  it('counts the groups that are not shown, as the page does, and names none of them', () => {
    const rows = fileOf(side([group({})], 2));
    expect(rows[1]).toMatchObject({ Group: 'Not shown: 2 groups', People: 6, Matched: null });
  });

  it('is a table that a spreadsheet reads', () => {
    const { headers, rows } = impactTable(
      'Autumn',
      { champions: side([group({ names: ['=cmd', 'B'] })]), executives: side([]) },
      false,
    );
    const text = csvText(headers, rows);
    expect(text).toContain("'=cmd · B");
    expect(text).not.toContain('Said yes');
  });
});

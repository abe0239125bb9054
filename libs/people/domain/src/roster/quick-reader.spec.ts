import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guessMapping } from './mapping.js';
import type { QuickRow } from './quick-reader.js';
import { RecordSplitter } from './record-splitter.js';
import type { RowProblem } from './roster-problems.js';
import { RowReader, type RosterRow } from './roster-row.js';

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
const decode = (cell: string): string => Buffer.from(cell, 'latin1').toString();

/** A quick row as the other way of reading gives it. */
function whole(row: QuickRow, record: RecordSplitter): RosterRow {
  const cell = (column: number): string | null =>
    column < 0 ? null : (record.cells()[column] ?? null);
  const { firstName, lastName } = row;
  return {
    ...row.terms,
    rowNo: row.rowNo,
    employeeNo: cell(row.employeeNo),
    email: cell(row.email)?.toLowerCase() ?? null,
    name:
      cell(row.fullName) ?? [firstName.text, lastName.text].filter((part) => part !== '').join(' '),
    title: row.title.text,
    unitNo: row.unitNo,
    placeNo: row.placeNo,
    manager: row.manager.text || null,
    hireOn: (row.hireOn.text || null) as RosterRow['hireOn'],
    leaveOn: (row.leaveOn.text || null) as RosterRow['leaveOn'],
  };
}

interface Reading {
  readonly rows: (RosterRow | null)[];
  readonly quick: number;
  readonly problems: RowProblem[];
  readonly units: unknown;
  readonly places: unknown;
}

function readAll(header: string[], lines: string[][], isQuick: boolean): Reading {
  const problems: RowProblem[] = [];
  const settings = {
    header,
    mapping: guessMapping(header, lines),
    dateOrder: 'MDY',
    latestYear: 2027,
    decode,
  } as const;
  const reader = new RowReader(settings, (problem) => problems.push(problem));
  const splitter = new RecordSplitter(',', '\n', latin1);
  const rows: (RosterRow | null)[] = [];
  let quick = 0;
  const quoted = (cell: string): string =>
    /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
  splitter.push(new TextEncoder().encode(text), () => {
    const found = isQuick ? reader.readQuickly(splitter) : null;
    if (found) quick++;
    rows.push(
      found
        ? whole(found, splitter)
        : reader.read(splitter.cells(), splitter.count, splitter.isPlain),
    );
  });
  return { rows, quick, problems, units: reader.units.finish(), places: reader.places.finish() };
}

/** Ordinary values with an odd one now and then. */
const mostly = (ordinary: fc.Arbitrary<string>, ...odd: string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 30, arbitrary: ordinary }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const numbered = (text: (no: string) => string): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: 40 }).map((no) => text(String(no)));

const names = mostly(
  fc.constantFrom('Ann', 'José', 'Bo', "O'Neil"),
  'Na',
  '',
  ' Eve',
  'An  a',
  '-',
);
const ids = mostly(
  numbered((no) => no.padStart(7, '0')),
  ...['', 'E-1', '1.2E+5', '=1', 'N/A', 'none', 'Ü1', '="007"', 'ID'],
);
const emails = mostly(
  numbered((no) => `E${no}@Example.com`),
  ...['', 'a@b', 'a@b.', '@b.c', 'mailto:a@b.c', 'é@b.c', 'a@b@c.de', 'a b@c.de', 'a@b..c'],
);
const fullNames = mostly(
  fc.constantFrom('Ann Lee', 'Bo Li-Wei', "Eve O'Neil"),
  ...[
    'Lee, Ann',
    'Ann Lee (0000004)',
    'Ann Lee (On Leave)',
    'José Ruiz',
    'Ann',
    '',
    'Ann  Lee',
    '- -',
  ],
);
const days = mostly(
  fc.constantFrom('', '03/04/2020', '05/06/2015', '2021-05-06'),
  ...['13/13/2020', 'soon', '01/01/2999'],
);
const row = fc.tuple(
  ids,
  fullNames,
  names,
  names,
  mostly(fc.constantFrom('Planner', 'Chef de projet', 'Größe'), 'a\\b', ''),
  mostly(fc.constantFrom('Sales', 'R&D', '100 - Admin'), 'Sales (Ann Lee)', ''),
  mostly(fc.constantFrom('Berlin', 'São Paulo', 'Lagos, NG'), ''),
  mostly(fc.constantFrom('Europe/Berlin', ''), 'Mars/Olympus'),
  ids,
  mostly(fc.constantFrom('Employee', 'Contractor', ''), 'Martian', 'Terminated'),
  mostly(fc.constantFrom('Active', 'On Leave', ''), 'Odd', 'Left'),
  days,
  days,
  emails,
  mostly(fc.constantFrom('1', 'L4', ''), 'top'),
  mostly(fc.constantFrom('100 %', '0.5', ''), '7'),
);
const HEADER = [
  'Employee ID',
  'Worker',
  'First Name',
  'Last Name',
  'Business Title',
  'Department',
  'Location',
  'Time Zone',
  'Manager Employee ID',
  'Employment Type',
  'Status',
  'Hire Date',
  'Termination Date',
  'Email',
  'Level',
  'FTE',
];

describe('reading rows quickly', () => {
  it('gives what reading cell by cell gives, whatever the rows and the columns', () => {
    let quick = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.uniqueArray(fc.integer({ min: 1, max: HEADER.length - 1 }), { maxLength: 4 }),
        (lines, left) => {
          const kept = HEADER.map((_, at) => at).filter((at) => !left.includes(at));
          const header = kept.map((at) => HEADER[at] ?? '');
          const cells = lines.map((line) => kept.map((at) => line[at] ?? ''));
          const quickly = readAll(header, cells, true);
          const slowly = readAll(header, cells, false);
          quick += quickly.quick;
          expect({ ...quickly, quick: 0 }).toEqual(slowly);
        },
      ),
      { numRuns: 200 },
    );
    expect(quick).toBeGreaterThan(500);
  });

  it('is the way that ordinary rows are read', () => {
    const lines = Array.from({ length: 50 }, (_, at) => [
      String(at + 1),
      'Ann Lee (1)',
      'Ann',
      'José',
      'Planner',
      'Sales',
      'São Paulo',
      '',
      '1',
      'Employee',
      'Active',
      '03/04/2020',
      '',
      `e${at}@example.com`,
      '',
      '',
    ]);
    expect(readAll(HEADER, lines, true).quick).toBe(50);
  });
});

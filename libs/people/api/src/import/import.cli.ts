import fs from 'node:fs';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { isDay, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { CLOCK, Database } from '@flipside/platform-api';
import {
  headerSignature,
  ROSTER_FIELDS,
  rosterRefusal,
  type ColumnMapping,
  type RosterField,
  type RosterRefusal,
} from '@flipside/people-domain';
import type { Command } from 'commander';
import { ApplyImport } from './apply-import.js';
import { checkAsOf } from './as-of.js';
import { fileSource } from './byte-source.js';
import { CancelImport } from './cancel-import.js';
import type { Difference } from './find-changes.js';
import { touchedBy } from './import-facts.js';
import { ImportRunReader, type ProblemGroup } from './import-run.reader.js';
import { isField, type ImportRun } from './import-run.store.js';
import { StartImport } from './start-import.js';
import { WriteRoster } from './write-roster.js';

/** What the command ends with; documented in its help. */
export const IMPORT_EXIT = {
  done: 0,
  refused: 1,
  usedWrongly: 2,
  needsConfirmation: 3,
  hasProblems: 4,
} as const;

interface Options {
  full?: boolean;
  changes?: boolean;
  asOf?: string;
  mapping?: string[];
  dateOrder?: string;
  dryRun?: boolean;
  confirmLeavers?: boolean;
  allOrNothing?: boolean;
  json?: boolean;
}

interface Outcome {
  readonly exitCode: number;
  readonly message: string;
  readonly run?: ImportRun;
  readonly difference?: Difference;
  readonly problems?: readonly ProblemGroup[];
  readonly isApplied: boolean;
}

/** `npm run flipside -- import FILE`: the same steps as the import page, in one go. */
export function importCommand(
  program: Command,
  open: () => Promise<INestApplicationContext>,
): void {
  program
    .command('import <file>')
    .description(
      'Import a staff list (CSV); ends with 0 applied or nothing to change, 1 refused, 3 needs a decision, 4 has problems with --all-or-nothing',
    )
    .option('--full', 'the file holds everybody: people it does not hold have left (default)')
    .option('--changes', 'the file holds changed people only')
    .option('--as-of <day>', 'the day from which it holds, year-month-day (default: today)')
    .option(
      '--mapping <field=Column...>',
      `read a field from a column, by its heading or as "Column 5"; fields: ${ROSTER_FIELDS.join(', ')}`,
    )
    .option('--date-order <order>', 'how 03/04/2024 is read: DMY or MDY')
    .option('--dry-run', 'show what would change and stop')
    .option('--confirm-leavers', 'yes, so many people really left')
    .option('--all-or-nothing', 'apply nothing if anything is wrong')
    .option('--json', 'print the outcome as JSON')
    .action(async (file: string, options: Options) => {
      const outcome = await importFile(await open(), file, options);
      print(outcome, options.json === true);
      process.exitCode = outcome.exitCode;
    });
}

async function importFile(
  app: INestApplicationContext,
  file: string,
  options: Options,
): Promise<Outcome> {
  const wrong = wrongUse(file, options);
  if (wrong) return { exitCode: IMPORT_EXIT.usedWrongly, message: wrong, isApplied: false };
  const day = options.asOf
    ? await checkAsOf(app.get(Database), options.asOf, app.get<Clock>(CLOCK).now())
    : ok();
  if (!day.ok)
    return { exitCode: IMPORT_EXIT.refused, message: day.refusal.message, isApplied: false };
  // On standard error: standard output is for the outcome.
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say(`Reading ${path.basename(file)} and comparing it with the company`);
  const started = await app.get(StartImport).run(
    {
      fileName: path.basename(file),
      actorId: null,
      ...(options.asOf && { asOf: options.asOf }),
      options: {
        isFull: options.changes !== true,
        ...(options.dateOrder && { dateOrder: options.dateOrder as 'DMY' | 'MDY' }),
      },
      mappingFor: (header, guessed) => chosenMapping(header, guessed, options.mapping ?? []),
      progress: (rows) => say(`${rows.toLocaleString('en-GB')} rows read`),
    },
    () => fileSource(file),
  );
  if (!started.ok)
    return { exitCode: IMPORT_EXIT.refused, message: started.refusal.message, isApplied: false };
  return decide(app, started.value, options);
}

async function decide(
  app: INestApplicationContext,
  run: ImportRun,
  options: Options,
): Promise<Outcome> {
  const cancel = app.get(CancelImport);
  const problems = await app.get(ImportRunReader).problems(run);
  if (run.state === 'mapping') {
    await cancel.run(run.id);
    return {
      exitCode: IMPORT_EXIT.needsConfirmation,
      message: needsInWords(run),
      run,
      problems,
      isApplied: false,
    };
  }
  const difference = run.counts.difference;
  const seen = { run, problems, ...(difference && { difference }) };
  if (options.dryRun || !difference || touchedBy(difference) === 0) {
    const isSame =
      difference !== undefined && touchedBy(difference) === 0 && difference.leftOutRows === 0;
    if (options.dryRun || !isSame || difference.newUnits + difference.newLocations === 0) {
      await cancel.run(run.id);
      return {
        ...seen,
        exitCode: IMPORT_EXIT.done,
        message: options.dryRun ? 'Nothing was changed (dry run).' : 'Nothing to change.',
        isApplied: false,
      };
    }
  }
  const decision = {
    onProblems: options.allOrNothing ? ('refuse' as const) : ('skip' as const),
    confirmLeavers: options.confirmLeavers === true,
  };
  process.stderr.write('Writing the changes\n');
  const claimed = await app.get(ApplyImport).claim(run.id, decision);
  const written = claimed.ok ? await app.get(WriteRoster).run(run.id, decision) : claimed;
  if (written.ok)
    return {
      ...seen,
      difference: written.value,
      exitCode: IMPORT_EXIT.done,
      message: 'Applied.',
      isApplied: true,
    };
  await cancel.run(run.id);
  return {
    ...seen,
    exitCode: exitOf(written.refusal),
    message: written.refusal.message,
    isApplied: false,
  };
}

const exitOf = ({ code }: RosterRefusal): number =>
  code === 'CONFIRM_LEAVERS'
    ? IMPORT_EXIT.needsConfirmation
    : code === 'HAS_PROBLEMS'
      ? IMPORT_EXIT.hasProblems
      : IMPORT_EXIT.refused;

function wrongUse(file: string, options: Options): string | null {
  if (options.full && options.changes) return 'Choose either --full or --changes.';
  if (options.asOf !== undefined && !isDay(options.asOf))
    return rosterRefusal('DAY_UNKNOWN').message;
  if (options.dateOrder !== undefined && options.dateOrder !== 'DMY' && options.dateOrder !== 'MDY')
    return 'Choose --date-order DMY or MDY.';
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return `There is no file ${file}.`;
  return null;
}

/** `--mapping title=Role`: the heading as in the file, in any case. */
function chosenMapping(
  header: readonly string[],
  guessed: ColumnMapping,
  wishes: readonly string[],
): Result<ColumnMapping, RosterRefusal> {
  const mapping: Partial<Record<RosterField, number>> = { ...guessed };
  for (const wish of wishes) {
    const at = wish.indexOf('=');
    const field = wish.slice(0, at);
    const heading = wish.slice(at + 1);
    if (at < 0 || !isField(field))
      return refuse(
        rosterRefusal('FIELD_UNKNOWN', {
          field: at < 0 ? wish : field,
          fields: ROSTER_FIELDS.join(', '),
        }),
      );
    const column = columnNamed(header, heading);
    if (column < 0 && heading !== '')
      return refuse(rosterRefusal('COLUMN_UNKNOWN', { column: heading }));
    for (const [other, taken] of Object.entries(mapping))
      if (taken === column) delete mapping[other as RosterField];
    if (heading === '') delete mapping[field];
    else mapping[field] = column;
  }
  return ok(mapping);
}

/** By its heading in any case, or as `Column 5`, which a heading that stands there twice needs; -1: none. */
function columnNamed(header: readonly string[], heading: string): number {
  const named = header.findIndex((text) => headerSignature([text]) === headerSignature([heading]));
  const numbered = Number(/^column (\d+)$/i.exec(heading)?.[1] ?? 0) - 1;
  return named < 0 && numbered < header.length ? numbered : named;
}

function needsInWords(run: ImportRun): string {
  const words = {
    name: 'Tell which column holds the name: --mapping fullName=Column.',
    key: 'Tell which column holds the employee ID or the e-mail: --mapping employeeNo=Column.',
    dateOrder:
      'Dates such as 03/04/2024 can be read two ways. Tell which: --date-order DMY or --date-order MDY.',
  };
  return (run.counts.needs ?? []).map((need) => words[need]).join(' ');
}

function print(outcome: Outcome, asJson: boolean): void {
  const { run, difference, problems = [], message, exitCode, isApplied } = outcome;
  if (asJson) {
    console.log(
      JSON.stringify({
        isApplied,
        exitCode,
        message,
        rows: run?.counts.rows ?? null,
        asOf: run?.asOf ?? null,
        difference: difference ?? null,
        problems: problems.map(({ kind, severity, title, count, rows }) => ({
          kind,
          severity,
          title,
          count,
          rows,
        })),
      }),
    );
    return;
  }
  if (difference) {
    const parts: [string, number][] = [
      ['join', difference.joins + difference.rejoins],
      ['leave', difference.leaves + difference.missing],
      ['change unit', difference.unitMoves],
      ['change location', difference.locationMoves],
      ['change manager', difference.managerChanges],
      ['change level', difference.levelChanges],
      ['change name', difference.nameChanges],
      ['change title', difference.titleChanges],
      ['stay as they are', difference.unchanged],
    ];
    for (const [what, count] of parts)
      if (count > 0) console.log(`${count.toLocaleString('en-GB').padStart(9)} ${what}`);
    if (difference.formers)
      console.log(
        `${difference.formers.toLocaleString('en-GB').padStart(9)} left before; entered for past head-counts`,
      );
    if (difference.skippedFormers)
      console.log(
        `${difference.skippedFormers.toLocaleString('en-GB').padStart(9)} left before without dates; not entered`,
      );
  }
  for (const { severity, title, advice, rows } of problems) {
    console.log(`${severity === 'error' ? 'Error' : 'Note'}: ${title}. ${advice}`);
    for (const { rowNo, message: sentence } of rows.slice(0, 3))
      console.log(`    ${rowNo > 0 ? `row ${rowNo}: ` : ''}${sentence}`);
  }
  (exitCode === 0 ? console.log : console.error)(message);
}

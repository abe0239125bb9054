import type { INestApplicationContext } from '@nestjs/common';
import { isDay } from '@flipside/kernel';
import {
  gapSentence,
  ruleSentence,
  spreadSentence,
  totalSentence,
  type UnitCoverage,
  wholeNumber,
} from '@flipside/champions-domain';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { headlineOf, nodeOf } from './coverage-view.js';
import { type CoverageCut, CoverageReader, type CoverageReport } from './coverage.reader.js';

interface Options {
  asOf?: string;
  by: CoverageCut;
  json?: boolean;
}

/** `flipside coverage`: prints a table or JSON. Exit codes: 0 every unit has its champions, 3 some are short. */
export function championsCli(program: Command, open: () => Promise<INestApplicationContext>): void {
  program
    .command('coverage')
    .description('Print where champions are missing. Ends with 3 when some are')
    .option('--as-of <date>', 'as it was or will be on a day, YYYY-MM-DD', day)
    .addOption(
      new Option('--by <cut>', 'which cut of the same people')
        .choices(['unit', 'location'])
        .default('unit'),
    )
    .option('--json', 'print all figures as JSON')
    .action(async ({ asOf, by, json }: Options) => {
      const report = await (
        await open()
      )
        .get(CoverageReader, { strict: false })
        .coverage({ asOf: asOf ?? null, by });
      console.log(json ? JSON.stringify(coverageJson(report), null, 2) : coverageTable(report));
      if (report.gaps.unitIds.length > 0) process.exitCode = 3;
    });
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Write a day as YYYY-MM-DD.');
  return text;
}

/** Everything the API gives, in one document. */
export function coverageJson(report: CoverageReport) {
  return {
    asOf: report.asOf,
    by: report.by,
    headline: headlineOf(report),
    gapIds: report.gaps.unitIds,
    units: report.units.map((unit) => nodeOf(unit, report)),
    pooled: report.pooledGroups,
  };
}

const HEADERS = ['Unit', 'People', 'Champions', 'Needed', 'Missing', 'Ratio', 'State'] as const;

/** The figures as text: one line per unit, indented by depth. */
export function coverageTable(report: CoverageReport): string {
  const lines = report.units.map((unit) => [
    `${'  '.repeat(unit.depth)}${unit.name}`,
    wholeNumber(unit.people),
    wholeNumber(unit.champions),
    unit.state === 'pooled' ? '–' : wholeNumber(unit.required),
    unit.gap > 0 ? wholeNumber(unit.gap) : '',
    unit.ratioText,
    stateText(unit),
  ]);
  const widths = HEADERS.map((header, i) =>
    Math.max(header.length, ...lines.map((line) => (line[i] ?? '').length)),
  );
  const isNumber = (i: number) => i >= 1 && i <= 4;
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [
    `Coverage on ${report.asOf}`,
    ...[
      spreadSentence(report, report.by),
      totalSentence(report),
      gapSentence(report, report.by),
    ].filter((sentence) => sentence !== ''),
    ruleSentence(report.rules, report.by),
    '',
    row(HEADERS),
    ...lines.map(row),
  ].join('\n');
}

function stateText({ state, shownState }: UnitCoverage): string {
  return state === 'pooled' ? `pooled (${shownState})` : state;
}

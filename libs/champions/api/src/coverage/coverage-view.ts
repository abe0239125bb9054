import {
  belowSentence,
  effectiveSentence,
  gapSentence,
  levelInWords,
  levelsSentence,
  pooledSentence,
  ruleSentence,
  spreadSentence,
  totalSentence,
  type UnitCoverage,
} from '@flipside/champions-domain';
import type { CoverageReport, Matrix } from './coverage.reader.js';
import type { Levels } from './levels.js';
import type {
  CoverageHeadline,
  CoverageMatrixType,
  CoverageNode,
  CoverageReportType,
  LevelReportType,
} from './coverage.type.js';

export function nodeOf(
  unit: UnitCoverage,
  report: Pick<CoverageReport, 'effective'>,
): CoverageNode {
  return {
    id: unit.id,
    code: unit.code,
    name: unit.name,
    parentId: unit.parentId,
    depth: unit.depth,
    childCount: unit.childCount,
    people: unit.people,
    champions: unit.champions,
    directPeople: unit.direct.people,
    directChampions: unit.direct.champions,
    targetRatio: unit.targetRatio,
    targetFrom: unit.ratioFrom,
    required: unit.required,
    gap: unit.gap,
    surplus: unit.surplus,
    state: unit.state,
    shownState: unit.shownState,
    sharedWithId: unit.sharedWith,
    ratioText: unit.ratioText,
    coverageRatio: unit.ratio,
    below: unit.below,
    belowText: belowSentence(unit),
    worstBelowId: unit.worstBelow,
    childGap: unit.childGap,
    distributionShortfall: unit.distributionShortfall,
    peopleCovered: unit.peopleCovered,
    uncoveredPeople: unit.uncovered,
    effectiveChampions: report.effective.get(unit.id) ?? null,
  };
}

export function headlineOf(report: CoverageReport): CoverageHeadline {
  const { company, gaps } = report;
  return {
    totalSentence: totalSentence(report),
    gapSentence: gapSentence(report, report.by),
    spreadSentence: spreadSentence(report, report.by),
    rule: ruleSentence(report.rules, report.by),
    people: company.people,
    champions: company.champions,
    targetRatio: company.targetRatio,
    ratioText: company.ratioText,
    required: company.required,
    gap: company.gap,
    state: company.state,
    shortUnits: gaps.unitIds.length,
    shortBy: gaps.champions,
    unitsWithNone: gaps.unitsWithNone,
    onTheEdge: report.onTheEdge,
    peopleCovered: company.peopleCovered,
    uncoveredPeople: company.uncovered,
    effectiveChampions: report.effective.get(null) ?? 0,
    effectiveSentence: effectiveSentence(report.effective.get(null) ?? 0, company.required),
    lastImportAt: report.lastImportAt,
    isStale: report.isStale,
  };
}

export function reportOf(report: CoverageReport): CoverageReportType {
  return {
    asOf: report.asOf,
    isPast: report.asOf < report.programme.today,
    by: report.by,
    basis: report.basis,
    headline: headlineOf(report),
    nodes: report.units.map((unit) => nodeOf(unit, report)),
    gapIds: [...report.gaps.unitIds],
    pooled: report.pooledGroups.map((group) => ({
      sharedWithId: group.sharedWith,
      unitIds: [...group.unitIds],
      people: group.people,
      champions: group.champions,
      requiredTogether: group.requiredTogether,
      sentence: pooledSentence(group),
    })),
  };
}

export function levelsView({ levels, ...report }: Levels): LevelReportType {
  return {
    ...report,
    sentence: levelsSentence(levels, report.placeName),
    levels: levels.map((level) => ({ ...level, name: levelInWords(level) })),
  };
}

export function matrixView(matrix: Matrix): CoverageMatrixType {
  const { report, rows, columns, cells, locations, sites } = matrix;
  const nowhere = { effective: new Map<string | null, number>() };
  const siteById = new Map(sites.map((site) => [site.id, site]));
  return {
    asOf: report.asOf,
    basis: report.basis,
    rule: ruleSentence(report.rules),
    sentence: matrixSentence(matrix, new Map(locations.map(({ id, name }) => [id, name]))),
    rows: rows.map((row) => nodeOf(row, report)),
    columns: columns.flatMap((id) => {
      const site = siteById.get(id ?? '');
      return site ? [nodeOf(site, nowhere)] : [];
    }),
    cells: cells.map(
      ({ unitId, locationId, people, champions, required, gap, state, ratioText }) => ({
        unitId,
        locationId,
        people,
        champions,
        required,
        gap,
        state,
        ratioText,
      }),
    ),
  };
}

/** "4 cells have nobody; the largest is Logistics in Pune: none for 40 people." */
function matrixSentence({ rows, cells }: Matrix, sites: ReadonlyMap<string, string>): string {
  const empty = cells.filter(({ state }) => state === 'none').sort((a, b) => b.people - a.people);
  const [worst] = empty;
  if (!worst)
    return 'No department is without a champion at a site where it has people enough for one.';
  const unit = rows.find(({ id }) => id === worst.unitId)?.name ?? '';
  const site = sites.get(worst.locationId ?? '') ?? 'no known site';
  const cellsInWords = empty.length === 1 ? 'One cell has' : `${empty.length} cells have`;
  return `${cellsInWords} no champion; the largest is ${unit} in ${site}: ${worst.ratioText}.`;
}

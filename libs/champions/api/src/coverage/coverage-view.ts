import {
  belowSentence,
  gapSentence,
  pooledSentence,
  ruleSentence,
  totalSentence,
  type UnitCoverage,
} from '@flipside/champions-domain';
import type { CoverageReport } from './coverage.reader.js';
import type { CoverageHeadline, CoverageNode, CoverageReportType } from './coverage.type.js';

export function nodeOf(unit: UnitCoverage): CoverageNode {
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
  };
}

export function headlineOf(report: CoverageReport): CoverageHeadline {
  const { company, gaps } = report;
  return {
    totalSentence: totalSentence(report),
    gapSentence: gapSentence(report, report.by),
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
    lastImportAt: report.lastImportAt,
    isStale: report.isStale,
  };
}

export function reportOf(report: CoverageReport): CoverageReportType {
  return {
    asOf: report.asOf,
    by: report.by,
    headline: headlineOf(report),
    nodes: report.units.map(nodeOf),
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

import { Injectable } from '@nestjs/common';
import { unitSentence, type UnitCoverage } from '@flipside/champions-domain';
import { barrier, type Viewer } from '@flipside/platform-api';
import { NominationReader, type NominationView } from '../nominations/nomination.reader.js';
import { type Asked, CoverageReader, type CoverageReport } from './coverage.reader.js';
import { type PlannedSeats, SeatPlans } from './seat-plan.reader.js';
import { UnitChampionReader, type UnitChampions } from './unit-champions.js';

export interface UnitStory {
  readonly report: CoverageReport;
  readonly unit: UnitCoverage;
  readonly sentence: string;
  /** From the top down to the unit above. */
  readonly above: UnitCoverage[];
  readonly children: UnitCoverage[];
  readonly champions: UnitChampions;
  readonly nominations: NominationView[];
  readonly seatPlan: PlannedSeats;
}

/** One unit on one day, with the people behind its figures: a handful of statements. */
@Injectable()
export class CoverageUnitReader {
  constructor(
    private readonly coverage: CoverageReader,
    private readonly champions: UnitChampionReader,
    private readonly nominations: NominationReader,
    private readonly seats: SeatPlans,
  ) {}

  /** @throws Barrier NOT_FOUND when the unit does not stand in the tree of that day */
  async unit(viewer: Viewer, id: string, asked: Asked = {}): Promise<UnitStory> {
    const report = await this.coverage.coverage({ ...asked, by: 'unit' });
    const byId = new Map(report.units.map((unit) => [unit.id, unit]));
    const unit = byId.get(id);
    if (!unit) throw barrier('NOT_FOUND');
    const above: UnitCoverage[] = [];
    for (let up = unit.parentId; up !== null; up = byId.get(up)?.parentId ?? null) {
      const parent = byId.get(up);
      if (parent) above.unshift(parent);
    }
    const inside = unitAndBelow(report.units, id);
    const [champions, nominations, seatPlan] = await Promise.all([
      this.champions.within(report, new Set(inside)),
      this.nominations.inUnits(viewer, inside),
      this.seats.planOf(report, unit),
    ]);
    return {
      report,
      unit,
      sentence: unitSentence(unit, byId.get(unit.sharedWith ?? '')?.name ?? 'the company'),
      above,
      children: report.units.filter(({ parentId }) => parentId === id),
      champions,
      nominations,
      seatPlan,
    };
  }
}

/** Parents stand before their children, so one pass is enough. */
function unitAndBelow(units: readonly UnitCoverage[], id: string): string[] {
  const inside = new Set([id]);
  for (const unit of units)
    if (unit.parentId !== null && inside.has(unit.parentId)) inside.add(unit.id);
  return [...inside];
}

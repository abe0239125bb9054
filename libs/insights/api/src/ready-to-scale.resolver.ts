import { CoverageReader, loadsOf } from '@flipside/champions-api';
import { hoursOf, onDay } from '@flipside/champions-domain';
import { readyToScale } from '@flipside/insights-domain';
import { Database, Roles } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { ScaleUnit } from './ready-to-scale.type.js';
import { RhythmReader } from './rhythm.reader.js';

/** Champions active on $1 with their home unit. */
const ACTIVE = `
  select n.person_id as id, e.org_unit_id as unit
  from champion_period n
  join employment e on e.person_id = n.person_id and e.valid_from <= $1 and e.valid_to > $1
  where n.state = 'active' and n.valid_from <= $1 and n.valid_to > $1`;

/** Departments against the three criteria of growing: nothing is stored, so a change of any input shows at once. */
@Injectable()
export class ReadyToScaleReader {
  constructor(
    private readonly db: Database,
    private readonly coverage: CoverageReader,
    private readonly rhythm: RhythmReader,
  ) {}

  async units(): Promise<ScaleUnit[]> {
    const [report, { byUnit }] = await Promise.all([
      this.coverage.coverage(),
      this.rhythm.rhythm(['slipping']),
    ]);
    const [active, loads] = await Promise.all([
      this.db.rows<{ id: string; unit: string | null }>(ACTIVE, [report.asOf]),
      loadsOf(this.db, null, { span: onDay(report.asOf) }),
    ]);
    const sums = new Map<string, { asked: number; agreed: number }>();
    const byId = new Map(report.units.map((unit) => [unit.id, unit]));
    for (const { id, unit } of active) {
      const { peakMinutes, agreedMinutes } = loads.get(id) ?? { peakMinutes: 0, agreedMinutes: 0 };
      for (let at = byId.get(unit ?? ''); at; at = byId.get(at.parentId ?? '')) {
        const sum = sums.get(at.id) ?? { asked: 0, agreed: 0 };
        sums.set(at.id, { asked: sum.asked + peakMinutes, agreed: sum.agreed + agreedMinutes });
      }
    }
    const rhythms = new Map(byUnit.map((unit) => [unit.unitId, unit.adherence]));
    const tops = report.units.filter(({ parentId }) => parentId === null);
    const top = tops.length === 1 ? tops[0]?.id : null;
    return report.units
      .filter(({ parentId, required }) => parentId === top && required > 0)
      .map((unit) => ({
        unitId: unit.id,
        name: unit.name,
        ...readyToScale({
          state: unit.shownState,
          champions: unit.champions,
          required: unit.required,
          askedHours: hoursOf(sums.get(unit.id)?.asked ?? 0),
          agreedHours: hoursOf(sums.get(unit.id)?.agreed ?? 0),
          rhythm: rhythms.get(unit.id) ?? null,
        }),
      }));
  }
}

@Resolver()
export class ReadyToScaleResolver {
  constructor(private readonly reader: ReadyToScaleReader) {}

  @Roles('HR_LEAD')
  @Query(() => [ScaleUnit], {
    description: 'Which departments are ready for more pairings, and why.',
  })
  readyToScale(): Promise<ScaleUnit[]> {
    return this.reader.units();
  }
}

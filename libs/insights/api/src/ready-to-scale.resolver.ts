import { CoverageReader } from '@flipside/champions-api';
import { readyToScale } from '@flipside/insights-domain';
import { Database, Roles } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { ScaleUnit } from './ready-to-scale.type.js';
import { RhythmReader } from './rhythm.reader.js';

interface LoadRow {
  unit: string | null;
  pairings: number;
  capacity: number;
}

/** Pairings and capacity of the champions active on $1, by home unit. */
const LOAD = `
  select e.org_unit_id as unit, sum(c.capacity)::int8 as capacity,
    sum((select count(*) from pairing p where p.champion_id = c.person_id and p.state in ('proposed', 'accepted', 'active', 'paused')))::int8 as pairings
  from champion c
  join champion_period n on n.person_id = c.person_id and n.state = 'active' and n.valid_from <= $1 and n.valid_to > $1
  join employment e on e.person_id = c.person_id and e.valid_from <= $1 and e.valid_to > $1
  group by e.org_unit_id`;

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
    const load = await this.db.rows<LoadRow>(LOAD, [report.asOf]);
    const sums = new Map<string, { pairings: number; capacity: number }>();
    const byId = new Map(report.units.map((unit) => [unit.id, unit]));
    for (const { unit, pairings, capacity } of load) {
      for (let at = byId.get(unit ?? ''); at; at = byId.get(at.parentId ?? '')) {
        const sum = sums.get(at.id) ?? { pairings: 0, capacity: 0 };
        sums.set(at.id, {
          pairings: sum.pairings + pairings,
          capacity: sum.capacity + capacity,
        });
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
          ...(sums.get(unit.id) ?? { pairings: 0, capacity: 0 }),
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

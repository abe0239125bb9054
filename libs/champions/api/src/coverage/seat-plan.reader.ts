import { Injectable } from '@nestjs/common';
import type { Day } from '@flipside/kernel';
import { quarterOf, splitSeats, type UnitCoverage } from '@flipside/champions-domain';
import { barrier, Database, type Viewer } from '@flipside/platform-api';
import { canRunProgramme } from '../champions/champion.policy.js';
import { CoverageReader, type CoverageReport } from './coverage.reader.js';

export interface PlannedSeats {
  /** First day of the quarter the seats are frozen for. */
  readonly quarter: Day;
  readonly isFrozen: boolean;
  readonly seats: readonly {
    readonly unit: UnitCoverage;
    readonly seats: number;
    /** What today's numbers would give; only then another when a frozen plan has been overtaken. */
    readonly seatsToday: number;
  }[];
}

/** How the seats a unit needs are split among the units right below it; frozen for a quarter so that they do not jump. */
@Injectable()
export class SeatPlans {
  constructor(
    private readonly db: Database,
    private readonly coverage: CoverageReader,
  ) {}

  async planOf(report: CoverageReport, unit: UnitCoverage): Promise<PlannedSeats> {
    const quarter = quarterOf(report.asOf);
    const children = report.units.filter(({ parentId }) => parentId === unit.id);
    const frozen = await this.db.rows<{ id: string; seats: number }>(
      'select org_unit_id as id, seats from seat_plan where parent_id = $1 and quarter = $2',
      [unit.id, quarter],
    );
    const today = splitSeats(unit.required, children);
    const kept = new Map(frozen.map(({ id, seats }) => [id, seats]));
    return {
      quarter,
      isFrozen: frozen.length > 0,
      seats: children.map((child) => {
        const seatsToday = today.get(child.id) ?? 0;
        return {
          unit: child,
          seats: frozen.length > 0 ? (kept.get(child.id) ?? 0) : seatsToday,
          seatsToday,
        };
      }),
    };
  }

  /** Plans the quarter anew from today's numbers, because HR wants it so. */
  async planAnew(viewer: Viewer, unitId: string): Promise<void> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    const report = await this.coverage.coverage();
    const unit = report.units.find(({ id }) => id === unitId);
    if (!unit) throw barrier('NOT_FOUND');
    const quarter = quarterOf(report.asOf);
    const split = splitSeats(
      unit.required,
      report.units.filter(({ parentId }) => parentId === unitId),
    );
    await this.db.transaction(async (tx) => {
      await tx.execute('delete from seat_plan where parent_id = $1 and quarter = $2', [
        unitId,
        quarter,
      ]);
      await tx.execute(
        `insert into seat_plan (parent_id, quarter, org_unit_id, seats, frozen_at)
         select $1, $2, key::uuid, value::int, now() from jsonb_each_text($3::jsonb)
         on conflict (parent_id, quarter, org_unit_id) do update set seats = excluded.seats, frozen_at = excluded.frozen_at`,
        [unitId, quarter, JSON.stringify(Object.fromEntries(split))],
      );
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { isDay, ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import { CLOCK, Database } from '@flipside/platform-api';
import {
  FIELD_LABELS,
  isTimeZone,
  ROSTER_FIELDS,
  rosterRefusal,
  type ColumnMapping,
  type DateOrder,
  type RosterField,
  type RosterRefusal,
} from '@flipside/people-domain';
import { checkAsOf } from './as-of.js';
import { keptSource } from './byte-source.js';
import { checkImport } from './check-import.js';
import { findRun, isField, saveRun, type ImportRun } from './import-run.store.js';
import { StartImport } from './start-import.js';
import { stagingOf } from './staging.js';

export interface MappingWish {
  /** Columns by field; null takes a field's column away. Fields that are not named stay. */
  readonly fields?: readonly { readonly field: string; readonly column: number | null }[];
  readonly dateOrder?: DateOrder;
  readonly zones?: readonly { readonly code: string; readonly timeZone: string }[];
  readonly isFull?: boolean;
  readonly asOf?: Day;
  readonly chainDepth?: number;
  readonly ignored?: readonly string[];
}

/** Corrects how a file is read, and works out again what it would change. */
@Injectable()
export class ChangeImportMapping {
  constructor(
    private readonly db: Database,
    private readonly start: StartImport,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(runId: string, wish: MappingWish): Promise<Result<ImportRun, RosterRefusal>> {
    const run = await findRun(this.db, runId);
    if (!run) return refuse(rosterRefusal('NOT_READY'));
    if (run.state !== 'mapping' && run.state !== 'ready')
      return refuse(rosterRefusal('ALREADY_DECIDED'));
    const mapping = withFields(run, wish.fields ?? []);
    if (!mapping.ok) return mapping;
    const zone = wish.zones?.find(({ timeZone }) => !isTimeZone(timeZone));
    if (zone) return refuse(rosterRefusal('ZONE_UNKNOWN', { zone: zone.timeZone }, 'zones'));
    const day = await this.day(wish.asOf);
    if (!day.ok) return day;
    const dateOrder = wish.dateOrder ?? run.options.dateOrder;
    const options = {
      ...run.options,
      ...(dateOrder && { dateOrder }),
      zones: {
        ...run.options.zones,
        ...Object.fromEntries((wish.zones ?? []).map(({ code, timeZone }) => [code, timeZone])),
      },
      isFull: wish.isFull ?? run.options.isFull,
      chainDepth: wish.chainDepth ?? run.options.chainDepth,
      ignored: wish.ignored ? [...wish.ignored] : run.options.ignored,
    };
    const isReadAgain =
      wish.fields !== undefined ||
      (wish.dateOrder !== undefined && wish.dateOrder !== run.format.dateOrder) ||
      run.state === 'mapping';
    if (isReadAgain && !(await this.isKept(runId))) return refuse(rosterRefusal('ROWS_GONE'));
    await saveRun(this.db, runId, {
      options,
      asOf: wish.asOf ?? run.asOf,
      state: isReadAgain ? 'reading' : 'checking',
    });
    if (!isReadAgain) return ok(await checkImport(this.db, runId));
    return this.start.read(runId, keptSource(this.db, runId), { mapping: mapping.value });
  }

  private async day(asOf: Day | undefined): Promise<Result<undefined, RosterRefusal>> {
    if (asOf === undefined) return ok();
    if (!isDay(asOf)) return refuse(rosterRefusal('DAY_UNKNOWN', {}, 'asOf'));
    return checkAsOf(this.db, asOf, this.clock.now());
  }

  /** Only uploads are kept; a file of the command line is read from its disk. */
  private async isKept(runId: string): Promise<boolean> {
    const found = await this.db.one<{ name: string | null }>(
      'select to_regclass($1)::text as name',
      [stagingOf(runId).chunk],
    );
    return found?.name !== null && found?.name !== undefined;
  }
}

/** The run's mapping with some fields changed. */
export function withFields(
  run: Pick<ImportRun, 'mapping' | 'columns'>,
  fields: NonNullable<MappingWish['fields']>,
): Result<ColumnMapping, RosterRefusal> {
  const mapping: Partial<Record<RosterField, number>> = { ...run.mapping };
  for (const { field, column } of fields) {
    if (!isField(field))
      return refuse(
        rosterRefusal('FIELD_UNKNOWN', { field, fields: ROSTER_FIELDS.join(', ') }, 'fields'),
      );
    if (column === null) delete mapping[field];
    else if (!run.columns[column])
      return refuse(rosterRefusal('COLUMN_UNKNOWN', { column }, 'fields'));
    else mapping[field] = column;
  }
  const taken = new Map<number, RosterField>();
  for (const [field, column] of Object.entries(mapping) as [RosterField, number][]) {
    if (taken.has(column)) {
      const heading = run.columns[column]?.heading ?? FIELD_LABELS[field];
      return refuse(rosterRefusal('COLUMN_TWICE', { column: heading }, 'fields'));
    }
    taken.set(column, field);
  }
  return ok(mapping);
}

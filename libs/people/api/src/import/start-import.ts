import { Inject, Injectable } from '@nestjs/common';
import {
  dayOfInstant,
  newId,
  ok,
  refuse,
  type Clock,
  type Day,
  type Result,
} from '@flipside/kernel';
import { CLOCK, Database } from '@flipside/platform-api';
import {
  missingFields,
  rosterRefusal,
  type ColumnMapping,
  type RosterRefusal,
} from '@flipside/people-domain';
import { TooLarge, type ByteSource } from './byte-source.js';
import { checkImport } from './check-import.js';
import { findRun, rememberedFor, saveRun, type ImportRun, type Need } from './import-run.store.js';
import { stageUnitsAndPlaces } from './place-units.js';
import { readRoster } from './read-roster.js';
import type { ReadFile } from './roster-file.js';
import { runOptions, type RunOptions } from './run-options.js';
import { buildKeys } from './staged-keys.js';
import { dropStaging, stagingOf } from './staging.js';

/** Undecided imports are forgotten after so many days; their rows are personal data. */
const FORGET_AFTER_DAYS = 7;
const SAMPLES = 3;

export interface ImportWish {
  readonly fileName: string;
  readonly actorId: string | null;
  /** The day from which the roster holds; unset: today where the programme is at home. */
  readonly asOf?: Day;
  readonly options?: Partial<RunOptions>;
  /** A mapping chosen beforehand, by heading; told the header of the file. */
  readonly mappingFor?: (
    header: readonly string[],
    guessed: ColumnMapping,
  ) => Result<ColumnMapping, RosterRefusal>;
  /** Told now and then how far it is. */
  readonly progress?: (rows: number) => void;
}

const sizeInWords = (bytes: number): string =>
  bytes >= 2 ** 30
    ? `${Math.round(bytes / 2 ** 30)} GB`
    : `${Math.max(1, Math.round(bytes / 2 ** 20))} MB`;

/** Takes a file in: reads it into the database, recognises its columns and compares it with the company. */
@Injectable()
export class StartImport {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes the run that a file is read for; `sourceFor` is told its id. */
  async run(
    wish: ImportWish,
    sourceFor: (runId: string) => ByteSource,
  ): Promise<Result<ImportRun, RosterRefusal & { runId: string }>> {
    await this.forgetOld();
    const id = newId();
    const asOf = wish.asOf ?? (await this.today());
    await this.db.rows(
      'insert into import_run (id, file_name, actor_id, as_of, options, created_at) values ($1, $2, $3, $4, $5, $6)',
      [
        id,
        wish.fileName.slice(0, 255),
        wish.actorId,
        asOf,
        JSON.stringify(runOptions.parse(wish.options ?? {})),
        this.clock.now(),
      ],
    );
    return this.read(id, sourceFor(id), wish);
  }

  /** Reads (or reads again, with another mapping) and checks. */
  async read(
    id: string,
    source: ByteSource,
    wish: Pick<ImportWish, 'mappingFor' | 'progress'> & { mapping?: ColumnMapping },
  ): Promise<Result<ImportRun, RosterRefusal & { runId: string }>> {
    const run = await findRun(this.db, id);
    if (!run) throw new Error(`There is no import ${id}`);
    let refusedMapping: RosterRefusal | null = null;
    let remembered: Awaited<ReturnType<typeof rememberedFor>> = null;
    try {
      const read = await readRoster(this.db, { id, staging: stagingOf(id) }, source, {
        mappingFor: async (header, guessed) => {
          if (wish.mapping) return wish.mapping;
          remembered = await rememberedFor(this.db, header);
          const chosen = wish.mappingFor?.(header, remembered?.mapping ?? guessed);
          if (chosen && !chosen.ok) refusedMapping = chosen.refusal;
          return chosen?.ok ? chosen.value : (remembered?.mapping ?? null);
        },
        dateOrder: run.options.dateOrder ?? null,
        latestYear: this.clock.now().getUTCFullYear() + 1,
        progress: async (rows) => {
          wish.progress?.(rows);
          await saveRun(this.db, id, { counts: { ...run.counts, done: rows, step: 'reading' } });
        },
      });
      const refusal = read.ok ? (refusedMapping as RosterRefusal | null) : read.refusal;
      if (!read.ok || refusal) return await this.fail(id, refusal ?? rosterRefusal('INTERRUPTED'));
      const file = read.value;
      const order =
        run.options.dateOrder ??
        (remembered as { dateOrder: 'DMY' | 'MDY' | null } | null)?.dateOrder ??
        null;
      const again = !file.isDateOrderSure && order !== null && run.options.dateOrder === undefined;
      if (again) {
        // The last file with these headings was decided by hand; the same answer holds.
        await saveRun(this.db, id, { options: { ...run.options, dateOrder: order } });
        return await this.read(id, source, { ...wish, mapping: file.mapping });
      }
      return ok(await this.keep(run, file));
    } catch (error) {
      if (error instanceof TooLarge)
        return this.fail(id, rosterRefusal('TOO_LARGE', { limit: sizeInWords(error.limitBytes) }));
      await this.fail(id, rosterRefusal('INTERRUPTED'));
      throw error;
    }
  }

  private async keep(run: ImportRun, file: ReadFile): Promise<ImportRun> {
    const needs: Need[] = [
      ...missingFields(file.mapping),
      ...(file.isDateOrderSure ? [] : (['dateOrder'] as const)),
    ];
    const problems = Object.fromEntries(file.problems);
    if (file.rows !== null) await this.stage(run.id, file);
    const keys = file.rows === null ? null : buildKeys(this.db, stagingOf(run.id));
    // Awaited below; a failure in between must not leave this one unheard.
    keys?.catch(() => undefined);
    // Whoever has to answer a question first has time for the keys; else they are built beside the check.
    const found = needs.length > 0 && keys ? await keys : { sameId: false, sameEmail: false };
    const kept = {
      fileBytes: file.bytes,
      format: {
        encoding: file.encoding,
        delimiter: file.layout.delimiter,
        headerRow: file.layout.headerRow,
        firstRow: file.layout.firstRow,
        dateOrder: file.dateOrder,
        isDateOrderSure: file.isDateOrderSure,
      },
      columns: file.layout.header.map((heading, column) => ({
        heading,
        samples: [
          ...new Set(
            file.layout.sample.slice(0, 200).map((row) => (row[column] ?? '').trim().slice(0, 60)),
          ),
        ]
          .filter((text) => text !== '')
          .slice(0, SAMPLES),
      })),
      mapping: file.mapping,
      counts: {
        ...(file.rows !== null && { rows: file.rows }),
        passedOver: file.passedOver,
        mayHave: { ...file.mayHave, ...found },
        earliest: file.earliest,
        readProblems: {
          ...problems,
          ...(file.unitCircles.length > 0 && { unitCycle: file.unitCircles.length }),
        },
        needs,
      },
      state: needs.length > 0 ? ('mapping' as const) : ('checking' as const),
      failure: null,
    };
    await saveRun(this.db, run.id, kept);
    return needs.length > 0 || !keys ? { ...run, ...kept } : checkImport(this.db, run.id, keys);
  }

  /** Puts beside the rows what the comparison needs. */
  private async stage(runId: string, file: ReadFile): Promise<void> {
    const staging = stagingOf(runId);
    await this.db.transaction(async (tx) => {
      await tx.rows(`drop table if exists ${staging.unit}, ${staging.place}`);
      await stageUnitsAndPlaces(tx, { staging }, file.units, file.places);
      for (const name of file.unitCircles) {
        await tx.rows(
          `insert into import_problem (run_id, row_no, kind, severity, field, value, message)
           values ($1, $2, 'unitCycle', 'error', 'parentUnit', $3, $4)`,
          [runId, file.layout.headerRow, name, `${name} lies below itself.`],
        );
      }
      if (file.isFirst) return;
      // A small sample is enough to choose a way to join with the company.
      await tx.rows('set local default_statistics_target = 10');
      await tx.rows(`analyze ${staging.fact} (employee_no, manager, row_no)`);
      await tx.rows(`analyze ${staging.person} (id, email)`);
    });
  }

  private async fail(
    id: string,
    refusal: RosterRefusal,
  ): Promise<Result<never, RosterRefusal & { runId: string }>> {
    await saveRun(this.db, id, { state: 'failed', failure: refusal.message });
    await dropStaging(this.db, stagingOf(id));
    return refuse({ ...refusal, runId: id });
  }

  private async today(): Promise<Day> {
    const programme = await this.db.one<{ zone: string }>(
      'select default_time_zone as zone from programme',
    );
    return dayOfInstant(this.clock.now(), programme?.zone ?? 'UTC');
  }

  /** Rows of imports that nobody decided, or that ended halfway, are personal data without a purpose. */
  private async forgetOld(): Promise<void> {
    await this.db.rows(
      `update import_run set state = 'cancelled'
       where state in ('reading', 'mapping', 'checking', 'ready') and created_at < $1::timestamptz - make_interval(days => $2)`,
      [this.clock.now(), FORGET_AFTER_DAYS],
    );
    const left = await this.db.rows<{ id: string }>(
      `select distinct t.run_id as id
       from (select substring(tablename from '_([0-9a-f]{32})$')::uuid as run_id from pg_tables where schemaname = 'roster') t
       where t.run_id not in (
         select id from import_run where state in ('reading', 'mapping', 'checking', 'ready', 'applying'))`,
    );
    for (const { id } of left) await dropStaging(this.db, stagingOf(id));
  }
}

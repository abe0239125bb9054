import { fixedClock, type Day } from '@flipside/kernel';
import type { Database } from '@flipside/platform-api';
import type { ApplyDecision } from '@flipside/people-domain';
import { ApplyImport } from './apply-import.js';
import { FinishBulkLoad } from './finish-bulk-load.js';
import { uploadSource } from './byte-source.js';
import { CancelImport } from './cancel-import.js';
import { ChangeImportMapping } from './change-import-mapping.js';
import type { Difference } from './find-changes.js';
import { ImportRunReader } from './import-run.reader.js';
import type { ImportRun } from './import-run.store.js';
import type { RunOptions } from './run-options.js';
import { StartImport, type ImportWish } from './start-import.js';
import { WriteRoster } from './write-roster.js';

interface StepWish {
  readonly asOf?: Day;
  readonly fileName?: string;
  readonly options?: Partial<RunOptions>;
  readonly mappingFor?: ImportWish['mappingFor'];
  readonly decision?: Partial<ApplyDecision>;
  readonly limitBytes?: number;
  /** Bytes per piece of the upload. */
  readonly pieces?: number;
}

async function* inPieces(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** The steps of an import as specs walk them, on the commands that the screen and the command line use. */
export function importing(db: Database) {
  const clock = fixedClock(new Date('2026-01-05T10:00:00Z'));
  const start = new StartImport(db, clock);
  const apply = new ApplyImport(db);
  const write = new WriteRoster(db, clock, new FinishBulkLoad(db));
  const reader = new ImportRunReader(db);

  const taken = (content: Buffer | string, wish: StepWish = {}) =>
    start.run(
      {
        fileName: wish.fileName ?? 'roster.csv',
        actorId: null,
        asOf: wish.asOf ?? '2026-01-05',
        ...(wish.options && { options: wish.options }),
        ...(wish.mappingFor && { mappingFor: wish.mappingFor }),
      },
      (runId) =>
        uploadSource(
          db,
          runId,
          inPieces(Buffer.from(content), wish.pieces ?? 65_536),
          wish.limitBytes ?? 50_000_000,
        ),
    );

  const checked = async (
    content: Buffer | string,
    wish: StepWish = {},
  ): Promise<{ run: ImportRun; difference: Difference }> => {
    const started = await taken(content, wish);
    if (!started.ok) throw new Error(started.refusal.message);
    const { difference } = started.value.counts;
    if (!difference) throw new Error(`The import needs ${started.value.counts.needs?.join(', ')}`);
    return { run: started.value, difference };
  };

  const written = async (runId: string, decision: Partial<ApplyDecision> = {}) => {
    const decided = { onProblems: 'skip', confirmLeavers: false, ...decision } as const;
    const claimed = await apply.claim(runId, decided);
    return claimed.ok ? write.run(runId, decided) : claimed;
  };

  const applied = async (
    content: Buffer | string,
    wish: StepWish = {},
  ): Promise<{ run: ImportRun; difference: Difference }> => {
    const { run } = await checked(content, wish);
    const result = await written(run.id, wish.decision);
    if (!result.ok) throw new Error(result.refusal.message);
    return { run, difference: result.value };
  };

  return {
    clock,
    start,
    apply,
    write,
    reader,
    cancel: new CancelImport(db),
    change: new ChangeImportMapping(db, start, clock),
    taken,
    checked,
    written,
    applied,
  };
}

export type Importing = ReturnType<typeof importing>;

/** Takes everybody away again, so that each case begins with an empty company. */
export async function emptied(db: Database): Promise<void> {
  await db.rows(
    'truncate person, employment, org_unit, org_unit_placement, location, import_run, import_problem, import_mapping cascade',
  );
}

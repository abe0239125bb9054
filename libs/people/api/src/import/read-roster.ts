import type { PoolClient } from 'pg';
import { ok, refuse, type Day, type Result } from '@flipside/kernel';
import type { Database } from '@flipside/platform-api';
import {
  headingProblems,
  missingFields,
  MIXED,
  readLayout,
  recogniseFile,
  RecordSplitter,
  rosterRefusal,
  RowReader,
  type ColumnMapping,
  type DateOrder,
  type Encoding,
  type Layout,
  type RosterRefusal,
} from '@flipside/people-domain';
import type { ByteSource } from './byte-source.js';
import { decidedOrder, orderOfSample } from './date-order.js';
import {
  bytesOf,
  damagedCell,
  FileText,
  narrowText,
  NotInEncoding,
  strayCell,
} from './file-text.js';
import { ProblemWriter } from './problem-writer.js';
import type { ReadFile, ReadWish } from './roster-file.js';
import {
  createFactTable,
  createPersonTable,
  createRowView,
  dropRows,
  type Staging,
} from './staging.js';
import { StagingWriter } from './staging-writer.js';

/** So much of a file is looked at before its layout is decided. */
const PEEK_BYTES = 256 * 1024;

interface Assumption {
  readonly encoding: Encoding | null;
  readonly dateOrder: DateOrder | null;
}

type Pass =
  | { readonly file: ReadFile }
  | { readonly again: Assumption }
  | { readonly refusal: RosterRefusal };

/**
 * Reads a roster file into a run's row table, as a stream: what stays in memory are units, locations and
 * buffers. Encoding and date order are assumed from the beginning of the file; when a later part proves
 * them wrong, the file is read once more.
 */
export async function readRoster(
  db: Database,
  run: { id: string; staging: Staging },
  source: ByteSource,
  wish: ReadWish,
): Promise<Result<ReadFile, RosterRefusal>> {
  let assumption: Assumption = { encoding: null, dateOrder: wish.dateOrder };
  for (let pass = 0; ; pass++) {
    const outcome = await new RosterPass(db, run, wish, assumption).read(source);
    if ('file' in outcome) return ok(outcome.file);
    if ('refusal' in outcome) return refuse(outcome.refusal);
    if (pass > 2) throw new Error('The file was read three times and contradicts itself');
    assumption = outcome.again;
  }
}

class RosterPass {
  #bytes = 0;
  #refused = 0;
  #isFirst = false;
  #withoutEmail = 0;
  #earliest: Day | null = null;
  #problems: ProblemWriter;

  constructor(
    private readonly db: Database,
    private readonly run: { id: string; staging: Staging },
    private readonly wish: ReadWish,
    private readonly assumption: Assumption,
  ) {
    this.#problems = new ProblemWriter(db, run.id);
  }

  async read(source: ByteSource): Promise<Pass> {
    await this.db.rows('delete from import_problem where run_id = $1', [this.run.id]);
    const pieces = source.open()[Symbol.asyncIterator]();
    const head: Buffer[] = [];
    let isEnd = false;
    while (!isEnd && this.#bytes < PEEK_BYTES) {
      const next = await pieces.next();
      if (next.done) isEnd = true;
      else head.push(this.#taken(next.value));
    }
    const first = Buffer.concat(head);
    const known = recogniseFile(first.subarray(0, PEEK_BYTES));
    if (!known.ok) return this.#drained(pieces, known.refusal);
    const encoding = this.assumption.encoding ?? known.value;
    try {
      const text = new FileText(encoding);
      const sample = isEnd ? Buffer.concat([text.utf8(first), text.end()]) : text.utf8(first);
      const layout = readLayout(isEnd ? text.read(sample) : wholeLines(text.read(sample)));
      if (!layout.ok) return await this.#drained(pieces, layout.refusal);
      return await this.#rows(layout.value, encoding, sample, text, isEnd ? null : pieces);
    } catch (error) {
      if (!(error instanceof NotInEncoding)) throw error;
      // Begins like UTF-8 and goes on otherwise: mostly plain letters in the Windows encoding, or both encodings.
      await drain(pieces);
      const other = error.encoding === 'windows-1252' ? MIXED : 'windows-1252';
      return { again: { ...this.assumption, encoding: other } };
    }
  }

  #taken(bytes: Buffer): Buffer {
    this.#bytes += bytes.length;
    return bytes;
  }

  /** The rest of an upload has to be read all the same, so that it is kept whole and answered properly. */
  async #drained(pieces: AsyncIterator<Buffer>, refusal: RosterRefusal): Promise<Pass> {
    await drain(pieces);
    return { refusal };
  }

  async #rows(
    layout: Layout,
    encoding: Encoding,
    sample: Buffer,
    text: FileText,
    rest: AsyncIterator<Buffer> | null,
  ): Promise<Pass> {
    const mapping = (await this.wish.mappingFor(layout.header, layout.mapping)) ?? layout.mapping;
    const order = this.assumption.dateOrder ?? orderOfSample(layout, mapping, this.wish.latestYear);
    const reader = new RowReader(
      {
        header: layout.header,
        mapping,
        dateOrder: order ?? 'DMY',
        latestYear: this.wish.latestYear,
        decode: (cell) => text.read(bytesOf(cell)),
      },
      this.#problems.add,
    );
    headingProblems(layout.header, mapping, layout.headerRow).forEach(this.#problems.add);
    if (missingFields(mapping).length > 0) {
      for (let next = await rest?.next(); next && !next.done; next = await rest?.next())
        this.#taken(next.value);
      await this.#problems.flush(true);
      return { file: this.#file(layout, encoding, mapping, reader, order, null) };
    }
    const { staging } = this.run;
    await dropRows(this.db, staging);
    this.#isFirst = !(await this.db.one('select 1 from employment limit 1'));
    const runners = [this.db.source.createQueryRunner(), this.db.source.createQueryRunner()];
    let writer: StagingWriter | null = null;
    let isDone = false;
    const [people, facts] = (await Promise.all(runners.map((runner) => runner.connect()))) as [
      PoolClient,
      PoolClient,
    ];
    try {
      // Filled in the transaction that makes it, a table is written once and needs no log of its rows.
      await people.query(`begin; ${createPersonTable(staging, this.#isFirst)}`);
      await facts.query(`begin; ${createFactTable(staging)}`);
      writer = new StagingWriter({ people, facts }, staging);
      const splitter = new RecordSplitter(layout.delimiter, layout.newline, narrowText);
      const take = (): void => {
        if (encoding === MIXED) this.#tellStray(splitter);
        if (splitter.count < layout.firstRow) return;
        if (splitter.mayHaveLost) this.#tellDamage(splitter, text);
        const quick = reader.readQuickly(splitter);
        if (quick) {
          if (quick.email < 0) this.#withoutEmail++;
          this.#hired(quick.hireOn.text);
          rows.addQuick(quick, splitter);
          return;
        }
        const row = reader.read(splitter.cells(), splitter.count, splitter.isPlain);
        if (!row) return;
        if (row.status === 'refused') this.#refused++;
        if (row.email === null) this.#withoutEmail++;
        this.#hired(row.hireOn ?? '');
        rows.add(row);
      };
      const rows = writer;
      const refusal = await this.#stream(splitter, take, writer, reader, sample, text, rest);
      if (refusal) return { refusal };
      await writer.end();
      await this.#problems.flush(true);
      const decided = decidedOrder(reader);
      if (
        decided &&
        decided !== reader.settings.dateOrder &&
        this.wish.dateOrder === null &&
        this.assumption.dateOrder === null
      ) {
        return { again: { encoding, dateOrder: decided } };
      }
      if (writer.count === 0) return { refusal: rosterRefusal('NO_ROWS') };
      await people.query('commit');
      await facts.query(`${createRowView(staging)}; commit`);
      isDone = true;
      return {
        file: this.#file(layout, encoding, mapping, reader, order ?? decided, writer.count),
      };
    } finally {
      if (!isDone) writer?.abandon();
      for (const client of isDone ? [] : [people, facts])
        await client.query('rollback').catch(() => undefined);
      for (const runner of runners) await runner.release();
    }
  }

  #tellStray(record: RecordSplitter): void {
    const cell = strayCell(record)?.slice(0, 200) ?? null;
    if (cell === null) return;
    const message = `“${cell}” is written in Windows-1252, not in UTF-8.`;
    const kind = 'mixedEncoding';
    this.#problems.add({ rowNo: record.count, kind, field: null, value: cell, message });
  }

  #tellDamage(record: RecordSplitter, text: FileText): void {
    const found = damagedCell(record, text.read);
    if (!found) return;
    const cell = found.cell.slice(0, 200);
    const message = `“${cell}” has lost a letter: byte ${found.byte} stands for none.`;
    const kind = 'lostLetter';
    this.#problems.add({ rowNo: record.count, kind, field: null, value: cell, message });
  }

  #hired(day: Day | ''): void {
    if (day !== '' && (this.#earliest === null || day < this.#earliest)) this.#earliest = day;
  }

  async #stream(
    splitter: RecordSplitter,
    take: () => void,
    writer: StagingWriter,
    reader: RowReader,
    sample: Buffer,
    text: FileText,
    rest: AsyncIterator<Buffer> | null,
  ): Promise<RosterRefusal | null> {
    splitter.push(sample, take);
    for (let piece = 0; rest; piece++) {
      await writer.flush();
      await this.#problems.flush();
      if (piece % 32 === 31) await this.wish.progress?.(writer.count);
      if (reader.units.isFull) return rosterRefusal('TOO_MANY_UNITS');
      if (reader.places.isFull) return rosterRefusal('TOO_MANY_LOCATIONS');
      const next = await rest.next();
      if (next.done) {
        splitter.push(text.end(), take);
        break;
      }
      splitter.push(text.utf8(this.#taken(next.value)), take);
      if (splitter.unclosedAt !== null) break;
    }
    splitter.end(take);
    return splitter.unclosedAt === null
      ? null
      : rosterRefusal('UNCLOSED_QUOTE', { row: splitter.unclosedAt });
  }

  #file(
    layout: Layout,
    encoding: Encoding,
    mapping: ColumnMapping,
    reader: RowReader,
    order: DateOrder | null,
    rows: number | null,
  ): ReadFile {
    const { units, circles } = reader.units.finish();
    return {
      encoding,
      layout,
      mapping,
      dateOrder: order ?? reader.settings.dateOrder,
      isDateOrderSure: order !== null || reader.evidence.either === 0,
      bytes: this.#bytes,
      rows,
      passedOver: reader.passedOver,
      earliest: this.#earliest,
      isFirst: this.#isFirst,
      mayHave: {
        refused: this.#refused > 0,
        noEmail: this.#withoutEmail > 0,
        managerEmails: reader.managerKinds.has('@'),
        managerIdEmails: reader.managerKinds.has('#@'),
        managerNames: reader.managerKinds.has('~'),
      },
      problems: this.#problems.counts,
      units,
      unitCircles: circles,
      places: reader.places.finish(),
    };
  }
}

/** Without the last line, which may be cut off. */
const wholeLines = (text: string): string =>
  text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1) || text;

async function drain(pieces: AsyncIterator<Buffer>): Promise<void> {
  for (let next = await pieces.next(); !next.done; next = await pieces.next());
}

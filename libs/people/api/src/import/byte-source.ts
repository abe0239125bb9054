import fs from 'node:fs';
import type { Database } from '@flipside/platform-api';
import { createChunkTable, stagingOf } from './staging.js';

/** The bytes of a roster file, readable from the start as often as needed. */
export interface ByteSource {
  open(): AsyncIterable<Buffer>;
}

/** A file on the machine that runs the command line. */
export const fileSource = (file: string): ByteSource => ({
  open: () => fs.createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>,
});

const CHUNK_BYTES = 1024 * 1024;
/** Chunks that are asked for at once when they are read again. */
const READ_AHEAD = 4;

/** The bytes of an upload, kept in the database until the import is decided, so that any server can read them. */
export const keptSource = (db: Database, runId: string): ByteSource => ({
  async *open() {
    for (let from = 0; ; from += READ_AHEAD) {
      const rows = await db.rows<{ bytes: Buffer }>(
        `select bytes from ${stagingOf(runId).chunk} where seq >= $1 and seq < $2 order by seq`,
        [from, from + READ_AHEAD],
      );
      for (const row of rows) yield row.bytes;
      if (rows.length < READ_AHEAD) return;
    }
  },
});

/** An upload that is being received: read once from the wire, later from what was kept. */
export function uploadSource(
  db: Database,
  runId: string,
  upload: AsyncIterable<Buffer>,
  limitBytes: number,
): ByteSource {
  let isFirst = true;
  return {
    open: () => {
      if (!isFirst) return keptSource(db, runId).open();
      isFirst = false;
      return keeping(db, runId, upload, limitBytes);
    },
  };
}

/** Stopped because the file is larger than allowed. */
export class TooLarge extends Error {
  constructor(readonly limitBytes: number) {
    super('The file is too large');
  }
}

/** Passes an upload on while it keeps its bytes; each chunk is written while the next ones are read. */
async function* keeping(
  db: Database,
  runId: string,
  upload: AsyncIterable<Buffer>,
  limitBytes: number,
): AsyncIterable<Buffer> {
  const staging = stagingOf(runId);
  await db.rows(createChunkTable(staging));
  let waiting: Buffer[] = [];
  let size = 0;
  let total = 0;
  let seq = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const keep = async (): Promise<void> => {
    await writing;
    const bytes = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    writing = db.rows(`insert into ${staging.chunk} (seq, bytes) values ($1, $2)`, [seq++, bytes]);
    // Awaited before the next write or at the end; until then a failure must not count as unhandled.
    writing.catch(() => undefined);
  };
  for await (const bytes of upload) {
    total += bytes.length;
    if (total > limitBytes) throw new TooLarge(limitBytes);
    waiting.push(bytes);
    size += bytes.length;
    if (size >= CHUNK_BYTES) await keep();
    yield bytes;
  }
  if (size > 0) await keep();
  await writing;
}

import { once } from 'node:events';
import fs from 'node:fs';
import type { PoolClient } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
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

/** Chunks that are asked for at once when they are read again. */
const READ_AHEAD = 16;

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

const COPY_HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const COPY_END = Buffer.from([0xff, 0xff]);

/** The beginning of a row (seq, bytes) in COPY's binary format; the bytes follow as they are. */
function rowStart(seq: number, length: number): Buffer {
  const start = Buffer.allocUnsafe(14);
  start.writeInt16BE(2, 0);
  start.writeInt32BE(4, 2);
  start.writeInt32BE(seq, 6);
  start.writeInt32BE(length, 10);
  return start;
}

/** Passes an upload on while it keeps its bytes; they go to the database as they come, without being copied. */
async function* keeping(
  db: Database,
  runId: string,
  upload: AsyncIterable<Buffer>,
  limitBytes: number,
): AsyncIterable<Buffer> {
  const staging = stagingOf(runId);
  await db.rows(createChunkTable(staging));
  const runner = db.source.createQueryRunner();
  const client = (await runner.connect()) as PoolClient;
  const copy = client.query(copyFrom(`copy ${staging.chunk} from stdin with (format binary)`));
  let failed: unknown = null;
  copy.on('error', (error) => (failed = error));
  let isKept = false;
  try {
    copy.write(COPY_HEADER);
    let total = 0;
    let seq = 0;
    for await (const bytes of upload) {
      if (failed) throw failed;
      total += bytes.length;
      if (total > limitBytes) throw new TooLarge(limitBytes);
      copy.write(rowStart(seq++, bytes.length));
      if (!copy.write(bytes)) await once(copy, 'drain');
      yield bytes;
    }
    copy.end(COPY_END);
    await once(copy, 'finish');
    isKept = true;
  } finally {
    if (!isKept) await abandon(copy);
    await runner.release();
  }
}

/** Ends a COPY that is not wanted any more; the connection is free for others afterwards. */
async function abandon(copy: CopyStreamQuery): Promise<void> {
  const closed = new Promise((resolve) => copy.once('close', resolve));
  copy.on('error', () => undefined);
  copy.destroy();
  await closed;
}

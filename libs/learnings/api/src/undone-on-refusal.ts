import type { Database, Tx } from '@flipside/platform-api';
import type { Result } from '@flipside/kernel';

class Refused<R> extends Error {
  constructor(readonly refusal: R) {
    super('refused');
  }
}

/**
 * One unit of work that leaves nothing behind when it ends in a refusal: half a log, or an idempotency key that would
 * keep answering with yesterday's refusal.
 */
export async function undoneOnRefusal<T, R>(
  db: Database,
  work: (tx: Tx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  try {
    return await db.transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result.refusal);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal as R };
    throw error;
  }
}

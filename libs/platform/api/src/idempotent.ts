import { createHash } from 'node:crypto';
import { isId } from '@flipside/kernel';
import type { Tx } from './database.js';
import { barrier } from './errors.js';

function checkKey(key: string): void {
  if (!isId(key)) throw barrier('BAD_INPUT', 'The idempotency key must be a UUID.');
}

/** Whether this call was answered before; a refusal that is given without `idempotent` asks first. */
export async function isAnswered(
  sql: Pick<Tx, 'one'>,
  call: { actorId: string; key: string },
): Promise<boolean> {
  checkKey(call.key);
  const answered = await sql.one('select 1 from idempotency_key where actor_id = $1 and key = $2', [
    call.actorId,
    call.key,
  ]);
  return answered !== null;
}

/**
 * Runs `work` once per (actor, key) inside the caller's transaction and stores its answer; the same key again
 * gets the stored answer. `key` is random and made by the client when the form opens, never from business fields.
 * `work` must return plain data that survives JSON.
 * @throws Barrier BAD_INPUT when the key was used for another request
 */
export async function idempotent<T>(
  tx: Tx,
  call: { actorId: string; key: string; request: unknown },
  work: () => Promise<T>,
): Promise<T> {
  checkKey(call.key);
  const hash = createHash('sha256').update(JSON.stringify(call.request)).digest('hex');
  // A second request with the same key waits here until the first one has committed.
  const fresh = await tx.execute(
    `insert into idempotency_key (actor_id, key, request_hash) values ($1, $2, $3) on conflict do nothing returning key`,
    [call.actorId, call.key, hash],
  );
  if (fresh === 0) {
    const stored = await tx.one<{ request_hash: string; response: T }>(
      `select request_hash, response from idempotency_key where actor_id = $1 and key = $2`,
      [call.actorId, call.key],
    );
    if (stored?.request_hash !== hash)
      throw barrier('BAD_INPUT', 'This idempotency key was used for another request.');
    return stored.response;
  }
  const response = await work();
  await tx.execute(`update idempotency_key set response = $3 where actor_id = $1 and key = $2`, [
    call.actorId,
    call.key,
    JSON.stringify(response),
  ]);
  return response;
}

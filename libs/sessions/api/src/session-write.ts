import { sqlStateOf, type Tx } from '@flipside/platform-api';
import { refuse, type Result } from '@flipside/kernel';
import { sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { isLockTimeout, isTimeTaken } from './claims.js';

/** Writes columns of one session if nobody changed it since `version`; false otherwise. */
export async function writeSession(
  tx: Tx,
  session: { id: string; version: number },
  columns: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const names = Object.keys(columns);
  const set = names.map((name, index) => `${name} = $${index + 3}`).join(', ');
  const written = await tx.execute(
    `update session set ${set}, version = version + 1 where id = $1 and version = $2`,
    [session.id, session.version, ...names.map((name) => columns[name])],
  );
  return written === 1;
}

/** Turns what the database refuses into what a person can act on; everything else is a bug and goes on. */
export async function orRefusal<T>(
  work: () => Promise<Result<T, SessionRefusal>>,
): Promise<Result<T, SessionRefusal>> {
  try {
    return await work();
  } catch (error) {
    if (isTimeTaken(error)) return refuse(sessionRefusal('SLOT_TAKEN'));
    if (isLockTimeout(error)) return refuse(sessionRefusal('BUSY'));
    if (sqlStateOf(error) === '40P01') return refuse(sessionRefusal('BUSY'));
    throw error;
  }
}

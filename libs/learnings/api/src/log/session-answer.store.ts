import type { Usefulness } from '@flipside/learnings-domain';
import type { Tx, Viewer } from '@flipside/platform-api';

interface SessionAnswer {
  sessionId: string;
  met: boolean;
  usefulness?: Usefulness | null;
  isGoodFit?: boolean | null;
  at: Date;
}

/**
 * What one of the two says about a session for themselves. The last word counts, in whatever order words arrive; saying
 * nothing takes nothing back. A session that did not take place was neither useful nor useless.
 */
export async function answerSession(
  tx: Tx,
  viewer: Pick<Viewer, 'personId'>,
  { sessionId, met, usefulness = null, isGoodFit = null, at }: SessionAnswer,
): Promise<void> {
  if (!met || (usefulness === null && isGoodFit === null)) return;
  await tx.execute(
    `insert into session_answer as a (session_id, person_id, usefulness, is_good_fit, at) values ($1, $2, $3, $4, $5)
     on conflict (session_id, person_id) do update
       set usefulness = excluded.usefulness, is_good_fit = excluded.is_good_fit, at = excluded.at
       where (excluded.at, coalesce(excluded.usefulness, ''), coalesce(excluded.is_good_fit, true))
         > (a.at, coalesce(a.usefulness, ''), coalesce(a.is_good_fit, true))`,
    [sessionId, viewer.personId, usefulness, isGoodFit, at],
  );
}

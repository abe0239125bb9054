import type { ActionPage } from '@flipside/platform-api';
import { bothTimesOf, type PairTimes } from '../pair-times.js';
import type { Sql } from '../sql.js';

interface Coming {
  id: string;
  startsAt: Date;
  endsAt: Date;
}

/** How a pairing with booked sessions stands: the next one, and where to change it. One statement. */
export async function bookedPage(
  sql: Sql,
  people: PairTimes,
  pairingId: string,
  now: Date,
): Promise<ActionPage> {
  const next = await sql.one<Coming>(
    `select id, starts_at as "startsAt", ends_at as "endsAt" from session
     where pairing_id = $1 and status = 'booked' and ends_at > $2 order by starts_at limit 1`,
    [pairingId, now],
  );
  return {
    heading: `Your sessions with ${people.champion.name} are booked`,
    paragraphs: [
      ...(next ? [`Next session: ${bothTimesOf(people, 'executive', next)}.`] : []),
      'An invitation is on its way to both calendars.',
    ],
    choices: [],
    more: {
      label: 'Move or skip it in Flipside',
      path: next ? `/sessions/${next.id}` : '/sessions',
    },
  };
}

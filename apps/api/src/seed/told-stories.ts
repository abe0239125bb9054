import { addDays, weekdayOf, type Day } from '@flipside/kernel';
import { twoOfUs, type Tx, type Vault } from '@flipside/platform-api';
import { workingDay } from './calendar.js';
import type { DemoPairing } from './coaching.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';
import { sealRows } from './sealed-rows.js';

const DAY_MS = 86_400_000;

/** What pairs tell others: result and how. The last one still waits for the executive's yes. */
const STORIES = [
  [
    'The forecast meeting starts with the three largest changes',
    'We gave it the meaning of every column first. Since then the answers stopped being nonsense, and two numbers are still checked by hand, always the same two.',
  ],
  [
    'A refusal that people thanked us for',
    'The draft sounded like a court. We asked how it reads to somebody who waited for three weeks, and rewrote the first two lines ourselves.',
  ],
  [
    'One page before every customer visit, with its sources',
    'Everything on the page has a link. Twice the page was wrong and the link showed it before we were in the room.',
  ],
  [
    'The supplier decision has its reasons written down',
    'We asked for the case against our favourite. It changed one clause, not the decision, and the clause was the expensive one.',
  ],
] as const;

const WHY = ['The checking stayed with people', 'The first question was about the reader'] as const;

const DIMENSIONS = ['describing', 'discernment', 'business', 'data', 'people'] as const;

/** Stories that pairs share, what executives picked of them this week, and how fluency is seen. */
export async function writeShared(
  tx: Tx,
  pairings: readonly DemoPairing[],
  random: Random,
  today: Day,
  vault: Vault,
): Promise<void> {
  const told = pairings.filter((p) => p.story === 'on_rhythm').slice(0, STORIES.length);
  const ago = (days: number, hour: number): string =>
    `${workingDay(addDays(today, -days), -1)}T${hour}:00:00Z`;
  const stories = told.map((pairing, n) => {
    const [result = '', body = ''] = STORIES[n] ?? [];
    const isShared = n < STORIES.length - 1;
    return {
      id: random.id(),
      pairing_id: pairing.id,
      author_id: pairing.champion.id,
      result,
      body,
      champion_consent: 'named',
      executive_consent: isShared ? (n === 1 ? 'anonymous' : 'named') : null,
      created_at: ago(5 + 9 * n, 13),
      shared_at: isShared ? ago(4 + 9 * n, 14) : null,
    };
  });
  const byId = new Map(told.map((pairing) => [pairing.id, pairing]));
  await insertRows(
    tx,
    'story',
    await sealRows(
      tx,
      vault,
      stories,
      { result: 'story.result', body: 'story.body' },
      ({ id }) => id,
      ({ shared_at, pairing_id }) => {
        const pairing = byId.get(pairing_id);
        return shared_at === null && pairing
          ? twoOfUs({
              pairingId: pairing.id,
              championId: pairing.champion.id,
              executiveId: pairing.executive.id,
            })
          : null;
      },
    ),
  );
  // Each is picked by the executive of another pairing.
  await insertRows(
    tx,
    'use_of_week',
    WHY.flatMap((why, n) => {
      const [story, picker] = [stories[n], told[n + 1]?.executive];
      return story && picker
        ? [
            {
              week_on: addDays(today, 1 - weekdayOf(today)),
              picker_id: picker.id,
              story_id: story.id,
              why,
              at: `${today}T00:30:00Z`,
            },
          ]
        : [];
    }),
  );
  await writeFluency(tx, pairings, random);
}

/** Two looks from either side where there were sessions enough: a modest start, and a step or two since. */
async function writeFluency(
  tx: Tx,
  pairings: readonly DemoPairing[],
  random: Random,
): Promise<void> {
  const looks = pairings.flatMap((pairing, n) => {
    // Not everybody is further at the second look.
    const step = n % 4 === 3 ? 0 : 1;
    const held = pairing.sessions.filter(({ status }) => status === 'held');
    const start = DIMENSIONS.map(() => random.between(0, 1));
    return [held[0], held[5]].flatMap((session, at) => {
      if (!session) return [];
      return [pairing.champion.id, pairing.executive.id].map((raterId) => {
        const isSelf = raterId === pairing.executive.id;
        return {
          rating: {
            id: random.id(),
            pairing_id: pairing.id,
            person_id: pairing.executive.id,
            rater_id: raterId,
            session_id: session.id,
            trust: random.pick(
              at === 0
                ? ['too_sceptical', 'too_trusting', 'calibrated']
                : ['calibrated', 'calibrated', 'too_trusting'],
            ),
            at: new Date(session.endsAt.getTime() + DAY_MS / 4).toISOString(),
          },
          // Beginners see themselves a little higher.
          levels: start.map((low) =>
            Math.min(4, low + step * at * random.between(1, 2) + (isSelf && at === 0 ? 1 : 0)),
          ),
          // Looking back, they see it.
          then: isSelf && at === 1 ? start : [],
        };
      });
    });
  });
  await insertRows(
    tx,
    'fluency_rating',
    looks.map(({ rating }) => rating),
  );
  await insertRows(
    tx,
    'fluency_level',
    looks.flatMap(({ rating, levels, then }) =>
      DIMENSIONS.map((dimension, at) => ({
        rating_id: rating.id,
        dimension,
        level: levels[at] ?? 0,
        then_level: then[at] ?? null,
      })),
    ),
  );
}

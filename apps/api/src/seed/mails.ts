import type { Tx } from '@flipside/platform-api';
import type { DemoPairing } from './coaching.js';
import { insertRows } from './rows.js';

const HOUR = 60;

/** Some of the company have chosen which mails reach them, and when; most never look. */
export async function writeMailChoices(
  tx: Tx,
  pairings: readonly DemoPairing[],
  now: Date,
): Promise<void> {
  const executives = [...new Set(pairings.map(({ executive }) => executive.id))];
  const champions = [...new Set(pairings.map(({ champion }) => champion.id))];
  const chosen = (people: readonly string[], topic: string, delivery: string) =>
    people.map((person_id) => ({ person_id, topic, delivery, chosen_at: now }));
  await insertRows(tx, 'mail_choice', [
    ...chosen(
      champions.filter((_, index) => index % 4 === 0),
      'preparation',
      'digest',
    ),
    ...chosen(
      champions.filter((_, index) => index % 7 === 1),
      'log_nudges',
      'never',
    ),
    ...chosen(
      executives.filter((_, index) => index % 5 === 2),
      'today',
      'never',
    ),
  ]);
  await insertRows(
    tx,
    'mail_hours',
    executives
      .filter((_, index) => index % 3 === 2)
      .map((person_id) => ({
        person_id,
        quiet_from_minute: 18 * HOUR,
        quiet_to_minute: 8 * HOUR,
        digest_at_minute: 8 * HOUR + 30,
      })),
  );
}

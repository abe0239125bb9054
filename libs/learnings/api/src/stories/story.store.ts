import { programmeDaySql } from '@flipside/people-api';
import { twoOfUs, type Tx, type Vault } from '@flipside/platform-api';
import type { PairingCircle } from '../circle.reader.js';

/** Where the words of a story are sealed while it is for the two alone. */
export const STORY_CELLS = { result: 'story.result', body: 'story.body' } as const;

/** The Monday of the programme's week at a moment: one week for everybody, wherever their Sunday still lasts. */
export const weekOnSql = (at: string): string =>
  `date_trunc('week', ${programmeDaySql(at)}::timestamp)::date`;

/** The words of a story as they are stored: plain while everyone may read them, sealed for the two otherwise. */
export async function storyWords(
  tx: Tx,
  vault: Vault,
  circle: PairingCircle,
  story: { id: string; result: string; body: string; isShared: boolean },
): Promise<{ result: string; body: string }> {
  const { id, result, body, isShared } = story;
  if (isShared) return { result, body };
  const seal = (field: keyof typeof STORY_CELLS, text: string): Promise<string> =>
    vault.seal(tx, twoOfUs(circle), `${STORY_CELLS[field]}:${id}`, text);
  return { result: await seal('result', result), body: await seal('body', body) };
}

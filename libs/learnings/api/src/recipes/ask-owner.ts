import type { Day } from '@flipside/kernel';
import { tell, type Recipient } from '@flipside/pairings-api';
import type { Config, Tx } from '@flipside/platform-api';

/**
 * One mail to whoever looks after a recipe. Whether its date came first or its second failure, the same text until the
 * same review date is asked about once.
 */
export const askOwner = (
  tx: Tx,
  to: Recipient | undefined,
  recipe: { id: string; version: number; reviewBy: Day },
  subject: string,
  config: Pick<Config, 'baseUrl'>,
): Promise<void> =>
  tell(
    tx,
    to,
    {
      kind: 'recipe_review',
      dedupeKey: `recipe-review:${recipe.id}:${recipe.version}:${recipe.reviewBy}`,
      subject,
      paragraphs: [
        'You look after this recipe. Try it, then say that it still works, change it or retire it.',
      ],
      button: { label: 'Open the recipe', path: `/recipes/${recipe.id}` },
    },
    config,
  );

/** Why its owner is asked, as the subject of the mail. */
export const notLookedAt = (title: string): string =>
  `“${title}” has not been looked at for half a year`;

export const failsForTwo = (title: string): string => `“${title}” no longer works for two people`;

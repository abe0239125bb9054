import { onlyMe, twoOfUs, type Tx, type Vault } from '@flipside/platform-api';
import { circleOfPairing } from '../circle.reader.js';
import type { LearningAudience } from '../learnings.enums.js';

/** Where the text of a learning is sealed. */
export const LEARNING_CELL = 'learning.body';

/** A learning's text as it is stored for its audience: sealed for one or two people, plain for everyone. */
export async function textFor(
  tx: Tx,
  vault: Vault,
  learning: { id: string; personId: string; pairingId: string | null; audience: LearningAudience },
  body: string,
): Promise<string> {
  if (learning.audience === 'everyone') return body;
  const owner =
    learning.audience === 'two_of_us' && learning.pairingId
      ? twoOfUs(await circleOfPairing(tx, learning.pairingId))
      : onlyMe(learning.personId);
  return vault.seal(tx, owner, `${LEARNING_CELL}:${learning.id}`, body);
}

/** One's own learning as it is stored. $1 is its id, $2 its writer. */
export const OWN_LEARNING = `
  select id, person_id as "personId", pairing_id as "pairingId", audience, body, stage, version
  from learning where id = $1 and person_id = $2`;

export interface OwnLearning {
  id: string;
  personId: string;
  pairingId: string | null;
  audience: LearningAudience;
  /** Sealed unless it is for everyone. */
  body: string;
  stage: string;
  version: number;
}

import { onlyMe, twoOfUs, type Tx, type Vault } from '@flipside/platform-api';
import { concernsBoth, namesPerson } from '@flipside/learnings-domain';
import { circleOfPairing } from '../circle.reader.js';
import { keepFindable } from '../life/findable.js';
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
  select id, person_id as "personId", pairing_id as "pairingId", session_id as "sessionId", audience, body, stage, version
  from learning where id = $1 and person_id = $2`;

export interface OwnLearning {
  id: string;
  personId: string;
  pairingId: string | null;
  sessionId: string | null;
  audience: LearningAudience;
  /** Sealed unless it is for everyone. */
  body: string;
  stage: string;
  version: number;
}

/** The other one of the two, when everyone reading this text needs their yes; null when its writer decides alone. */
export async function whoseYes(
  tx: Tx,
  line: Pick<OwnLearning, 'personId' | 'pairingId' | 'sessionId'>,
  body: string,
): Promise<{ id: string; name: string } | null> {
  if (line.pairingId === null) return null;
  const { championId, championName, executiveId, executiveName } = await circleOfPairing(
    tx,
    line.pairingId,
  );
  const other =
    line.personId === championId
      ? { id: executiveId, name: executiveName }
      : { id: championId, name: championName };
  const isFromSession = line.sessionId !== null;
  return concernsBoth({ isFromSession, body, otherName: other.name }) ? other : null;
}

/** Somebody of the writer's pairings whom a text for everyone names without being asked; null when it names nobody. */
export async function partnerNamed(
  tx: Tx,
  writerId: string,
  body: string,
  exceptId: string | null,
): Promise<string | null> {
  const partners = await tx.rows<{ name: string }>(
    `select distinct o.name from pairing p join person o on o.id in (p.champion_id, p.executive_id) and o.id <> $1
     where $1 in (p.champion_id, p.executive_id) and o.id is distinct from $2`,
    [writerId, exceptId],
  );
  return partners.find(({ name }) => namesPerson(body, name))?.name ?? null;
}

/** Brings a line into its new audience: sealed anew or opened, and found by exactly those who may read it. */
export async function openTo(
  tx: Tx,
  vault: Vault,
  line: { id: string; personId: string; pairingId: string | null; audience: LearningAudience },
  body: string,
  now: Date,
): Promise<void> {
  await tx.execute(
    `update learning set audience = $2, body = $3, version = version + 1 where id = $1`,
    [line.id, line.audience, await textFor(tx, vault, line, body)],
  );
  // Closed again, it leaves nothing open behind: neither earlier texts nor what finds it.
  if (line.audience !== 'everyone')
    await tx.execute(`delete from learning_version where learning_id = $1`, [line.id]);
  await keepFindable(tx, line.id, now);
}

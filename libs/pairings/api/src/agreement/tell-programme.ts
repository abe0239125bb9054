import type { Config, Tx } from '@flipside/platform-api';
import { rotationMail } from '../pairings/pairing-mails.js';
import { recipients, tell } from '../pairings/tell-other.js';

/** HR leads learn that two people wait for somebody new, not which of them wished it. */
export async function tellProgramme(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  pairingId: string,
  term: number,
): Promise<void> {
  const leads = await tx.rows<{ id: string }>(
    `select person_id as id from role_grant where role = 'HR_LEAD'`,
  );
  const people = await recipients(
    tx,
    leads.map(({ id }) => id),
  );
  for (const to of people.values()) {
    await tell(
      tx,
      to,
      { ...rotationMail(pairingId), dedupeKey: `rotation:${pairingId}:${term}` },
      config,
    );
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { addDays, type Day } from '@flipside/kernel';
import { betweenThem, type Tx, type Vault } from '@flipside/platform-api';
import type { DemoPerson } from './people.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';

/** People whom one can sign in as. */
export interface Prepared {
  readonly hrLead: DemoPerson;
  readonly executive: DemoPerson;
  readonly champion: DemoPerson;
}

const QUESTION =
  'May minutes of the works council go into the company chat to be shortened, if names are taken out first?';
const ANSWER =
  'Not yet: the agreement with the works council leaves their minutes out. I am asking them this month.';

/** What those whom one can sign in as find under their own names, where chance alone would leave their lists empty. */
export async function writeOwnRecords(
  tx: Tx,
  { hrLead, executive, champion }: Prepared,
  random: Random,
  today: Day,
  vault: Vault,
): Promise<void> {
  for (const [asker, state] of [
    [executive, 'done'],
    [hrLead, 'taken'],
    [champion, 'asked'],
  ] as const)
    await tx.execute(
      `update help_request set asker_id = $1 where id = (
         select id from help_request where state = $2 and champion_id <> $1 order by created_at, id limit 1)`,
      [asker.id, state],
    );
  await tx.execute(
    `with mine as (
       update nomination set nominator_id = $1 where id in (
         select id from nomination where source = 'peer' and stage in ('nominated', 'screened') order by stage desc, id limit 2)
       returning id)
     update nomination_event e set actor_id = $1 from mine where e.nomination_id = mine.id and e.from_stage is null`,
    [executive.id],
  );
  await insertRows(tx, 'calendar_feed', [
    {
      id: random.id(),
      person_id: executive.id,
      principal_id: executive.id,
      // Nobody knows this address: it stands for one that was told once.
      token_hash: `\\x${createHash('sha256').update(randomBytes(32)).digest('hex')}`,
      label: 'Phone',
      detail: 'full',
      created_at: `${addDays(today, -70)}T07:10:00Z`,
      last_used_at: `${addDays(today, -1)}T18:05:00Z`,
    },
  ]);
  await insertRows(tx, 'programme_change', [
    {
      id: random.id(),
      actor_id: hrLead.id,
      before: { smallUnitLimit: 8 },
      after: { smallUnitLimit: 10 },
      at: `${addDays(today, -150)}T09:25:00Z`,
    },
  ]);
  await askInConfidence(tx, hrLead.id, random.id(), today, vault);
}

/** The HR lead has asked where a boundary runs, and whoever owns such questions has answered. */
async function askInConfidence(
  tx: Tx,
  fromId: string,
  id: string,
  today: Day,
  vault: Vault,
): Promise<void> {
  const named = await tx.one<{ ownerId: string }>(
    `select owner_id as "ownerId" from guardrails where owner_id is not null order by version desc limit 1`,
  );
  if (!named) return;
  const owner = betweenThem(id, fromId, named.ownerId);
  await insertRows(tx, 'confidential_message', [
    {
      id,
      kind: 'boundary',
      from_person_id: fromId,
      to_person_id: named.ownerId,
      body: await vault.seal(tx, owner, `confidential.body:${id}`, QUESTION),
      at: `${addDays(today, -12)}T13:40:00Z`,
      answer: await vault.seal(tx, owner, `confidential.answer:${id}`, ANSWER),
      answered_at: `${addDays(today, -11)}T08:15:00Z`,
    },
  ]);
}

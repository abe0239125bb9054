import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  askIn,
  pairingRefusal,
  type PairingRefusal,
  type QuestionReaders,
} from '@flipside/pairings-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  twoOfUs,
  Vault,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { actorOf } from './pairing.policy.js';
import { lockPairingFor, notePairingEvent, type PairingRow } from './pairing.store.js';
import { questionMail } from './pairing-mails.js';
import { recipients, tell } from './tell-other.js';

interface Question {
  /** Chosen by the writer's device; sending the same twice stores one. */
  readonly id: string;
  readonly pairingId: string;
  readonly readers: QuestionReaders;
  readonly text: string;
}

/**
 * Asks, or answers, while a proposal waits. The proposal stays as it is. The mail says that there is something to read,
 * never what: the text is read on the page, by its readers.
 */
@Injectable()
export class AskAboutPairing {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, question: Question): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    const { id, pairingId, readers } = question;
    return this.db.transaction(async (tx) => {
      const pairing = await lockPairingFor(tx, viewer, pairingId);
      const actor = actorOf(viewer, pairing);
      if (!actor) throw barrier('NOT_FOUND');
      const before = await tx.rows<{ id: string }>(
        'select id from pairing_question where pairing_id = $1 or id = $2',
        [pairingId, id],
      );
      if (before.some((stored) => stored.id === id)) return ok({ pairingId });
      const { state } = pairing;
      const asked = askIn({ state, asked: before.length }, actor, question);
      if (!asked.ok) return asked;
      const others = (await readerIds(tx, pairing, readers)).filter(
        (reader) => reader !== viewer.personId,
      );
      if (others.length === 0) return refuse(pairingRefusal('NOBODY_TO_ASK', { field: 'readers' }));
      const sealed =
        readers === 'pair'
          ? await this.vault.seal(
              tx,
              twoOfUs({ ...pairing, pairingId }),
              `pairing_question.text:${id}`,
              asked.value,
            )
          : asked.value;
      const at = this.clock.now();
      await tx.execute(
        `insert into pairing_question (id, pairing_id, author_id, readers, text, at) values ($1, $2, $3, $4, $5, $6)`,
        [id, pairingId, viewer.personId, readers, sealed, at],
      );
      await notePairingEvent(tx, pairingId, { kind: 'asked', actorId: viewer.personId, at });
      const people = await recipients(tx, others);
      for (const person of people.values()) {
        await tell(
          tx,
          person,
          { ...questionMail({ pairingId, name: viewer.name }), dedupeKey: `asked:${id}` },
          this.config,
        );
      }
      return ok({ pairingId });
    });
  }
}

/** The two, or one of them and every lead of the programme who is not the other one. */
async function readerIds(
  tx: Tx,
  { executiveId, championId }: PairingRow,
  readers: QuestionReaders,
): Promise<string[]> {
  if (readers === 'pair') return [executiveId, championId];
  const leads = await tx.rows<{ id: string }>(
    `select person_id as id from role_grant where role = 'HR_LEAD' and person_id <> all($1::uuid[]) order by 1`,
    [[executiveId, championId]],
  );
  if (leads.length === 0) return [];
  return [
    readers === 'executive_and_lead' ? executiveId : championId,
    ...leads.map(({ id }) => id),
  ];
}

import { checkQuestion, learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { recipients, tell } from '@flipside/pairings-api';
import { worksHereSql } from '@flipside/people-api';
import {
  barrier,
  betweenThem,
  CLOCK,
  CONFIG,
  Database,
  Vault,
  type Config,
  type Viewer,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { confidentialAnswerMail, confidentialMail } from '../learning-mails.js';
import type {
  AnswerConfidentialInput,
  ConfidentialMessage,
  SendConfidentialInput,
} from './guidance.type.js';

type Row = Omit<ConfidentialMessage, 'isMine'> & { fromId: string; toId: string };

const MESSAGES = `
  select m.id, m.kind, m.from_person_id as "fromId", m.to_person_id as "toId", f.name as "fromName", t.name as "toName",
         m.body, m.at, m.answer, m.answered_at as "answeredAt"
  from confidential_message m join person f on f.id = m.from_person_id join person t on t.id = m.to_person_id`;

/**
 * Boundary questions to their owner and concerns to the person of trust. No role reads them, nothing counts them, and
 * the mail about them carries no word of theirs.
 */
@Injectable()
export class ConfidentialBox {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  send(viewer: Viewer, input: SendConfidentialInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      if (!isId(input.id)) throw barrier('BAD_INPUT', 'The id of a message is a UUID.');
      const body = checkQuestion(input.body);
      if (!body.ok) return body;
      const named = await tx.one<{ toId: string | null }>(
        `select p.id as "toId" from guardrails g
         left join person p on p.id = case when $1 then g.trust_id else g.owner_id end and ${worksHereSql('p', '$2')}
         order by g.version desc limit 1`,
        [input.isConcern, this.clock.now()],
      );
      const toId = named?.toId;
      if (!toId)
        return refuse(
          learningRefusals.noOwner(
            input.isConcern
              ? 'No person of trust is named yet. Turn to somebody you trust in the meantime'
              : 'Nobody is named for boundary questions yet. Leave the material out until somebody is',
          ),
        );
      const owner = betweenThem(input.id, viewer.personId, toId);
      const sealed = await this.vault.seal(tx, owner, `confidential.body:${input.id}`, body.value);
      const isNew = await tx.execute(
        `insert into confidential_message (id, kind, from_person_id, to_person_id, body, at)
         values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning id`,
        [
          input.id,
          input.isConcern ? 'concern' : 'boundary',
          viewer.personId,
          toId,
          sealed,
          this.clock.now(),
        ],
      );
      if (isNew === 0) return ok(input.id);
      const to = await recipients(tx, [toId]);
      await tell(tx, to.get(toId), confidentialMail(input.id), this.config);
      return ok(input.id);
    });
  }

  answer(viewer: Viewer, input: AnswerConfidentialInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const message = isId(input.id)
        ? await tx.one<{ fromId: string }>(
            `select from_person_id as "fromId" from confidential_message where id = $1 and to_person_id = $2 for update`,
            [input.id, viewer.personId],
          )
        : null;
      if (!message) throw barrier('NOT_FOUND');
      const body = checkQuestion(input.body);
      if (!body.ok) return body;
      const owner = betweenThem(input.id, message.fromId, viewer.personId);
      const sealed = await this.vault.seal(
        tx,
        owner,
        `confidential.answer:${input.id}`,
        body.value,
      );
      await tx.execute(
        `update confidential_message set answer = $2, answered_at = $3 where id = $1`,
        [input.id, sealed, this.clock.now()],
      );
      const asker = (await recipients(tx, [message.fromId])).get(message.fromId);
      await tell(tx, asker, confidentialAnswerMail(input.id), this.config);
      return ok(input.id);
    });
  }

  /** What the viewer asked and was asked, newest first, at most 100. */
  async mine(viewer: Viewer): Promise<ConfidentialMessage[]> {
    const rows = await this.db.rows<Row>(
      `${MESSAGES} where $1 in (m.from_person_id, m.to_person_id) order by m.at desc, m.id limit 100`,
      [viewer.personId],
    );
    const opened = await this.vault.openRows(this.db, viewer.personId, rows, ({ id }) => id, {
      body: 'confidential.body',
      answer: 'confidential.answer',
    });
    return opened.map(({ fromId, toId: _, ...message }) => ({
      ...message,
      isMine: fromId === viewer.personId,
    }));
  }

  async one(viewer: Viewer, id: string): Promise<ConfidentialMessage> {
    const message = (await this.mine(viewer)).find((each) => each.id === id);
    if (!message) throw barrier('NOT_FOUND');
    return message;
  }
}

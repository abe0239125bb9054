import { isId, ok, refuse, type Result } from '@flipside/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database.js';
import { barrier } from '../errors.js';
import { enqueueSending } from './enqueue-mail.js';
import { mailRefusal, type MailRefusal } from './mail-refusals.js';
import type { MailState } from './mail-message.entity.js';
import { SECRET_KINDS } from './send-mail.js';

/** Whether a later mail of the lane of mail `m` has left already. */
export const OVERTAKEN = `exists (select 1 from mail_message n where n.lane = m.lane and n.position > m.position and n.state = 'sent')`;

/** Puts a kept or failed mail back into the queue, under the same Message-ID. */
@Injectable()
export class RetryMail {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run({ id }: { id: string }): Promise<Result<{ id: string }, MailRefusal>> {
    if (!isId(id)) throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      const mail = await tx.one<{ kind: string; state: MailState; isOvertaken: boolean }>(
        `select kind, state, ${OVERTAKEN} as "isOvertaken" from mail_message m where id = $1 for update`,
        [id],
      );
      if (!mail) throw barrier('NOT_FOUND');
      if (mail.state !== 'kept' && mail.state !== 'failed')
        return refuse(mailRefusal('ALREADY_DONE'));
      if (SECRET_KINDS.has(mail.kind)) return refuse(mailRefusal('TEXT_GONE'));
      if (mail.isOvertaken) return refuse(mailRefusal('OVERTAKEN'));
      if (!this.config.smtp) return refuse(mailRefusal('NO_MAIL_SERVER'));
      await tx.execute(
        `update mail_message set state = 'queued', attempts = 0, last_error = null, sent_at = null where id = $1`,
        [id],
      );
      await enqueueSending(tx, id);
      return ok({ id });
    });
  }
}

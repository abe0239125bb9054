import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { deliveryOf, type MailDelivery } from '@flipside/people-domain';
import {
  CONFIG,
  MailPolicies,
  type Config,
  type LeavingMail,
  type MailFoot,
  type MailPolicy,
  type Tx,
} from '@flipside/platform-api';
import { mailLinkToken } from './mail-link.js';
import { MailTopics } from './mail-topics.js';

/** Where a foot leads; the controller listens there. */
export const MAIL_LINK_PATH = 'm';

/**
 * Asks what the reader chose when a mail is about to leave, and puts the way to choose under it. What
 * belongs to no topic, such as invitations, always leaves and cannot be unsubscribed from.
 */
@Injectable()
export class ReaderPolicy implements MailPolicy, OnModuleInit {
  constructor(
    private readonly policies: MailPolicies,
    private readonly topics: MailTopics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.policies.use(this);
  }

  async isWanted(tx: Tx, mail: LeavingMail): Promise<boolean> {
    const topics = this.topics.ofMail(mail);
    if (topics.length === 0) return true;
    const rows = await tx.rows<{ topic: string; delivery: MailDelivery }>(
      `select topic, delivery from mail_choice where person_id = $1`,
      [mail.personId],
    );
    const chosen = Object.fromEntries(rows.map(({ topic, delivery }) => [topic, delivery]));
    return topics.some((topic) => deliveryOf(topic, chosen) !== 'never');
  }

  footOf(mail: LeavingMail): MailFoot {
    const topics = this.topics.ofMail(mail).map(({ id }) => id);
    const token = mailLinkToken(this.config, { personId: mail.personId, topics });
    const href = `${this.config.baseUrl}/${MAIL_LINK_PATH}/${token}`;
    return {
      label: 'Choose which mails reach you, and when',
      href,
      unsubscribe: topics.length > 0 ? href : null,
    };
  }
}

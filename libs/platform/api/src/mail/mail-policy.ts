import type { Tx } from '../database.js';

/** What is known of a mail when it leaves. */
export interface LeavingMail {
  readonly kind: string;
  readonly topics: readonly string[];
  readonly personId: string;
}

/** The last lines of a mail, and where a mail program may unsubscribe from it. */
export interface MailFoot {
  readonly label: string;
  readonly href: string;
  /** Null for what cannot be unsubscribed from. */
  readonly unsubscribe: string | null;
}

/** What readers have chosen about mails; a context says how it is kept. */
export interface MailPolicy {
  /** Whether the reader wants it, as they chose at this moment. */
  isWanted(tx: Tx, mail: LeavingMail): Promise<boolean>;
  footOf(mail: LeavingMail): MailFoot;
}

/** The policy in force; without one every mail leaves as it is. */
export class MailPolicies {
  #policy: MailPolicy | null = null;

  use(policy: MailPolicy): void {
    this.#policy = policy;
  }

  get current(): MailPolicy | null {
    return this.#policy;
  }
}

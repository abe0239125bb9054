import type { MailSection, Tx } from '@flipside/platform-api';
import type { OwnClock, ReminderKind } from '@flipside/sessions-domain';

/** A reminder whose moment has come, as its letter needs it. */
export interface ReminderToWrite {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly sessionId: string;
  readonly personId: string;
  /** The reader's clock, with their journeys. */
  readonly clock: OwnClock;
  readonly startsAt: Date;
  readonly untilAt: Date;
}

/** What a reminder says; a context writes the letters of its own kinds. */
export interface ReminderLetter {
  readonly kinds: readonly ReminderKind[];
  /**
   * One section for each reminder, by its id, all in a few statements. A reminder that is left out has
   * nothing to say any more: what it reminds of was done meanwhile.
   */
  write(
    tx: Tx,
    reminders: readonly ReminderToWrite[],
    now: Date,
  ): Promise<ReadonlyMap<string, MailSection>>;
}

/** Every letter of every context. */
export class ReminderLetters {
  readonly #letters = new Map<ReminderKind, ReminderLetter>();

  register(letter: ReminderLetter): void {
    for (const kind of letter.kinds) {
      if (this.#letters.has(kind)) throw new Error(`Two letters want to be ${kind}`);
      this.#letters.set(kind, letter);
    }
  }

  /** The sections of all these reminders. */
  async write(
    tx: Tx,
    reminders: readonly ReminderToWrite[],
    now: Date,
  ): Promise<ReadonlyMap<string, MailSection>> {
    const sections = new Map<string, MailSection>();
    for (const letter of new Set(this.#letters.values())) {
      const own = reminders.filter(({ kind }) => letter.kinds.includes(kind));
      if (own.length === 0) continue;
      for (const [id, section] of await letter.write(tx, own, now)) sections.set(id, section);
    }
    return sections;
  }
}

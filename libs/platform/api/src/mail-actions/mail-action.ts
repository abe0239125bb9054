import type { z } from 'zod';

/** One thing a person can press on the page behind a link. */
export interface ActionChoice {
  /** Sent back when it is pressed; the action reads it as hostile input. */
  readonly value: string;
  readonly label: string;
  /** A second, smaller line of the button. */
  readonly note?: string;
  /** The one the link is about; at most one. */
  readonly isMain?: boolean;
}

/** What stands behind a link at this moment. */
export interface ActionPage {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Nothing to press: the page tells how things stand. */
  readonly choices: readonly ActionChoice[];
  /** A page of the product that shows more; it asks to sign in. */
  readonly more?: { readonly label: string; readonly path: string };
}

/** For whom and about what a link was made. */
export interface ActionCall<S> {
  readonly personId: string;
  readonly subject: S;
}

/** What was pressed. `key` was made when the page was shown: the same key is the same press. */
export interface ActionPress {
  readonly choice: string;
  readonly key: string;
}

/** What came of a press. Done: the link is used up. Otherwise the page says why, and what else there is. */
export interface ActionResult {
  readonly isDone: boolean;
  readonly page: ActionPage;
}

/**
 * Something that can be done from a mail without signing in. A context registers its own kinds; the
 * links, the pages and the promise that opening one changes nothing are the platform's.
 */
export interface MailAction<S> {
  /** Lasting name, `<context>.<verb>`; links in sent mails hold on to it. */
  readonly name: string;
  readonly subject: z.ZodType<S>;
  /** How things stand now. Never changes anything. Null when the person may no longer look. */
  show(call: ActionCall<S>): Promise<ActionPage | null>;
  /** Does it. Must be safe to run twice for one key. Null when the person may no longer act. */
  act(call: ActionCall<S>, press: ActionPress): Promise<ActionResult | null>;
}

/** Every kind of action of every context. */
export class MailActions {
  readonly #kinds = new Map<string, MailAction<unknown>>();

  register<S>(kind: MailAction<S>): void {
    if (this.#kinds.has(kind.name)) throw new Error(`Two actions want the name ${kind.name}`);
    this.#kinds.set(kind.name, kind as MailAction<unknown>);
  }

  get(name: string): MailAction<unknown> | undefined {
    return this.#kinds.get(name);
  }
}

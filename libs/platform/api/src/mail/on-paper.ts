import type { Tx } from '../database.js';
import type { MailDraft } from './enqueue-mail.js';

const papers = new WeakMap<Tx, MailDraft[]>();

/** Where mails of this unit of work are only read; nothing for a real one. */
export const paperOf = (tx: Tx): MailDraft[] | undefined => papers.get(tx);

/**
 * Lets the functions that write mails write them on paper: nothing is kept, no link works and nothing is found in the
 * database.
 * @returns what would have been sent, in order
 */
export async function onPaper(write: (tx: Tx) => Promise<unknown>): Promise<readonly MailDraft[]> {
  const drafts: MailDraft[] = [];
  const paper: Tx = {
    get manager(): never {
      throw new Error('There are no entities on paper');
    },
    rows: () => Promise.resolve([]),
    one: () => Promise.resolve(null),
    execute: () => Promise.resolve(1),
  };
  papers.set(paper, drafts);
  await write(paper);
  return drafts;
}

import { ok, refuse, type Result } from '@flipside/kernel';
import { pairingRefusal, type PairingRefusal } from './pairing-refusals.js';
import { movePairing, type PairingActor, type PairingState } from './pairing.js';

/** Who reads a question about a proposal: the two, or one of them together with the leads of the programme. */
export const QUESTION_READERS = ['pair', 'executive_and_lead', 'champion_and_lead'] as const;
export type QuestionReaders = (typeof QUESTION_READERS)[number];

export const LONGEST_QUESTION = 500;
export const MOST_QUESTIONS = 20;

/** Whoever reads along may write: a question and its answer are the same kind of text. */
export const readsQuestions = (actor: PairingActor, readers: QuestionReaders): boolean =>
  actor === 'hr_lead'
    ? readers !== 'pair'
    : readers === 'pair' || readers === (`${actor}_and_lead` as QuestionReaders);

/** A question keeps the proposal as it is: neither an answer nor the time to answer changes. */
export function askIn(
  pairing: { readonly state: PairingState; readonly asked: number },
  actor: PairingActor,
  wish: { readonly readers: QuestionReaders; readonly text: string },
): Result<string, PairingRefusal> {
  const moved = movePairing(pairing.state, 'ask', actor);
  if (!moved.ok) return moved;
  if (!readsQuestions(actor, wish.readers)) return refuse(pairingRefusal('NOT_YOURS_TO_DO'));
  const text = wish.text.trim();
  if (text === '') return refuse(pairingRefusal('QUESTION_MISSING', { field: 'text' }));
  if (text.length > LONGEST_QUESTION) {
    return refuse(pairingRefusal('TEXT_TOO_LONG', { field: 'text' }));
  }
  if (pairing.asked >= MOST_QUESTIONS) return refuse(pairingRefusal('TOO_MANY_QUESTIONS'));
  return ok(text);
}

/** How far a learning has come in the company. */
export type LifeState = 'draft' | 'shared' | 'tried_by_others' | 'refined' | 'retired';

/** The furthest state of a learning. */
export function lifeOf(learning: {
  isShared: boolean;
  isRetired: boolean;
  /** Colleagues who tried it. */
  triedBy: number;
  /** Texts it has had, the present one included, and versions of colleagues. */
  versions: number;
}): LifeState {
  if (learning.isRetired) return 'retired';
  if (!learning.isShared) return 'draft';
  if (learning.versions > 1) return 'refined';
  return learning.triedBy > 0 ? 'tried_by_others' : 'shared';
}

const MOST_TERMS = 8;

/** The words of a question, small, without marks, at most eight. */
export const searchTerms = (question: string): string[] =>
  [...new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MOST_TERMS);

/** Letters in threes with two blanks before and one after, as PostgreSQL's pg_trgm takes them. */
function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** Shared trigrams over all of both, 0 to 1; pg_trgm's similarity(). */
export function similarity(a: string, b: string): number {
  const [one, other] = [trigrams(a), trigrams(b)];
  const both = [...one].filter((each) => other.has(each)).length;
  return both / (one.size + other.size - both);
}

/** From here on two words count as the same word spelt differently. */
export const SIMILAR_WORDS = 0.3;

const isLike = (word: string, term: string): boolean =>
  word.startsWith(term) || similarity(word, term) >= SIMILAR_WORDS;

/** How well a text answers: every term is in it, as written or nearly. Null when one is missing. */
export function matchOf(text: string, terms: readonly string[]): { isExact: boolean } | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (terms.length === 0 || !terms.every((term) => words.some((word) => isLike(word, term))))
    return null;
  return { isExact: terms.every((term) => words.some((word) => word.startsWith(term))) };
}

/**
 * The rank of something found: words as written before words nearly so, then what fits the reader's own function, is
 * fresh, and has worked for others. The statement in learning-search.ts ranks by the same sum.
 */
export const rankOf = (found: {
  isExact: boolean;
  isOwnFunction: boolean;
  ageDays: number;
  worksFor: number;
}): number =>
  (found.isExact ? 2 : 0) +
  (found.isOwnFunction ? 1 : 0) +
  90 / (90 + Math.max(0, found.ageDays)) +
  Math.min(found.worksFor, 5) * 0.2;

/** What a delegate may do beside seeing times. */
export const DELEGATION_SCOPES = ['book', 'move', 'cancel'] as const;
export type DelegationScope = (typeof DELEGATION_SCOPES)[number];

const VERBS: Readonly<Record<DelegationScope, string>> = {
  book: 'book',
  move: 'move',
  cancel: 'skip',
};

/** 'book, move and skip', in the order of the list; null when only times are seen. */
export function scopesInWords(scopes: readonly DelegationScope[]): string | null {
  const verbs = DELEGATION_SCOPES.filter((scope) => scopes.includes(scope)).map(
    (scope) => VERBS[scope],
  );
  const last = verbs.pop();
  if (!last) return null;
  return verbs.length ? `${verbs.join(', ')} and ${last}` : last;
}

/** Scopes are given as a set: known ones, each once, in one order. */
export const tidyScopes = (scopes: readonly DelegationScope[]): DelegationScope[] =>
  DELEGATION_SCOPES.filter((scope) => scopes.includes(scope));

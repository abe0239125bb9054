/** What a rule answers: a value, or a refusal that the person can understand and act on. */
export type Result<T, R> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

export function ok(): Result<undefined, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value };
}

export const refuse = <R>(refusal: R): Result<never, R> => ({ ok: false, refusal });

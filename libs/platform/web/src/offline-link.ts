import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { keep, kept, letGoUnder } from './kept.js';

const PREFIX = 'answer:';

/**
 * Answers that are needed where there is no connection: who I am, which sessions wait for a log, and what the log form
 * knows. None of them holds words that anybody wrote.
 */
const NEEDED_OFFLINE = new Set(['Viewer', 'SessionsToLog', 'SessionLogForm']);

/** A log that is written already holds words; its form needs no copy. */
const holdsWords = (data: unknown): boolean =>
  (data as { sessionLogForm?: { log?: unknown } } | null)?.sessionLogForm?.log != null;

/** Keeps a copy of the few answers above, and gives it when the server cannot be reached. */
export const offlineLink = new ApolloLink((operation, forward) => {
  const name = operation.operationName ?? '';
  if (!NEEDED_OFFLINE.has(name)) return forward(operation);
  const key = `${PREFIX}${name}:${JSON.stringify(operation.variables)}`;
  return new Observable((observer) => {
    const subscription = forward(operation).subscribe({
      next: (result) => {
        if (result.data && !result.errors && !holdsWords(result.data)) void keep(key, result.data);
        observer.next(result);
      },
      complete: () => observer.complete(),
      error: (error: unknown) => {
        if (ServerError.is(error) || CombinedGraphQLErrors.is(error)) {
          observer.error(error);
          return;
        }
        void kept<Record<string, unknown>>(key).then((data) => {
          if (!data) return observer.error(error);
          observer.next({ data });
          return observer.complete();
        });
      },
    });
    return () => subscription.unsubscribe();
  });
});

/** Forgets all copies, when a person signs out. */
export const forgetAnswers = (): Promise<void> => letGoUnder(PREFIX);

import { graphql, useAction } from '@flipside/platform-web';
import { momentOf, type ShownSession } from './session-fields.js';

const SkipSession = graphql(`
  mutation SkipSession($input: CallOffSessionInput!) {
    skipSession(input: $input) {
      ... on SessionPayload {
        session {
          ...SessionFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

const RestoreSession = graphql(`
  mutation RestoreSession($input: SessionInput!) {
    restoreSession(input: $input) {
      ... on SessionPayload {
        session {
          ...SessionFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** The reasons a person may give; none has to be given. */
export const SKIP_REASONS = [
  { value: 'EXECUTIVE_AWAY', label: 'The executive is away' },
  { value: 'CHAMPION_AWAY', label: 'The champion is away' },
  { value: 'HOLIDAY', label: 'Public holiday' },
  { value: 'OTHER_WORK', label: 'Other work comes first' },
  { value: 'NOTHING_NEW', label: 'Nothing to talk about this time' },
] as const;
export type SkipReasonValue = (typeof SKIP_REASONS)[number]['value'];

interface SkipVariables {
  input: { sessionId: string; reason?: SkipReasonValue | null; version?: number };
}

/** Brings a session back; also the Undo of a skip. */
export function useRestore() {
  return useAction(RestoreSession, {
    said: ({ session }) => `Back on: ${momentOf(session)}.`,
  });
}

/** Skips a session, with Undo. */
export function useSkip(onDone?: () => void) {
  const restore = useRestore();
  return useAction(SkipSession, {
    said: ({ session }) => `Skipped: ${momentOf(session)}. It is out of both calendars.`,
    undo:
      ({ session }) =>
      () =>
        void restore.run({ input: { sessionId: session.id } }),
    ...(onDone && { onDone }),
  });
}

export const skipInput = (session: ShownSession, reason?: SkipReasonValue): SkipVariables => ({
  input: { sessionId: session.id, version: session.version, ...(reason && { reason }) },
});

import {
  forgetDraft,
  keep,
  keptUnder,
  letGo,
  onKept,
  useAction,
  useViewer,
} from '@flipside/platform-web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { draftOfLog, inputOf, type LogEntry } from './log-entry.js';
import { LogSessionMutation } from './log-documents.js';

/** A log on this device that the server has not answered for yet. */
interface WaitingLog {
  readonly entry: LogEntry;
  /** ISO 8601; the server weighs later words more. */
  readonly writtenAt: string;
}

const TRY_AGAIN_MS = 30_000;

/**
 * Logs that are not sent yet, kept on the device by session. They go out when the connection is back and one of the
 * screens that use this is open, or is opened next. The submission key makes sure that each is saved once, the
 * viewer's id that nobody sends another person's.
 */
export function useWaitingLogs() {
  const { id: viewerId } = useViewer();
  const prefix = `log:${viewerId}:`;
  const [waiting, setWaiting] = useState<ReadonlyMap<string, WaitingLog>>(new Map());
  const log = useAction(LogSessionMutation, { said: () => 'Sent. The log that waited is saved.' });
  const isSending = useRef(false);

  useEffect(() => {
    const read = () => void keptUnder<WaitingLog>(prefix).then(setWaiting);
    read();
    return onKept(read);
  }, [prefix]);

  const sendAll = useCallback(async (): Promise<void> => {
    if (isSending.current || !navigator.onLine) return;
    isSending.current = true;
    for (const [sessionId, { entry, writtenAt }] of await keptUnder<WaitingLog>(prefix)) {
      const { submissionKey } = entry;
      const result = await log.run({
        input: { ...inputOf(sessionId, entry), submissionKey, writtenAt },
      });
      // A refusal is an answer: the log page shows it when the person opens it. Only silence keeps it waiting.
      if (!result.ok && result.refusal === undefined) break;
      // What was typed is saved now, and no copy of it stays on the device; what was refused stays in the form.
      if (result.ok) forgetDraft(viewerId, draftOfLog(sessionId, 0));
      await letGo(prefix + sessionId);
    }
    isSending.current = false;
  }, [log, prefix, viewerId]);

  const latest = useRef(sendAll);
  useEffect(() => {
    latest.current = sendAll;
  });
  const count = waiting.size;
  useEffect(() => {
    const send = () => void latest.current();
    send();
    window.addEventListener('online', send);
    const again = count > 0 ? setInterval(send, TRY_AGAIN_MS) : undefined;
    return () => {
      window.removeEventListener('online', send);
      clearInterval(again);
    };
  }, [count]);

  return {
    count,
    isWaiting: (sessionId: string) => waiting.has(sessionId),
    keep: (sessionId: string, entry: LogEntry, writtenAt: string) =>
      keep(prefix + sessionId, { entry, writtenAt } satisfies WaitingLog),
    letGo: (sessionId: string) => letGo(prefix + sessionId),
  };
}

import { useAction, useDraft } from '@flipside/platform-web';
import { useEffect, useRef } from 'react';
import { inputOf, type LogEntry } from './log-entry.js';
import { LogSessionMutation } from './log-documents.js';

type Waiting = Readonly<Record<string, LogEntry>>;

/**
 * Logs that could not be sent, kept on the device by session. They go out when the connection is back and one of the
 * screens that use this is open, or is opened next. The submission key makes sure that each is saved once.
 */
export function useWaitingLogs() {
  const { value: waiting, setValue } = useDraft<Waiting>('waiting-logs', {});
  const log = useAction(LogSessionMutation, { said: () => 'Sent. The log that waited is saved.' });
  const isSending = useRef(false);

  function keep(sessionId: string, entry: LogEntry): void {
    setValue({ ...waiting, [sessionId]: entry });
  }

  async function sendAll(): Promise<void> {
    if (isSending.current || !navigator.onLine) return;
    isSending.current = true;
    let left = waiting;
    for (const [sessionId, entry] of Object.entries(waiting)) {
      const { submissionKey } = entry;
      const result = await log.run({ input: { ...inputOf(sessionId, entry), submissionKey } });
      // A refusal is an answer: the log page shows it when the person opens it. Only silence keeps it waiting.
      if (!result.ok && result.refusal === undefined) break;
      left = Object.fromEntries(Object.entries(left).filter(([id]) => id !== sessionId));
      setValue(left);
    }
    isSending.current = false;
  }

  const latest = useRef(sendAll);
  useEffect(() => {
    latest.current = sendAll;
  });
  useEffect(() => {
    const send = () => void latest.current();
    send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, []);

  return { waiting, count: Object.keys(waiting).length, keep };
}

import { useCallback, useState } from 'react';
import { useViewer } from './viewer.js';

const PREFIX = 'flipside-draft';

function read<Value>(key: string): Value | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

function write(key: string, text: string | null) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Storage may be full or switched off; the text is still in the field.
  }
}

export interface Draft<Value> {
  value: Value;
  setValue: (value: Value) => void;
  /** Call when it is saved. */
  clear: () => void;
  /** Whether this is what was left from an earlier visit. */
  isRestored: boolean;
}

/**
 * What a person is writing, kept on this device until it is saved: it survives a reload, a lost connection and a new
 * sign-in. Drafts belong to one person and go when they sign out.
 */
export function useDraft<Value>(name: string, initial: Value): Draft<Value> {
  const key = `${PREFIX}:${useViewer().id}:${name}`;
  const [start] = useState(() => read<Value>(key));
  const [value, set] = useState<Value>(start ?? initial);
  const setValue = useCallback(
    (next: Value) => {
      set(next);
      write(key, JSON.stringify(next));
    },
    [key],
  );
  const clear = useCallback(() => write(key, null), [key]);
  return { value, setValue, clear, isRestored: start !== undefined };
}

/** Forgets one text that was saved without its form being open. */
export const forgetDraft = (viewerId: string, name: string): void =>
  write(`${PREFIX}:${viewerId}:${name}`, null);

/** Forgets everything this device keeps of a person's unsaved writing. */
export function forgetDrafts(viewerId: string): void {
  const mine = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}:${viewerId}:`));
  mine.forEach((key) => write(key, null));
}

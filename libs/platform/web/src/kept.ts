import { createStore, del, entries, get, set } from 'idb-keyval';

/**
 * What this device keeps in the browser's own database (IndexedDB): things that wait to be sent, and the few answers
 * that are needed without a connection. Where the browser has none, as in some private windows, they last as long as
 * the page.
 */
const hasDatabase = typeof indexedDB !== 'undefined';
const store = hasDatabase ? createStore('flipside', 'kept') : undefined;
const memory = new Map<string, unknown>();
const changes = new EventTarget();

const told = (): void => void changes.dispatchEvent(new Event('change'));

export async function keep(key: string, value: unknown): Promise<void> {
  if (store) await set(key, value, store);
  else memory.set(key, value);
  told();
}

export async function kept<Value>(key: string): Promise<Value | undefined> {
  return store ? get<Value>(key, store) : (memory.get(key) as Value | undefined);
}

/** Everything whose key begins so, by the rest of the key. */
export async function keptUnder<Value>(prefix: string): Promise<ReadonlyMap<string, Value>> {
  const all = store ? await entries<string, Value>(store) : [...memory];
  return new Map(
    all
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value as Value]),
  );
}

export async function letGo(key: string): Promise<void> {
  if (store) await del(key, store);
  else memory.delete(key);
  told();
}

export async function letGoUnder(prefix: string): Promise<void> {
  for (const rest of (await keptUnder(prefix)).keys()) await letGo(prefix + rest);
}

/** Calls back whenever this page keeps something or lets it go. Gives the way to stop. */
export function onKept(callback: () => void): () => void {
  changes.addEventListener('change', callback);
  return () => changes.removeEventListener('change', callback);
}

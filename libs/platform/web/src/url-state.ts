import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';

type UrlValues = Record<string, string | readonly string[]>;
type Writable<Defaults> = {
  [Key in keyof Defaults]: Defaults[Key] extends string ? string : readonly string[];
};

/**
 * Filters, sort, tab and open panel in the address, so that a view can be sent to a colleague. Values equal to their
 * defaults are left out. The defaults are read once.
 */
export function useUrlState<Defaults extends UrlValues>(
  defaults: Defaults,
): [
  Writable<Defaults>,
  (change: Partial<Writable<Defaults>>) => void,
  { isChanged: boolean; reset: () => void },
] {
  const [base] = useState(defaults);
  const [params, setParams] = useSearchParams();

  const values = useMemo(() => {
    const read = Object.entries(base).map(([key, preset]) => {
      if (typeof preset === 'string') return [key, params.get(key) ?? preset];
      return [key, params.has(key) ? params.getAll(key).filter(Boolean) : preset];
    });
    return Object.fromEntries(read) as Writable<Defaults>;
  }, [base, params]);

  const change = useCallback(
    (patch: Partial<Writable<Defaults>>) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [key, value] of Object.entries(patch) as [
            string,
            string | readonly string[],
          ][]) {
            next.delete(key);
            if (String(value) === String(base[key])) continue;
            if (typeof value === 'string') next.set(key, value);
            else if (value.length === 0) next.set(key, '');
            else value.forEach((each) => next.append(key, each));
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [base, setParams],
  );

  const isChanged = Object.keys(base).some((key) => params.has(key));
  const reset = useCallback(
    () => change(base as unknown as Partial<Writable<Defaults>>),
    [base, change],
  );
  return [values, change, { isChanged, reset }];
}

import { startTransition, useCallback, useMemo, useOptimistic, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

type UrlValues = Record<string, string | readonly string[]>;
type Writable<Defaults> = {
  [Key in keyof Defaults]: Defaults[Key] extends string ? string : readonly string[];
};

/**
 * Filters, sort, tab and open panel in the address, so that a view can be sent to a colleague. Values equal to their
 * defaults are left out. The defaults are read once.
 *
 * What is shown runs ahead of the address: the router renders a new address when there is time, and a text box bound
 * to the address itself would lose letters to a fast typist.
 */
export function useUrlState<Defaults extends UrlValues>(
  defaults: Defaults,
): [
  Writable<Defaults>,
  (change: Partial<Writable<Defaults>>) => void,
  { isChanged: boolean; reset: () => void },
] {
  const [base] = useState(defaults);
  const [address] = useSearchParams();
  const [params, setAhead] = useOptimistic(address);
  const navigate = useNavigate();

  const values = useMemo(() => {
    const read = Object.entries(base).map(([key, preset]) => {
      if (typeof preset === 'string') return [key, params.get(key) ?? preset];
      return [key, params.has(key) ? params.getAll(key).filter(Boolean) : preset];
    });
    return Object.fromEntries(read) as Writable<Defaults>;
  }, [base, params]);

  const change = useCallback(
    (patch: Partial<Writable<Defaults>>) => {
      const next = new URLSearchParams(params);
      for (const [key, value] of Object.entries(patch) as [string, string | readonly string[]][]) {
        next.delete(key);
        if (String(value) === String(base[key])) continue;
        if (typeof value === 'string') next.set(key, value);
        else if (value.length === 0) next.set(key, '');
        else value.forEach((each) => next.append(key, each));
      }
      startTransition(() => {
        setAhead(next);
        return navigate({ search: next.toString() }, { replace: true, preventScrollReset: true });
      });
    },
    [base, navigate, params, setAhead],
  );

  const isChanged = Object.keys(base).some((key) => params.has(key));
  const reset = useCallback(
    () => change(base as unknown as Partial<Writable<Defaults>>),
    [base, change],
  );
  return [values, change, { isChanged, reset }];
}

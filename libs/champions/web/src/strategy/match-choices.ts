import { countryName, languageName } from '@flipside/platform-web';
import type { StrategyPageQuery } from '@flipside/platform-web/gql';
import type { Priority } from './strategy-page.js';

/** What a priority may be matched with, by kind: the value that is kept, and its name. A product is free words. */
export type MatchChoices = Record<
  Exclude<Priority['kind'], 'PRODUCT'>,
  { value: string; label: string }[]
>;

const named = (values: Iterable<string>, nameOf: (value: string) => string) =>
  [...new Set(values)]
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));

/** Every language with a code of two letters, once. */
function languages(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => languageName(code) !== code);
}

/** What HR may choose from: places of the staff list, its units, and every language; whatever is chosen already stays. */
export function choicesOf({
  championStrategy,
  orgUnits,
  locations,
}: StrategyPageQuery): MatchChoices {
  const chosen = (kind: Priority['kind']) =>
    championStrategy.priorities.filter((each) => each.kind === kind).flatMap(({ match }) => match);
  const unitNames = new Map(orgUnits.map(({ unit }) => [unit.code, unit.name]));
  return {
    MARKET: named(
      [...locations.flatMap(({ country }) => country ?? []), ...chosen('MARKET')],
      countryName,
    ),
    LANGUAGE: named([...languages(), ...chosen('LANGUAGE')], languageName),
    FUNCTION: named(
      [...unitNames.keys(), ...chosen('FUNCTION')],
      (code) => unitNames.get(code) ?? code,
    ),
  };
}

/** 'Japan, India'. */
export function matchInWords({ kind, match }: Priority, choices: MatchChoices): string {
  if (kind === 'PRODUCT') return match.join(', ');
  return match
    .map((value) => choices[kind].find((each) => each.value === value)?.label ?? value)
    .join(', ');
}

export interface PriorityPlace {
  readonly id: string;
  readonly name: string;
  readonly isSite: boolean;
}

/** Where to recruit for a priority: the sites of a market, the units of a function, and for others any unit. */
export function placesOf(
  { kind, match }: Pick<Priority, 'kind' | 'match'>,
  found: Pick<StrategyPageQuery, 'orgUnits' | 'locations'> | null | undefined,
): PriorityPlace[] {
  if (kind === 'MARKET')
    return (found?.locations ?? [])
      .filter(({ country }) => country != null && match.includes(country))
      .map(({ id, name }) => ({ id, name, isSite: true }));
  return (found?.orgUnits ?? [])
    .filter(({ unit }) => kind !== 'FUNCTION' || match.includes(unit.code))
    .map(({ unit: { id, name } }) => ({ id, name, isSite: false }));
}

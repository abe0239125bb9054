import { HARD_RULE_NAMES, HARD_RULES, type HardRule, type HardRuleName } from './hard-rules.js';
import type { Facts, Prepared, PreparedChampion, PreparedExecutive } from './prepared.js';
import { CRITERION } from './criteria.js';
import type { CriterionName } from './round-rules.js';

export const bitOf = (rule: HardRuleName): number => 1 << HARD_RULE_NAMES.indexOf(rule);

/** One thing about people that rules and criteria compare, of which there are few different ones. */
interface Dimension {
  readonly keyOf: (person: PreparedExecutive | PreparedChampion) => string;
  readonly criterion: CriterionName | null;
  readonly rule: { readonly bit: number; readonly breaks: HardRule } | null;
}

const ruled = (rule: HardRuleName) => ({ bit: bitOf(rule), breaks: HARD_RULES[rule] });

export const DIMENSIONS: readonly Dimension[] = [
  { keyOf: ({ week }) => String(week), criterion: 'hours', rule: ruled('hours') },
  {
    keyOf: ({ profile: { locationId, zone } }) => `${locationId} ${zone}`,
    criterion: 'place',
    rule: null,
  },
  { keyOf: ({ profile }) => profile.functionId ?? '', criterion: 'function', rule: null },
  {
    keyOf: ({ languages }) => [...languages].sort().join(),
    criterion: 'languages',
    rule: ruled('language'),
  },
  { keyOf: ({ profile }) => String(profile.level), criterion: null, rule: ruled('level') },
];

/** Rules that one champion breaks or keeps with everybody. */
const OWN_RULES: readonly HardRuleName[] = ['available', 'capacity', 'certified'];

/** Champions whom no executive can tell apart by these dimensions, in runs of `order`. */
export interface ChampionClasses {
  readonly count: number;
  /** Columns, class by class; class n has `order[start[n]] … order[start[n + 1] − 1]`. */
  readonly order: Int32Array;
  readonly start: Int32Array;
  /** Class of each column. */
  readonly classOf: Int32Array;
  /** For each dimension the number of the value that each class has, and a champion with each value. */
  readonly codes: readonly Int32Array[];
  readonly examples: readonly (readonly PreparedChampion[])[];
  /** Rules broken with everybody, one bit each. */
  readonly masks: Int32Array;
  /** Whether they offer anything that topics and goals can be compared with. */
  readonly hasOffers: Uint8Array;
}

/** Numbers for keys, in the order in which they are first seen. */
function numbering<T>(items: readonly T[], keyOf: (item: T) => string) {
  const numbers = new Map<string, number>();
  const examples: T[] = [];
  const codes = Int32Array.from(items, (item) => {
    const key = keyOf(item);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, examples.length);
    return examples.push(item) - 1;
  });
  return { codes, examples };
}

export function classesOf({ executives, champions, facts }: Prepared): ChampionClasses {
  const dimensions = DIMENSIONS.map(({ keyOf }) => numbering(champions, keyOf));
  const anybody = executives[0];
  const masks = Int32Array.from(champions, (champion) =>
    anybody
      ? OWN_RULES.reduce(
          (mask, rule) => (HARD_RULES[rule](anybody, champion, facts) ? mask | bitOf(rule) : mask),
          champion.profile.isOptedOut ? bitOf('opt_out') : 0,
        )
      : 0,
  );
  const columns = champions.map((_, col) => col);
  const all = numbering(columns, (col) =>
    [
      ...dimensions.map(({ codes }) => codes[col]),
      masks[col],
      champions[col]?.offers.size ? 1 : 0,
    ].join(),
  );
  const count = all.examples.length;
  const start = new Int32Array(count + 1);
  for (const n of all.codes) start[n + 1] = (start[n + 1] as number) + 1;
  for (let n = 0; n < count; n++) start[n + 1] = (start[n + 1] as number) + (start[n] as number);
  const next = start.slice();
  const order = new Int32Array(champions.length);
  all.codes.forEach((n, col) => {
    order[next[n] as number] = col;
    next[n] = (next[n] as number) + 1;
  });
  const firsts = all.examples;
  return {
    count,
    order,
    start,
    classOf: all.codes,
    codes: dimensions.map(({ codes }) => Int32Array.from(firsts, (col) => codes[col] as number)),
    examples: dimensions.map(({ examples }) => examples),
    masks: Int32Array.from(firsts, (col) => masks[col] as number),
    hasOffers: Uint8Array.from(firsts, (col) => (champions[col]?.offers.size ? 1 : 0)),
  };
}

/** What an executive sees of the values of one dimension: rules broken, and values of its criterion (−1 = not known). */
export interface Sight {
  readonly masks: Int32Array;
  readonly values: Int16Array;
  /** What the values are worth, once that is known. */
  points: Int32Array | null;
}

/** So many comparisons of one dimension are kept; a company in which everybody differs compares anew. */
const MOST_KEPT = 4_000_000;

/** What executives see of one dimension, compared once for all who are alike in it. */
export class Sights {
  readonly #codes: Int32Array;
  readonly #kept: (Sight | null)[];
  readonly #isKept: boolean;

  constructor(
    private readonly dimension: Dimension,
    private readonly examples: readonly PreparedChampion[],
    private readonly executives: readonly PreparedExecutive[],
    private readonly facts: Facts,
  ) {
    const { codes, examples: kinds } = numbering(executives, dimension.keyOf);
    this.#codes = codes;
    this.#kept = new Array<null>(kinds.length).fill(null);
    this.#isKept = kinds.length * examples.length <= MOST_KEPT;
  }

  of(row: number): Sight {
    const code = this.#codes[row] as number;
    const known = this.#kept[code] ?? null;
    if (known) return known;
    const sight = this.#compare(this.executives[row] as PreparedExecutive);
    if (this.#isKept) this.#kept[code] = sight;
    return sight;
  }

  #compare(executive: PreparedExecutive): Sight {
    const { criterion, rule } = this.dimension;
    const { examples, facts } = this;
    return {
      masks: Int32Array.from(examples, (example) =>
        rule?.breaks(executive, example, facts) ? rule.bit : 0,
      ),
      values: Int16Array.from(examples, (example) =>
        criterion === null ? -1 : (CRITERION[criterion].value(executive, example, facts) ?? -1),
      ),
      points: null,
    };
  }
}

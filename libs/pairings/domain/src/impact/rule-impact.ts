import {
  HARD_RULE_NAMES,
  HARD_RULES,
  publicRules,
  type HardRule,
  type HardRuleName,
} from '../match/hard-rules.js';
import {
  prepare,
  type People,
  type Prepared,
  type PreparedChampion,
  type PreparedExecutive,
} from '../match/prepared.js';
import type { Facts } from './impact-facts.js';
import { gather, withheldGroups, type Asked } from './withheld-groups.js';

/** Rules as they may be named to others: what people chose for themselves stands under one common name. */
export const IMPACT_RULES = publicRules(HARD_RULE_NAMES);

/** The rules behind each name, as one. */
const BREAKS = new Map(
  IMPACT_RULES.map((name): [HardRuleName, HardRule] => {
    const own = HARD_RULE_NAMES.filter((rule) => publicRules([rule])[0] === name);
    return [name, (e, c, facts) => own.some((rule) => HARD_RULES[rule](e, c, facts))];
  }),
);

/** How many people of the other side each rule alone takes from one person, in the order of `IMPACT_RULES`. */
export type RuleTally = ReadonlyMap<string, readonly number[]>;

export interface RuleTallies {
  readonly executives: RuleTally;
  readonly champions: RuleTally;
}

type Tallied = ReadonlyMap<string, number[]>;

/**
 * What each rule takes from each person. Most rules look at a pattern that many people share (languages, working
 * week) or forbid only pairs that are listed somewhere (managers, ended pairings), so patterns are compared once and
 * lists are walked: thirty million pairs cost milliseconds. Every rule is still asked itself, never written anew.
 */
export function tallyRules(people: People): RuleTallies {
  const prepared = prepare(people);
  const tallies = {
    executives: empty(prepared.executives),
    champions: empty(prepared.champions),
  };
  for (const [index, [name, breaks]] of [...BREAKS].entries()) {
    const add = (executiveId: string, championId: string): void => {
      for (const counts of [
        tallies.executives.get(executiveId),
        tallies.champions.get(championId),
      ]) {
        if (counts) counts[index] = (counts[index] ?? 0) + 1;
      }
    };
    const listed = LISTED[name];
    if (listed) tallyListed(breaks, listed(prepared), prepared, add);
    else tallyPatterns(breaks, index, prepared, tallies);
  }
  return tallies;
}

const empty = (people: readonly { readonly profile: { readonly id: string } }[]): Tallied =>
  new Map(people.map(({ profile }) => [profile.id, IMPACT_RULES.map(() => 0)]));

/** Rules that can forbid listed pairs only: for each executive the champions worth asking about. */
const LISTED: Partial<
  Record<HardRuleName, (prepared: Prepared) => (executive: PreparedExecutive) => Iterable<string>>
> = {
  same_person: () => (executive) => [executive.profile.id],
  forbidden: () => (executive) => executive.forbidden,
  conflict: () => (executive) => executive.conflicts,
  recently_ended: () => (executive) => executive.endedOn.keys(),
  reporting_line: ({ champions }) => {
    const below = new Map<string, string[]>();
    for (const { profile, managers } of champions) {
      for (const manager of managers.keys()) {
        below.set(manager, [...(below.get(manager) ?? []), profile.id]);
      }
    }
    return ({ profile, managers }) =>
      new Set([...managers.keys(), ...(below.get(profile.id) ?? [])]);
  },
};

function tallyListed(
  breaks: HardRule,
  candidates: (executive: PreparedExecutive) => Iterable<string>,
  { executives, champions, facts }: Prepared,
  add: (executiveId: string, championId: string) => void,
): void {
  const byId = new Map(champions.map((champion) => [champion.profile.id, champion]));
  for (const executive of executives) {
    for (const id of candidates(executive)) {
      const champion = byId.get(id);
      if (champion && breaks(executive, champion, facts)) add(executive.profile.id, id);
    }
  }
}

/** Everything about a person that the rules without a list look at. Whoever refuses or is refused stands alone. */
const executivePattern =
  (alone: ReadonlySet<string>) =>
  ({ profile, languages, week }: PreparedExecutive): string =>
    JSON.stringify([
      profile.isOptedOut,
      profile.level,
      week,
      [...languages].sort(),
      alone.has(profile.id) ? profile.id : null,
    ]);
const championPattern =
  (alone: ReadonlySet<string>) =>
  ({ profile, languages, week }: PreparedChampion): string =>
    JSON.stringify([
      profile.isOptedOut,
      profile.takesPairings,
      profile.certifiedUntil,
      profile.capacity,
      profile.livePairings,
      profile.level,
      week,
      [...languages].sort(),
      alone.has(profile.id) ? profile.id : null,
    ]);

/** People of whom a rule knows more than a pattern: they refuse somebody, or somebody refuses them. */
const singled = (people: readonly (PreparedExecutive | PreparedChampion)[]): ReadonlySet<string> =>
  new Set(
    people.flatMap(({ profile, refuses }) => (refuses.size === 0 ? [] : [profile.id, ...refuses])),
  );

function byPattern<T>(people: readonly T[], patternOf: (person: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const person of people) {
    const pattern = patternOf(person);
    const group = groups.get(pattern);
    if (group) group.push(person);
    else groups.set(pattern, [person]);
  }
  return [...groups.values()];
}

function tallyPatterns(
  breaks: HardRule,
  index: number,
  { executives, champions, facts }: Prepared,
  tallies: { readonly executives: Tallied; readonly champions: Tallied },
): void {
  const alone = singled([...executives, ...champions]);
  const rows = byPattern(executives, executivePattern(alone));
  const columns = byPattern(champions, championPattern(alone));
  for (const row of rows) {
    for (const column of columns) {
      const [executive, champion] = [row[0], column[0]];
      if (!executive || !champion || !breaks(executive, champion, facts)) continue;
      for (const { profile } of row) raise(tallies.executives, profile.id, index, column.length);
      for (const { profile } of column) raise(tallies.champions, profile.id, index, row.length);
    }
  }
}

function raise(tally: Tallied, id: string, index: number, by: number): void {
  const counts = tally.get(id);
  if (counts) counts[index] = (counts[index] ?? 0) + by;
}

export interface RuleShare {
  readonly rule: HardRuleName;
  /** Pairs of the group's people that the rule alone takes away. */
  readonly removed: number;
  /** All pairs of the group's people. */
  readonly of: number;
}

export interface GroupRules {
  readonly group: readonly (string | null)[];
  readonly rules: readonly RuleShare[];
}

/** What each rule takes from each person, of all the people of the other side. */
export const ruleFacts = (tally: RuleTally, others: number): ReadonlyMap<HardRuleName, Facts> =>
  new Map(
    IMPACT_RULES.map((rule, index) => [
      rule,
      new Map([...tally].map(([id, counts]) => [id, [counts[index] ?? 0, others]])),
    ]),
  );

/** What share of each group every hard rule takes away: where a difference comes from. Small groups are withheld. */
export function ruleImpact(
  facts: ReadonlyMap<HardRuleName, Facts>,
  asked: Asked,
): readonly GroupRules[] {
  const byRule = [...facts].map(([rule, own]) => {
    const people = [...own.keys()].map((id) => ({ id }));
    const hidden = withheldGroups(people, asked).asked;
    const groups = [...gather(people, asked.attributes)].filter(([key]) => !hidden.has(key));
    return { rule, own, groups: new Map(groups) };
  });
  return [...(byRule[0]?.groups ?? [])]
    .filter(([key]) => byRule.every(({ groups }) => groups.has(key)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { group }]) => ({
      group,
      rules: byRule.map(({ rule, own, groups }) => {
        const inside = (groups.get(key)?.people ?? []).map(({ id }) => own.get(id) ?? [0, 0]);
        return {
          rule,
          removed: inside.reduce((sum, [removed]) => sum + removed, 0),
          of: inside.reduce((sum, [, all]) => sum + all, 0),
        };
      }),
    }));
}

import { brokenRules, namesIn, type HardRuleName } from './hard-rules.js';
import { prepare, type People, type Prepared } from './prepared.js';
import { CHAMPION_FIELDS, EXECUTIVE_FIELDS, type Pair, type Participant } from './profile.js';

/** Input that no proposal can honour. Ids concerned are named so that the caller can put it right. */
export type MatchingProblem =
  | { readonly kind: 'duplicate_id'; readonly id: string }
  /** Matching knows no such thing about people and must not be given it. */
  | { readonly kind: 'unknown_field'; readonly id: string; readonly field: string }
  | { readonly kind: 'duplicate_pin'; readonly executiveId: string }
  | ({ readonly kind: 'unknown_pin' } & Pair)
  | ({ readonly kind: 'pin_breaks_rule'; readonly rules: readonly HardRuleName[] } & Pair)
  | ({ readonly kind: 'pins_exceed_capacity' } & Pair);

type PinnedPeople = People & { readonly pins: readonly Pair[] };

export function findProblems(input: PinnedPeople, prepared: Prepared): MatchingProblem[] {
  const executives = new Map(prepared.executives.map((e) => [e.profile.id, e]));
  const champions = new Map(prepared.champions.map((c) => [c.profile.id, c]));
  const problems: MatchingProblem[] = [
    ...repeated(input.executives.map(({ id }) => id)),
    ...repeated(input.champions.map(({ id }) => id)),
  ].map((id) => ({ kind: 'duplicate_id', id }));
  problems.push(
    ...unknownFields(input.executives, EXECUTIVE_FIELDS),
    ...unknownFields(input.champions, CHAMPION_FIELDS),
  );
  for (const id of repeated(input.pins.map(({ executiveId }) => executiveId))) {
    problems.push({ kind: 'duplicate_pin', executiveId: id });
  }
  const taken = new Map<string, number>();
  for (const { executiveId, championId } of input.pins) {
    const [executive, champion] = [executives.get(executiveId), champions.get(championId)];
    if (!executive || !champion) {
      problems.push({ kind: 'unknown_pin', executiveId, championId });
      continue;
    }
    const rules = namesIn(brokenRules(executive, champion, prepared.facts));
    if (rules.length > 0) {
      problems.push({ kind: 'pin_breaks_rule', executiveId, championId, rules });
      continue;
    }
    const held = (taken.get(championId) ?? champion.profile.livePairings) + 1;
    taken.set(championId, held);
    if (held > champion.profile.capacity) {
      problems.push({ kind: 'pins_exceed_capacity', executiveId, championId });
    }
  }
  return problems;
}

/** At most one per list: whoever hands in a field hands it in for everybody. */
function unknownFields(
  people: readonly Participant[],
  known: ReadonlySet<string>,
): MatchingProblem[] {
  for (const person of people) {
    const field = Object.keys(person).find((name) => !known.has(name));
    if (field !== undefined) return [{ kind: 'unknown_field', id: person.id, field }];
  }
  return [];
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.has(id) || !seen.add(id));
}

/** Splits pins into those that still can be kept and those that a rule or a full champion now excludes. */
export function checkPins(input: PinnedPeople): {
  readonly standing: readonly Pair[];
  readonly broken: readonly Pair[];
} {
  const problems = findProblems(input, prepare(input));
  const broken = new Set(
    problems.flatMap((problem) => ('championId' in problem ? [problem.executiveId] : [])),
  );
  return {
    standing: input.pins.filter(({ executiveId }) => !broken.has(executiveId)),
    broken: input.pins.filter(({ executiveId }) => broken.has(executiveId)),
  };
}

import { ok, refuse, type Result } from '@flipside/kernel';
import { pairingRefusal, type PairingRefusal } from './pairing-refusals.js';

/** What the level rule looks at for one employed person. */
export interface LevelCandidate {
  readonly personId: string;
  /** Steps from the head of the company, who is level 1; a smaller number is more senior. */
  readonly level: number | null;
  readonly enrolment: {
    readonly source: 'level' | 'hand';
    readonly isRemoved: boolean;
  } | null;
}

export interface LevelRuleOutcome {
  readonly enrol: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Applies "everybody down to this level takes part". A decision by hand outlives the rule in both
 * directions: people added by hand stay, people removed by hand are not added again.
 */
export function applyLevelRule(
  people: readonly LevelCandidate[],
  executiveLevel: number | null,
): Result<LevelRuleOutcome, PairingRefusal> {
  if (executiveLevel === null) return refuse(pairingRefusal('NO_LEVEL_RULE'));
  const [enrol, remove]: [string[], string[]] = [[], []];
  for (const { personId, level, enrolment } of people) {
    const isAtLevel = level !== null && level <= executiveLevel;
    if (enrolment?.source === 'hand') continue;
    const takesPart = enrolment !== null && !enrolment.isRemoved;
    if (isAtLevel && !takesPart) enrol.push(personId);
    else if (!isAtLevel && takesPart) remove.push(personId);
  }
  return ok({ enrol, remove });
}

export const MOST_TOPICS = 8;
export const LONGEST_TOPIC = 60;
export const LONGEST_GOAL = 500;

export interface Goals {
  readonly goal: string;
  readonly topics: readonly string[];
}

/** Trims, drops empty and repeated topics (whatever their case), and holds the limits. */
export function readGoals(input: Goals): Result<Goals, PairingRefusal> {
  const goal = input.goal.trim();
  if (goal.length > LONGEST_GOAL) return refuse(pairingRefusal('GOAL_TOO_LONG', { field: 'goal' }));
  const topics = new Map<string, string>();
  for (const topic of input.topics.map((t) => t.trim()).filter(Boolean)) {
    if (topic.length > LONGEST_TOPIC) {
      return refuse(pairingRefusal('TOPIC_TOO_LONG', { field: 'topics' }));
    }
    const key = topic.toLowerCase();
    if (!topics.has(key)) topics.set(key, topic);
  }
  if (topics.size > MOST_TOPICS) {
    return refuse(pairingRefusal('TOO_MANY_TOPICS', { field: 'topics' }));
  }
  return ok({ goal, topics: [...topics.values()] });
}

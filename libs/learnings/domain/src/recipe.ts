import { addDays, ok, refuse, type Day, type Result } from '@flipside/kernel';
import { findSecret } from './guidance.js';
import { learningRefusals, type LearningRefusal } from './learning-refusals.js';
import type { RecipeText, RecipeTrack } from './recipe-text.js';
import { checkText } from './text-limits.js';

/** After so many days somebody looks at a recipe again: tools change faster than texts. */
export const REVIEW_AFTER_DAYS = 180;
/** So many people for whom a recipe no longer works bring it to its owner. */
export const REPORTS_UNTIL_REVIEW = 2;

export type RecipeState = 'good' | 'needs_review' | 'retired';

export interface RecipeStanding {
  readonly isRetired: boolean;
  readonly reviewBy: Day;
  /** People whose latest report about this version says that it no longer works. */
  readonly failures: number;
}

/** Whether a recipe can be relied on. A review date in the past counts as much as two failures. */
export function stateOfRecipe(recipe: RecipeStanding, today: Day): RecipeState {
  if (recipe.isRetired) return 'retired';
  const isStale = recipe.reviewBy < today || recipe.failures >= REPORTS_UNTIL_REVIEW;
  return isStale ? 'needs_review' : 'good';
}

export const nextReview = (today: Day): Day => addDays(today, REVIEW_AFTER_DAYS);

/** A recipe's text is complete, and gives nothing away: everybody can read it. */
export function checkRecipe(text: RecipeText): Result<RecipeText, LearningRefusal> {
  const title = checkText('recipeTitle', text.title, 'title');
  if (!title.ok) return title;
  const aim = checkText('recipeLine', text.aim, 'aim');
  if (!aim.ok) return aim;
  const steps = text.steps.map((step) => step.trim()).filter(Boolean);
  if (steps.length === 0) return refuse(learningRefusals.empty('steps'));
  for (const step of steps) {
    const checked = checkText('recipeLine', step, 'steps');
    if (!checked.ok) return checked;
  }
  if (!Number.isInteger(text.minutes) || text.minutes < 5 || text.minutes > 120)
    return refuse(learningRefusals.figuresOutOfRange('minutes', 'Enter 5 to 120 minutes'));
  const fields = {
    prompt: text.prompt,
    expectedResult: text.expectedResult,
    goodLooksLike: text.goodLooksLike,
  };
  for (const [field, value] of Object.entries(fields)) {
    if ([...value].length > 2000)
      return refuse(learningRefusals.tooLong(field, 2000, [...value].length));
  }
  const secret = findSecret([text.title, text.aim, ...steps, ...Object.values(fields)].join('\n'));
  if (secret) return refuse(learningRefusals.secretFound(secret, 'prompt'));
  return ok({ ...text, title: title.value, aim: aim.value, steps });
}

/** What the choice of a recipe looks at. */
export interface RecipeChoice {
  readonly id: string;
  readonly title: string;
  readonly track: RecipeTrack;
  readonly pathStep: number | null;
  readonly topics: readonly string[];
  readonly forDecisions: boolean;
  readonly state: RecipeState;
}

export interface PairingSoFar {
  /** Held sessions with a log. */
  readonly logged: number;
  readonly skipsPath: boolean;
  /** Topics of the last logs and the executive's wishes, likeliest first. */
  readonly topics: readonly string[];
  readonly goalIsDecisions: boolean;
  /** Recipes the two have used. */
  readonly used: ReadonlySet<string>;
}

export interface Suggestion {
  readonly recipeId: string;
  readonly reason: string;
}

/**
 * Up to three recipes for the next session, best first, each with its reason. New pairings walk the five steps of the
 * starter path unless they skip it; afterwards what fits the goal and the topics comes first, and what needs review
 * or was used already comes last.
 */
export function suggestRecipes(
  recipes: readonly RecipeChoice[],
  pairing: PairingSoFar,
): readonly Suggestion[] {
  const usable = recipes.filter(({ state }) => state !== 'retired');
  const step = pairing.logged + 1;
  const onPath = pairing.skipsPath ? undefined : usable.find(({ pathStep }) => pathStep === step);
  const scored = usable
    .filter(({ id, pathStep }) => id !== onPath?.id && (pathStep === null || pairing.skipsPath))
    .map((recipe) => ({ recipe, ...fitOf(recipe, pairing) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit || (one.recipe.title < other.recipe.title ? -1 : 1));
  const path = onPath ? [{ recipeId: onPath.id, reason: pathReason(step, pairing.logged) }] : [];
  return [...path, ...scored.map(({ recipe, reason }) => ({ recipeId: recipe.id, reason }))].slice(
    0,
    3,
  );
}

const pathReason = (step: number, logged: number): string =>
  logged === 0
    ? 'Step 1 of 5 of the starter path. It begins with the work, not with the tool.'
    : `Step ${step} of 5 of the starter path. You have logged ${logged} ${logged === 1 ? 'session' : 'sessions'}.`;

function fitOf(recipe: RecipeChoice, pairing: PairingSoFar): { fit: number; reason: string } {
  const place = pairing.topics.findIndex((topic) => recipe.topics.includes(topic));
  const topic = pairing.topics[place];
  const isForGoal = pairing.goalIsDecisions && recipe.forDecisions;
  const base = (isForGoal ? 40 : 0) + (topic === undefined ? 0 : 30 - Math.min(place, 20)) + 1;
  const used = pairing.used.has(recipe.id) ? 25 : 0;
  const stale = recipe.state === 'needs_review' ? 100 : 0;
  const reason = isForGoal
    ? 'Your goal is about decisions, and this one thinks a decision through.'
    : topic === undefined
      ? 'You have not tried this one yet.'
      : `Fits ${topic}, which the two of you work on.`;
  return { fit: base - used - stale, reason };
}

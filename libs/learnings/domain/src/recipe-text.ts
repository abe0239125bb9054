import type { DataClassCode } from './guidance.js';

/** What a recipe is for. The order is that of the library. */
export type RecipeTrack = 'starter' | 'executive' | 'mirror' | 'thinking' | 'leading';

/** A session plan as a coach writes it down. Times in the steps are minutes of a 30-minute session. */
export interface RecipeText {
  readonly title: string;
  readonly aim: string;
  readonly minutes: number;
  readonly dataClass: DataClassCode;
  readonly steps: readonly string[];
  readonly prompt: string;
  readonly expectedResult: string;
  readonly goodLooksLike: string;
}

export interface StarterRecipe extends RecipeText {
  readonly slug: string;
  readonly track: RecipeTrack;
  /** Place on the five-step path for new pairings. */
  readonly pathStep: number | null;
  readonly topics: readonly string[];
  readonly forDecisions: boolean;
}

/** Fills in what most recipes do without. */
export const recipe = (
  slug: string,
  track: RecipeTrack,
  text: RecipeText,
  more: Partial<Pick<StarterRecipe, 'pathStep' | 'topics' | 'forDecisions'>> = {},
): StarterRecipe => ({
  slug,
  track,
  pathStep: null,
  topics: [],
  forDecisions: false,
  ...text,
  ...more,
});

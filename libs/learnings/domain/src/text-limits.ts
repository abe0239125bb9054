import { ok, refuse, type Result } from '@flipside/kernel';
import { learningRefusals, type LearningRefusal } from './learning-refusals.js';

/** Longest text per field in characters as people count them; the form shows the same figures. */
export const TEXT_LIMITS = {
  changeLine: 280,
  nextStep: 140,
  didNotWork: 280,
  note: 4000,
  learning: 1000,
  thanks: 500,
  workflow: 120,
  source: 200,
  indicator: 120,
  task: 280,
  question: 1000,
  mirror: 2000,
  recipeTitle: 120,
  recipeLine: 600,
  storyResult: 120,
  storyBody: 2000,
  pick: 200,
} as const;

export type TextField = keyof typeof TEXT_LIMITS;

/** Emoji and accents count once: spreading walks code points, not UTF-16 units. */
const lengthOf = (text: string): number => [...text].length;

/** Text without surrounding space, or the refusal that names its field. An empty text passes. */
export function checkOptionalText(
  field: TextField,
  text: string,
  inputField: string = field,
): Result<string, LearningRefusal> {
  const trimmed = text.trim();
  const length = lengthOf(trimmed);
  return length > TEXT_LIMITS[field]
    ? refuse(learningRefusals.tooLong(inputField, TEXT_LIMITS[field], length))
    : ok(trimmed);
}

/** As {@link checkOptionalText}, and an empty text is refused too. */
export function checkText(
  field: TextField,
  text: string,
  inputField: string = field,
): Result<string, LearningRefusal> {
  if (text.trim() === '') return refuse(learningRefusals.empty(inputField));
  return checkOptionalText(field, text, inputField);
}

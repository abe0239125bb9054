import { ok, refuse, type Result } from '@flipside/kernel';
import { findSecret } from './guidance.js';
import { learningRefusals, type LearningRefusal } from './learning-refusals.js';
import { checkText } from './text-limits.js';

/** How one of the two agrees to appear: with their name, without it, or not at all. */
export const STORY_CONSENTS = ['named', 'anonymous', 'no'] as const;
export type StoryConsent = (typeof STORY_CONSENTS)[number];

export type StoryState = 'waiting' | 'shared' | 'withdrawn';

/** A story is out while both agree, and back with the two as soon as one says no, whoever wrote it. */
export function stateOfStory(
  executive: StoryConsent | null,
  champion: StoryConsent | null,
): StoryState {
  if (executive === 'no' || champion === 'no') return 'withdrawn';
  return executive === null || champion === null ? 'waiting' : 'shared';
}

export interface StoryText {
  /** What came of it, in one line; it is the headline. */
  readonly result: string;
  readonly body: string;
}

/**
 * A story leads with its result, gives nothing away, and a figure in its headline needs evidence behind it: the outcome
 * it tells of, whose grade is shown beside it.
 */
export function checkStory(
  text: StoryText,
  hasEvidence: boolean,
): Result<StoryText, LearningRefusal> {
  const result = checkText('storyResult', text.result, 'result');
  if (!result.ok) return result;
  const body = checkText('storyBody', text.body, 'body');
  if (!body.ok) return body;
  if (/\d/.test(result.value) && !hasEvidence) return refuse(learningRefusals.gradeMissing());
  const secret = findSecret(`${result.value}\n${body.value}`);
  if (secret) return refuse(learningRefusals.secretFound(secret, 'body'));
  return ok({ result: result.value, body: body.value });
}

/**
 * Whether a text names somebody by their first, last or whole name. Used where a person asks to stay unnamed; a name of
 * two letters or fewer is too often an ordinary word to decide by.
 */
export function namesPerson(text: string, name: string): boolean {
  const words = new Set(text.toLocaleLowerCase('en').match(/[\p{L}\p{M}]+/gu) ?? []);
  const parts = name.toLocaleLowerCase('en').match(/[\p{L}\p{M}]+/gu) ?? [];
  return parts.some((part) => part.length > 2 && words.has(part));
}

/** Why an executive picked a story for the week; it stands beside the story for everyone. */
export function checkPick(why: string): Result<string, LearningRefusal> {
  const checked = checkText('pick', why, 'why');
  if (!checked.ok) return checked;
  const secret = findSecret(checked.value);
  return secret ? refuse(learningRefusals.secretFound(secret, 'why')) : checked;
}

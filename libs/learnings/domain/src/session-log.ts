import { ok, refuse, type Result } from '@flipside/kernel';
import { learningRefusals, type LearningRefusal } from './learning-refusals.js';
import { checkOptionalText } from './text-limits.js';

/** Whose chair stayed empty when a session did not take place. */
export type AbsentSide = 'executive' | 'champion' | 'both';

/** How much of the time the executive worked with their own hands. */
export type HandsOn = 'none' | 'some' | 'most';

/** Most topics that one log carries: more chips than this do not fit one phone screen. */
export const MAX_TOPICS = 8;

/** How long a champion may change a log, in hours from the moment it was saved. */
export const LOG_OPEN_HOURS = 48;

/** What is said about one session, as typed or as checked. */
export interface SessionLogEntry {
  met: boolean;
  absentSide: AbsentSide | null;
  topics: readonly string[];
  onRealWork: boolean | null;
  handsOn: HandsOn | null;
  changeLine: string;
  nextStep: string;
  didNotWork: string;
}

/** Checks a log and brings it into its final form: spaces trimmed, nothing about work that did not happen. */
export function checkSessionLog(
  entry: SessionLogEntry,
  offeredTopics: readonly string[],
): Result<SessionLogEntry, LearningRefusal> {
  if (!entry.met && entry.absentSide === null) return refuse(learningRefusals.absentSideMissing());
  const topics = checkTopics(entry.met ? entry.topics : [], offeredTopics);
  if (!topics.ok) return topics;
  const changeLine = checkOptionalText('changeLine', entry.met ? entry.changeLine : '');
  if (!changeLine.ok) return changeLine;
  const nextStep = checkOptionalText('nextStep', entry.nextStep);
  if (!nextStep.ok) return nextStep;
  const didNotWork = checkOptionalText('didNotWork', entry.met ? entry.didNotWork : '');
  if (!didNotWork.ok) return didNotWork;
  return ok({
    met: entry.met,
    absentSide: entry.met ? null : entry.absentSide,
    topics: topics.value,
    onRealWork: entry.met ? entry.onRealWork : null,
    // Work that was not touched cannot have been hands-on.
    handsOn: entry.met && entry.onRealWork !== false ? entry.handsOn : null,
    changeLine: changeLine.value,
    nextStep: nextStep.value,
    didNotWork: didNotWork.value,
  });
}

/**
 * Topics come from the list the form offered and from nowhere else. HR sees the topics, so a topic typed freely
 * would be a way for words to leave the two people.
 */
function checkTopics(
  topics: readonly string[],
  offered: readonly string[],
): Result<string[], LearningRefusal> {
  const chosen = [...new Set(topics)];
  if (chosen.length > MAX_TOPICS) return refuse(learningRefusals.tooManyTopics(MAX_TOPICS));
  const unknown = chosen.find((topic) => !offered.includes(topic));
  return unknown === undefined ? ok(chosen) : refuse(learningRefusals.unknownTopic(unknown));
}

/** Whether a log saved at `loggedAt` may still be changed. The 48th hour itself is closed. */
export function isLogOpen(loggedAt: Date, now: Date): boolean {
  return now.getTime() < loggedAt.getTime() + LOG_OPEN_HOURS * 3_600_000;
}

/** Whether the two people say different things about having met. Silence is no disagreement. */
export function disagree(championSays: boolean | null, executiveSays: boolean | null): boolean {
  return championSays !== null && executiveSays !== null && championSays !== executiveSays;
}

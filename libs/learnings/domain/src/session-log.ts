import { ok, refuse, type Result } from '@flipside/kernel';
import { learningRefusals, type LearningRefusal } from './learning-refusals.js';
import { MAX_BEHAVIOURS, type Behaviour } from './behaviours.js';
import { withoutSecret } from './guidance.js';
import { checkOptionalText, type TextField } from './text-limits.js';

/** Whose chair stayed empty when a session did not take place. */
export type AbsentSide = 'executive' | 'champion' | 'both';

/** How much of the time the executive worked with their own hands. */
export type HandsOn = 'none' | 'some' | 'most';

/** How useful a session was for one of the two. Scaled for the health of a pairing (metrics G.7). */
export const USEFULNESS = { very: 1, somewhat: 0.5, little: 0 } as const;
export type Usefulness = keyof typeof USEFULNESS;

/** Most topics that one log carries: more chips than this do not fit one phone screen. */
export const MAX_TOPICS = 8;

/** How long a champion may change a log, in hours from the moment it was saved. */
export const LOG_OPEN_HOURS = 48;

/** What is said about one session, as typed or as checked. */
export interface SessionLogEntry {
  met: boolean;
  absentSide: AbsentSide | null;
  topics: readonly string[];
  /** Whether the next step of the log before is done. */
  lastStepDone: boolean | null;
  onRealWork: boolean | null;
  handsOn: HandsOn | null;
  behaviours: readonly Behaviour[];
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
  const behaviours = [...new Set(entry.met ? entry.behaviours : [])];
  if (behaviours.length > MAX_BEHAVIOURS)
    return refuse(learningRefusals.tooManyBehaviours(MAX_BEHAVIOURS));
  const changeLine = checkLine('changeLine', entry.met ? entry.changeLine : '');
  if (!changeLine.ok) return changeLine;
  const nextStep = checkLine('nextStep', entry.nextStep);
  if (!nextStep.ok) return nextStep;
  const didNotWork = checkLine('didNotWork', entry.met ? entry.didNotWork : '');
  if (!didNotWork.ok) return didNotWork;
  return ok({
    met: entry.met,
    absentSide: entry.met ? null : entry.absentSide,
    topics: topics.value,
    lastStepDone: entry.met ? entry.lastStepDone : null,
    onRealWork: entry.met ? entry.onRealWork : null,
    // Work that was not touched cannot have been hands-on.
    handsOn: entry.met && entry.onRealWork !== false ? entry.handsOn : null,
    behaviours,
    changeLine: changeLine.value,
    nextStep: nextStep.value,
    didNotWork: didNotWork.value,
  });
}

/** A line of the log, which the other one of the two reads as well. */
const checkLine = (field: TextField, text: string): Result<string, LearningRefusal> =>
  withoutSecret(checkOptionalText(field, text), field);

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

/** One thing that was said about a session, from one device at one time. */
export interface SaidOfSession extends SessionLogEntry {
  /** Unique; decides between two that were written in the same instant. */
  key: string;
  writtenAt: Date;
  /** A correction means what it leaves out: an empty field empties the log's. */
  isCorrection: boolean;
}

/**
 * The one log that several submissions make together. Each field takes what was written last about it, and silence
 * about a field erases nothing unless it is a correction. The answer depends on the set alone: the same submissions
 * in any order, any of them any number of times, give the same log. (Field by field the latest wins, which is
 * commutative, associative and idempotent.)
 *
 * Example: a phone without connection keeps “asks for three options” at 10:05; at 10:20 the laptop logs the topics
 * alone. Whichever arrives first, the log has the line and the topics.
 */
export function mergeLogs(said: readonly SaidOfSession[]): SessionLogEntry | null {
  const ordered = [...said].sort(
    (one, other) =>
      one.writtenAt.getTime() - other.writtenAt.getTime() || (one.key < other.key ? -1 : 1),
  );
  const last = ordered.at(-1);
  if (!last) return null;
  if (!last.met) {
    return { ...NOTHING_SAID, met: false, absentSide: last.absentSide, nextStep: last.nextStep };
  }
  const about = ordered.filter(({ met }) => met);
  const latest = <Field extends keyof SessionLogEntry>(
    field: Field,
    isSaid: (value: SessionLogEntry[Field]) => boolean,
  ): SessionLogEntry[Field] =>
    about.findLast((each) => each.isCorrection || isSaid(each[field]))?.[field] ??
    NOTHING_SAID[field];
  const hasWords = (text: string): boolean => text !== '';
  const hasItems = (list: readonly string[]): boolean => list.length > 0;
  const onRealWork = latest('onRealWork', (value) => value !== null);
  return {
    met: true,
    absentSide: null,
    topics: latest('topics', hasItems),
    lastStepDone: latest('lastStepDone', (value) => value !== null),
    onRealWork,
    handsOn: onRealWork === false ? null : latest('handsOn', (value) => value !== null),
    behaviours: latest('behaviours', hasItems),
    changeLine: latest('changeLine', hasWords),
    nextStep: latest('nextStep', hasWords),
    didNotWork: latest('didNotWork', hasWords),
  };
}

const NOTHING_SAID: SessionLogEntry = {
  met: true,
  absentSide: null,
  topics: [],
  lastStepDone: null,
  onRealWork: null,
  handsOn: null,
  behaviours: [],
  changeLine: '',
  nextStep: '',
  didNotWork: '',
};

/** Whether the two people say different things about having met. Silence is no disagreement. */
export function disagree(championSays: boolean | null, executiveSays: boolean | null): boolean {
  return championSays !== null && executiveSays !== null && championSays !== executiveSays;
}

import type { ObservedBehaviour, SessionUsefulness } from '@flipside/platform-web/gql';

/** What stands in the log form; kept on the device until it is saved. */
export interface LogEntry {
  met: boolean;
  absentSide: 'EXECUTIVE' | 'CHAMPION' | 'BOTH' | null;
  topics: readonly string[];
  lastStepDone: boolean | null;
  onRealWork: boolean | null;
  handsOn: 'NONE' | 'SOME' | 'MOST' | null;
  behaviours: readonly ObservedBehaviour[];
  changeLine: string;
  nextStep: string;
  didNotWork: string;
  /** The writer's own answers; they stand beside the log, and nobody else reads them. */
  usefulness: SessionUsefulness | null;
  isGoodFit: boolean | null;
  /** Made when the form opens and again after a refusal; the server saves once per key. */
  submissionKey: string;
}

/** A log as the server sends it. */
export type SavedLog = Omit<
  LogEntry,
  | 'submissionKey'
  | 'absentSide'
  | 'lastStepDone'
  | 'onRealWork'
  | 'handsOn'
  | 'behaviours'
  | 'usefulness'
  | 'isGoodFit'
> & {
  behaviours: readonly ObservedBehaviour[];
  absentSide?: LogEntry['absentSide'];
  lastStepDone?: boolean | null;
  onRealWork?: boolean | null;
  handsOn?: LogEntry['handsOn'];
};

/** Chips for the usual next steps; anything else is written in own words. */
export const NEXT_STEPS = ['Same again', 'A new task', 'The team joins'] as const;

/**
 * The form as it opens: they met, and nothing else is needed. Where a task of real work was planned, the work was real
 * until somebody says otherwise.
 */
export function emptyEntry(plannedTask: string): LogEntry {
  return {
    met: true,
    absentSide: null,
    topics: [],
    lastStepDone: null,
    onRealWork: plannedTask === '' ? null : true,
    handsOn: null,
    behaviours: [],
    changeLine: '',
    nextStep: '',
    didNotWork: '',
    usefulness: null,
    isGoodFit: null,
    submissionKey: crypto.randomUUID(),
  };
}

/** The writer's own answers to a session. */
export interface OwnAnswers {
  usefulness?: LogEntry['usefulness'];
  isGoodFit?: boolean | null;
}

export function entryOf(log: SavedLog, own: OwnAnswers): LogEntry {
  return {
    met: log.met,
    absentSide: log.absentSide ?? null,
    topics: log.topics,
    lastStepDone: log.lastStepDone ?? null,
    onRealWork: log.onRealWork ?? null,
    handsOn: log.handsOn ?? null,
    behaviours: log.behaviours,
    changeLine: log.changeLine,
    nextStep: log.nextStep,
    didNotWork: log.didNotWork,
    usefulness: own.usefulness ?? null,
    isGoodFit: own.isGoodFit ?? null,
    submissionKey: crypto.randomUUID(),
  };
}

/** The input that both mutations share. */
export function inputOf(
  sessionId: string,
  { submissionKey: _, topics, behaviours, ...entry }: LogEntry,
) {
  return { sessionId, topics: [...topics], behaviours: [...behaviours], ...entry };
}

/** Under which name what is typed is kept on the device; version 0 while nothing was saved yet. */
export const draftOfLog = (sessionId: string, version: number): string =>
  `log:${sessionId}:${version}`;

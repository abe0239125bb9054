import { addDays, type Day } from '@flipside/kernel';

/** Days after which somebody is asked whether they still do it. */
export const CHECK_DAYS = [30, 60, 90] as const;
export type CheckDay = (typeof CHECK_DAYS)[number];

/** One tap answers both questions: still doing this, and would you go back? */
export type PracticeAnswer = 'would_not_go_back' | 'could_go_back' | 'stopped';

/** So long after its day a question is still put; later it would be about another day. */
export const ASK_WITHIN_DAYS = 7;

/** Which question is due on a local day about something that was written down on another; null for none. */
export function checkDueOn(writtenOn: Day, today: Day): CheckDay | null {
  const due = CHECK_DAYS.filter((days) => {
    const on = addDays(writtenOn, days);
    return on <= today && today < addDays(on, ASK_WITHIN_DAYS);
  });
  return due[0] ?? null;
}

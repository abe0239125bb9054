import type { BadgeTone } from '@flipside/ui';

/** One word per state, as everywhere in the product. */
export const PAIRING_STATE: Readonly<Record<string, { label: string; tone: BadgeTone }>> = {
  PROPOSED: { label: 'Proposed', tone: 'accent' },
  ACCEPTED: { label: 'Accepted', tone: 'accent' },
  ACTIVE: { label: 'Active', tone: 'neutral' },
  PAUSED: { label: 'Paused', tone: 'outline' },
  COMPLETED: { label: 'Completed', tone: 'outline' },
  ENDED_EARLY: { label: 'Ended early', tone: 'outline' },
  DECLINED: { label: 'Declined', tone: 'outline' },
  EXPIRED: { label: 'Expired', tone: 'outline' },
};

export const ROUND_STATE: Readonly<Record<string, { label: string; tone: BadgeTone }>> = {
  DRAFT: { label: 'being set up', tone: 'outline' },
  PROPOSING: { label: 'proposing', tone: 'accent' },
  REVIEW: { label: 'in review', tone: 'accent' },
  HOLDING: { label: 'about to be sent', tone: 'accent' },
  PUBLISHED: { label: 'published', tone: 'neutral' },
  DISCARDED: { label: 'discarded', tone: 'outline' },
};

export const DECISION: Readonly<Record<string, { label: string; tone: BadgeTone }>> = {
  ACCEPTED: { label: 'accepted', tone: 'neutral' },
  PINNED: { label: 'kept fixed', tone: 'neutral' },
  LEFT_OPEN: { label: 'left open', tone: 'outline' },
};

export const CERTIFICATION_STATE: Readonly<Record<string, { label: string; tone: BadgeTone }>> = {
  NONE: { label: 'not certified', tone: 'outline' },
  CERTIFIED: { label: 'certified', tone: 'neutral' },
  ENDS_SOON: { label: 'ends soon', tone: 'accent' },
  ENDED: { label: 'ended', tone: 'outline' },
  WITHDRAWN: { label: 'withdrawn', tone: 'outline' },
};

export const CRITERION: Readonly<Record<string, string>> = {
  TOPICS: 'Topics',
  GOAL: 'Stated goal',
  FUNCTION: 'Function',
  HOURS: 'Working hours',
  PLACE: 'Place',
  LOAD: 'Load',
  LANGUAGES: 'Languages',
  TURN: 'Turn taking',
  WISHES: 'Wishes',
};

/** 7250 of 10,000 → "72.5". */
export const points = (value: number): string => {
  const text = (value / 100).toFixed(1);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
};

/** "every 2 weeks", "every 10 days". */
export function rhythm(cadenceDays: number): string {
  if (cadenceDays % 7 !== 0) return `every ${cadenceDays} days`;
  const weeks = cadenceDays / 7;
  return weeks === 1 ? 'every week' : `every ${weeks} weeks`;
}

export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** Every refusal of this context with its wording: what happened and what to do. */
export const SESSION_REFUSALS = {
  SLOT_TAKEN: 'That time was just taken. Choose another one.',
  NOT_FREE: 'That time is outside the working hours of one of you. Choose another one.',
  AWAY: 'One of you is away then. Choose another time.',
  RESTING: 'The champion keeps that week free of sessions. Choose another time.',
  HOLIDAY: 'That is a day off where one of you works. Choose another one.',
  CALENDAR_BUSY: 'One of you has something else in the calendar then. Choose another time.',
  TOO_SOON: 'That time is too soon. Choose a later one.',
  TOO_FAR: 'That time is more than 13 weeks away. Choose an earlier one.',
  CLOCK_CHANGE: 'The clocks go forward then, so that time does not exist. Choose another one.',
  CAP_REACHED: 'One of you already has enough sessions then. Choose another day.',
  CHAMPION_NO_ROOM:
    'The champion’s agreed hours are used up around then. Choose another time, or leave one of the others out first.',
  PAIRING_NOT_READY: 'This pairing takes no sessions now.',
  ALREADY_BOOKED: 'Your sessions are already booked.',
  ALREADY_STARTED: 'This session has already begun.',
  NOT_YET_STARTED: 'This can be recorded 10 minutes after the session begins.',
  NO_LONGER_BOOKED: 'This session is no longer booked.',
  NOTHING_TO_RECORD: 'This session was called off, so there is nothing to record.',
  OFFER_EXPIRED: 'This time was held for you and is free for others again. Choose another one.',
  OFFER_SETTLED: 'This was answered already. Look at what is booked now.',
  NOT_YOURS_TO_ANSWER: 'The other side answers this one. You will hear from them.',
  TOO_MANY_TIMES: 'Offer one to three times.',
  OFFER_WAITS:
    'Times are on offer for this session already. Wait for the answer, or take them back.',
  TALK_INSTEAD: 'You have sent times back and forth three times. A short call settles it faster.',
  NOTHING_FOLLOWS: 'No later session of this series can be moved.',
  ASK_FIRST: 'The usual hour is for the executive to change. Offer other times instead.',
  NOT_DISPUTED:
    'Nothing is left to decide: the two say the same by now, or somebody decided already.',
  OWN_DISPUTE: 'You were one of the two. Another HR lead decides about this session.',
  RECORD_STANDS: 'This was recorded more than 48 hours ago and stands.',
  SHORT_NOTICE: 'It starts in less than 24 hours. Ask the other person to move it.',
  CROSSES_NEIGHBOUR:
    'Another session of this series lies in between. Choose a time before it, or skip this one and book one more.',
  SWAP_OF_TWO: 'Only two booked sessions of the same person can change places.',
  STALE_VERSION: 'Somebody changed this session in the meantime. Look at it again.',
  TOO_LATE_TO_UNDO: 'It is too late to undo this. Move or skip the session instead.',
  BUSY: 'Somebody else is booking these people right now. Try again.',
  LINK_INVALID: 'Paste a whole address that begins with https://.',
  FEED_NEEDS_LABEL: 'Give it a name of 1 to 60 characters, such as the device it is for.',
  FEED_TOO_DETAILED: 'For somebody you look after, choose times without names.',
  FEEDS_FULL: 'You have 10 private calendars. End one you no longer use, then try again.',
  CALENDAR_ADDRESS: 'This is no address of a published calendar.',
  CALENDAR_KNOWN: 'This calendar is there already.',
  TOO_MANY_CALENDARS: 'Keep to 5 calendars. Remove one first.',
  DELEGATE_IS_SELF: 'Choose a colleague: neither yourself nor the person who is looked after.',
  DELEGATE_UNKNOWN: 'Nobody here has this address. Check it.',
  DELEGATE_EXISTS: 'This person already looks after these sessions then.',
  DELEGATION_DAYS: 'Choose a last day that is not before the first, and not in the past.',
  PLAN_OPEN: 'A quarter is being planned already. Publish or discard that plan first.',
  PLAN_START:
    'Begin today or within the next eight weeks: people’s times are not known further ahead.',
  PLAN_NOT_IN_REVIEW: 'This plan is being made, published or closed. Look at it again in a moment.',
  PLAN_CHANGED: 'Somebody changed this plan in the meantime. Look at it again.',
  PLAN_NOTHING_TO_PUBLISH:
    'No pairing has a time to publish. Look at what would help, then plan again.',
  PLAN_NOT_PUBLISHING: 'This plan is not being published, so there is nothing to stop.',
  DELEGATE_MAY_NOT: 'You look after these times, but not in this way. Ask the person you act for.',
} as const;

export type SessionRefusalCode = keyof typeof SESSION_REFUSALS;

/** Refusals that another time would settle: they come with fresh ones. */
const SETTLED_BY_ANOTHER_TIME: ReadonlySet<SessionRefusalCode> = new Set([
  'SLOT_TAKEN',
  'NOT_FREE',
  'AWAY',
  'RESTING',
  'HOLIDAY',
  'CALENDAR_BUSY',
  'TOO_SOON',
  'TOO_FAR',
  'CLOCK_CHANGE',
  'CAP_REACHED',
  'CHAMPION_NO_ROOM',
  'CROSSES_NEIGHBOUR',
  'OFFER_EXPIRED',
  'OFFER_SETTLED',
  'STALE_VERSION',
  'BUSY',
] as const);

export const asksForOtherTimes = (code: SessionRefusalCode): boolean =>
  SETTLED_BY_ANOTHER_TIME.has(code);

export interface SessionRefusal {
  readonly code: SessionRefusalCode;
  readonly message: string;
  readonly field: string | null;
}

export const sessionRefusal = (
  code: SessionRefusalCode,
  field: string | null = null,
): SessionRefusal => ({
  code,
  message: SESSION_REFUSALS[code],
  field,
});

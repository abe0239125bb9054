/** What an incoming mail was, as far as a program can tell. */
export const INBOUND_WHATS = [
  'reply',
  'counter',
  'refresh',
  'report',
  'nomination',
  'words',
  'automatic',
  'unreadable',
] as const;
export type InboundWhat = (typeof INBOUND_WHATS)[number];

/** What came of it. */
export const INBOUND_OUTCOMES = [
  'answered',
  'proposed',
  'declined',
  'restated',
  'undelivered',
  'pointed',
  'nominated',
  'asked',
  'late',
  'stranger',
  'unchecked',
  'ignored',
  'not_understood',
] as const;
export type StoredOutcome = (typeof INBOUND_OUTCOMES)[number];
/** `repeated`: the same message came before, nothing is written again. */
export type InboundOutcome = StoredOutcome | 'repeated';

export const WHAT_IN_WORDS: Readonly<Record<InboundWhat, string>> = {
  reply: 'Answer of a calendar',
  counter: 'Another time, from a calendar',
  refresh: 'A calendar asks to hear again',
  report: 'Report of a mail server',
  nomination: 'A nomination',
  words: 'Somebody’s own words',
  automatic: 'Automatic answer',
  unreadable: 'Not readable',
};

interface OutcomeWords {
  readonly label: string;
  /** Why, and what somebody can do about it. */
  readonly why: string;
  readonly isRefused: boolean;
}

export const OUTCOME_IN_WORDS: Readonly<Record<StoredOutcome, OutcomeWords>> = {
  answered: {
    label: 'Answer kept',
    why: 'Shown with the session. Nothing else changed.',
    isRefused: false,
  },
  proposed: {
    label: 'Proposed',
    why: 'The other time waits for the other person’s answer.',
    isRefused: false,
  },
  declined: {
    label: 'Other time declined',
    why: 'The sender’s calendar was told that it does not work, why, and what stands.',
    isRefused: false,
  },
  restated: {
    label: 'Said again',
    why: 'The sender was told how things stand, at the address we know.',
    isRefused: false,
  },
  undelivered: {
    label: 'Mail came back',
    why: 'The mail is marked in the outbox; HR leads were told.',
    isRefused: false,
  },
  pointed: {
    label: 'Pointed to the links',
    why: 'Nobody reads this mailbox. The sender got links that work; the words were not kept.',
    isRefused: false,
  },
  nominated: {
    label: 'Nominated',
    why: 'It stands in the queue with its source, like any other; the sender was told.',
    isRefused: false,
  },
  asked: {
    label: 'Asked to say more',
    why: 'It was not clear who is meant or why, or it could not be. The sender was told what to do.',
    isRefused: true,
  },
  late: {
    label: 'Too old',
    why: 'The session changed after this answer was written. The newer invitation asks again.',
    isRefused: true,
  },
  stranger: {
    label: 'Sender has no say here',
    why: 'The sender is nobody whom this concerns, or the session is unknown here.',
    isRefused: true,
  },
  unchecked: {
    label: 'Sender not confirmed',
    why: 'The relay did not confirm the sender. Look at its DMARC and DKIM results and at FLIPSIDE_INBOUND_AUTHORITY.',
    isRefused: true,
  },
  ignored: {
    label: 'Ignored',
    why: 'Automatic answers are not answered.',
    isRefused: true,
  },
  not_understood: {
    label: 'Not understood',
    why: 'No answer of a calendar that we can read. Nothing was changed.',
    isRefused: true,
  },
};

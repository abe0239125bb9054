const STATES = {
  QUEUED: 'Waiting',
  SENT: 'Sent',
  KEPT: 'Kept here',
  FAILED: 'Given up',
  DROPPED: 'Not sent',
} as const;

export type MailState = keyof typeof STATES;

export const mailStateInWords = (state: MailState): string => STATES[state];

export const MAIL_STATES = (Object.keys(STATES) as MailState[]).map((state) => ({
  value: state,
  label: STATES[state],
}));

/** Everything the outbox can refuse, with the sentence the administrator reads. */
const WORDING = {
  ALREADY_DONE: 'This mail is already sent or on its way. There is nothing to try again.',
  TEXT_GONE: 'A sign-in link is not kept. Ask the person to request a new one.',
  OVERTAKEN:
    'A later mail about the same sessions has left already. This older one would put the calendar back.',
  NO_MAIL_SERVER: 'No mail server is set. Set SMTP_URL, restart the server, then try again.',
} as const;

export type MailRefusalCode = keyof typeof WORDING;

export const MAIL_REFUSAL_CODES = Object.keys(WORDING) as readonly MailRefusalCode[];

export interface MailRefusal {
  readonly code: MailRefusalCode;
  readonly message: string;
}

export const mailRefusal = (code: MailRefusalCode): MailRefusal => ({
  code,
  message: WORDING[code],
});

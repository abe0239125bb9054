import type { PlainMail } from '@flipside/pairings-api';

/** What one of two is asked about what the other one wrote. No mail carries a word of it. */

export const storyMail = (told: { storyId: string; name: string }): PlainMail => ({
  kind: 'story_consent',
  dedupeKey: `story:${told.storyId}`,
  subject: `${told.name} wrote a story about the two of you`,
  paragraphs: [
    'Nobody else can read it unless you agree. You choose whether your name stands there, and you can take it back at any time.',
  ],
  button: { label: 'Read it and answer', path: '/stories' },
});

export const consentMail = (asked: {
  id: string;
  version: number;
  pairingId: string | null;
  name: string;
}): PlainMail => ({
  kind: 'learning_consent',
  dedupeKey: `learning-consent:${asked.id}:${asked.version}`,
  subject: `${asked.name} would like to share a line from your sessions`,
  paragraphs: [
    'Nobody but the two of you reads it unless you agree to the exact words. You can take it back at any time.',
  ],
  button: { label: 'Read it and answer', path: `/pairings/${asked.pairingId ?? ''}` },
});

export const confidentialMail = (messageId: string): PlainMail => ({
  kind: 'confidential',
  dedupeKey: `confidential:${messageId}`,
  subject: 'Somebody asks you something in confidence',
  paragraphs: ['The text is not in this mail. Only the two of you can read it.'],
  button: { label: 'Read and answer', path: '/guardrails/questions' },
});

/** Told once: an answer that is put into other words is read where the first one was. */
export const confidentialAnswerMail = (messageId: string): PlainMail => ({
  kind: 'confidential',
  dedupeKey: `confidential-answer:${messageId}`,
  subject: 'What you asked in confidence is answered',
  paragraphs: ['The text is not in this mail. Only the two of you can read it.'],
  button: { label: 'Read the answer', path: '/guardrails/questions' },
});

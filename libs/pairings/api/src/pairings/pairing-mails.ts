import type { Day } from '@flipside/kernel';
import type { PlainMail } from './tell-other.js';

/** What the two of a pairing are told about it. No mail says which side said no. */
type PairingMail = Omit<PlainMail, 'dedupeKey'>;

const change = (paragraphs: readonly string[]): PairingMail => ({
  kind: 'pairing_change',
  subject: 'The programme is changing some pairings',
  paragraphs,
});

export const DECLINED_MAIL = change([
  'Your proposed pairing does not go ahead. Nothing to do: the programme will propose somebody else.',
]);

export const EXPIRED_MAIL = change([
  'Your proposed pairing was not confirmed in time. Nothing to do: the programme will propose again.',
]);

export const ENDED_MAIL = change([
  'Your pairing has ended. Planned sessions are taken out of your calendar.',
]);

export const COMPLETED_MAIL: PairingMail = {
  kind: 'pairing_change',
  subject: 'Your pairing is completed',
  paragraphs: [
    'Your pairing has come to its planned end. What you noted together stays readable for you.',
  ],
};

/** To whoever wanted to look at it again on this day. */
export const cameBackMail = (pairingId: string): PairingMail => ({
  kind: 'pairing_change',
  subject: 'A proposed pairing waits for you',
  paragraphs: ['You wanted to look at this again today. Say yes or no; both are fine.'],
  button: { label: 'Look and answer', path: `/pairings/${pairingId}` },
});

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** To the other one: the answer comes later. */
export const postponedMail = (told: {
  pairingId: string;
  name: string;
  backOn: Day;
}): PairingMail => ({
  kind: 'pairing_change',
  subject: `${told.name} answers a little later`,
  paragraphs: [
    `${told.name} comes back to your proposed pairing on ${DAY.format(new Date(`${told.backOn}T00:00:00Z`))}. Nothing to do: it waits until then.`,
    'If that does not suit you, a no costs nothing and needs no reason.',
  ],
  button: { label: 'Look at the proposal', path: `/pairings/${told.pairingId}` },
});

/** Whoever said yes first learns that the other one did too. */
export const pairedMail = (told: { pairingId: string; otherName: string }): PairingMail => ({
  kind: 'paired',
  subject: `You and ${told.otherName} are paired`,
  paragraphs: [
    `You both said yes. First times that suit you both are waiting for you.`,
    'What you say to each other stays between the two of you.',
  ],
  button: { label: 'Choose a first time', path: `/pairings/${told.pairingId}` },
});

/** Somebody wrote about a proposal; the words are not in the mail. */
export const questionMail = (told: { pairingId: string; name: string }): PairingMail => ({
  kind: 'pairing_question',
  subject: `${told.name} wrote about a proposed pairing`,
  paragraphs: ['The proposal stays open meanwhile. Read it and write back on its page.'],
  button: { label: 'Read and write back', path: `/pairings/${told.pairingId}` },
});

/** To HR leads: not which of the two wished it. */
export const rotationMail = (pairingId: string): PairingMail => ({
  kind: 'rotation',
  subject: 'A term has ended: two people can be matched anew',
  paragraphs: ['They would like to meet somebody new. No reason is asked.'],
  button: { label: 'Open the pairing', path: `/pairings/${pairingId}` },
});

import { type LearningField, type ChosenAudience, readersOf } from './audience.js';

const ME = 'me';
const OTHER = 'other';

/**
 * The sentence under a field that names its readers, made from {@link readersOf} so that the words and the server
 * cannot disagree.
 *
 * @param otherName first or full name of the other person of the pairing, null when there is no pairing
 */
export function audienceSentence(
  field: LearningField,
  otherName: string | null,
  chosen: ChosenAudience = 'only_me',
): string {
  const circle = {
    writerId: ME,
    championId: ME,
    executiveId: otherName === null ? null : OTHER,
  };
  const readers = readersOf(field, circle, chosen);
  if (readers.everyone) return 'Everyone here can read this, with your name.';
  if (field === 'log.lastStepDone')
    return `${together(otherName)} see this. HR sees how many next steps were done, not which.`;
  if (field === 'answer.usefulness')
    return `${onlyMe(otherName)} It weighs in how the pairing is said to do, once both of you have answered twice.`;
  if (field === 'answer.fit')
    return `${onlyMe(otherName)} HR reads that one of the two said so, not who.`;
  if (readers.programme) {
    return `${together(otherName)} see this, and so does HR: that you met, the date, the length and the topics.`;
  }
  if (readers.people.includes(OTHER)) {
    return field.startsWith('log.')
      ? `${together(otherName)} can read this. HR sees that you met, the date and the topics, not this text.`
      : `${together(otherName)} can read this. HR cannot.`;
  }
  return onlyMe(otherName);
}

const onlyMe = (otherName: string | null): string =>
  otherName === null
    ? 'Only you can read this. Not HR.'
    : `Only you can read this. Not ${otherName}, not HR.`;

const together = (otherName: string | null): string =>
  otherName === null ? 'You' : `You and ${otherName}`;

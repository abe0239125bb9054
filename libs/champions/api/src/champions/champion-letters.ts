import type { Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import { dayInWords, type Letter, writeLetter } from '../champion-mail.js';

/** Tells a new champion from when on, and where the profile is. */
export async function writeChampionWelcome(
  tx: Tx,
  { person, startsOn }: { person: Letter['to']; startsOn: Day },
  baseUrl: string,
): Promise<void> {
  await writeLetter(tx, {
    dedupeKey: `champion-start:${person.id}:${startsOn}`,
    kind: 'champion_start',
    to: person,
    subject: `You are a champion from ${dayInWords(startsOn)}`,
    paragraphs: [
      `From ${dayInWords(startsOn)} you count as a champion: colleagues and executives can ask you for help with AI in their work.`,
      'Say what you are good at and how much time you have. You can take a break whenever you need one.',
    ],
    button: { label: 'Complete my profile', href: `${baseUrl}/champions/${person.id}` },
  });
}

/** Tells a champion that the role ends, and when. */
export async function writeChampionEnd(
  tx: Tx,
  {
    person,
    lastDay,
  }: { person: { id: string; name: string; email: string | null }; lastDay: string },
  baseUrl: string,
): Promise<void> {
  await writeLetter(tx, {
    dedupeKey: `champion-end:${person.id}:${lastDay}`,
    kind: 'champion_end',
    to: person,
    subject: `Your time as a champion ends on ${dayInWords(lastDay)}`,
    paragraphs: [
      `Your last day as a champion is ${dayInWords(lastDay)}. What you shared stays, with your name on it.`,
    ],
    button: { label: 'Open Flipside', href: `${baseUrl}/` },
  });
}

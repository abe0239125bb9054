import type { Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import { dayInWords, type Letter, writeLetter } from '../champion-mail.js';

type Addressee = Letter['to'];

/** Asks the nominee, and says who had the idea and why. */
export async function writeNomineeQuestion(
  tx: Tx,
  asked: { nominationId: string; nominee: Addressee; nominatorName: string; reason: string },
  baseUrl: string,
): Promise<void> {
  await writeLetter(tx, {
    dedupeKey: `nomination-question:${asked.nominationId}`,
    kind: 'nomination_question',
    to: asked.nominee,
    subject: `${asked.nominatorName} suggests you as an AI champion`,
    paragraphs: [
      `${asked.nominatorName} suggests you as a champion: “${asked.reason}”`,
      'A champion helps colleagues and executives use AI in real work, a few agreed hours a month. Nothing happens unless you say yes, and a no needs no reason; only the programme team sees it.',
    ],
    button: { label: 'Say yes or no', href: `${baseUrl}/nominations` },
  });
}

/** A mail could be written in somebody's name: whoever sent it hears what came of it, and can take it back. */
export async function writeNominatorReceipt(
  tx: Tx,
  done: { nominationId: string; nominator: Addressee; nomineeName: string | null; reason: string },
  baseUrl: string,
): Promise<void> {
  const { nominationId, nominator, nomineeName, reason } = done;
  await writeLetter(tx, {
    dedupeKey: `nomination-receipt:${nominationId}`,
    kind: 'nomination_by_mail',
    to: nominator,
    subject: nomineeName
      ? `Your nomination of ${nomineeName} arrived`
      : 'You put yourself forward as a champion',
    paragraphs: [
      `You wrote: “${reason}”`,
      nomineeName
        ? `${nomineeName} is asked now, and sees who had the idea and why. If this was not you, or you changed your mind, take it back.`
        : 'The programme team looks at it. If this was not you, or you changed your mind, take it back.',
    ],
    button: { label: 'See or take back my nomination', href: `${baseUrl}/nominations` },
  });
}

/** A mail that nominated nobody is answered with why, and with what to do. */
export async function writeNominationUnclear(
  tx: Tx,
  asked: { dedupeKey: string; sender: Addressee; whom: string; paragraphs: readonly string[] },
  baseUrl: string,
): Promise<void> {
  await writeLetter(tx, {
    dedupeKey: asked.dedupeKey,
    kind: 'nomination_by_mail',
    to: asked.sender,
    subject: `Your nomination${asked.whom ? ` of ${asked.whom}` : ''} needs one more thing`,
    paragraphs: [
      'Thank you for thinking of somebody. Nothing was sent to anyone yet.',
      ...asked.paragraphs,
    ],
    button: { label: 'Nominate here instead', href: `${baseUrl}/nominate` },
  });
}

/** Tells the nominee how it was decided. The programme's remarks stay with the programme. */
export async function writeNominationDecision(
  tx: Tx,
  decided: {
    nominationId: string;
    nominee: Addressee;
    startsOn: Day | null;
    /** Hours a month that the approval agreed on. */
    hours: number | null;
    /** The programme's own words for a decline. */
    letter: string | null;
  },
  baseUrl: string,
): Promise<void> {
  const { nominationId, nominee, startsOn, hours, letter } = decided;
  await writeLetter(tx, {
    dedupeKey: `nomination-decision:${nominationId}`,
    kind: 'nomination_decision',
    to: nominee,
    ...(startsOn
      ? {
          subject: `You are a champion from ${dayInWords(startsOn)}`,
          paragraphs: [
            `From ${dayInWords(startsOn)} you count as a champion${hours === null ? '' : `, for ${hours} ${hours === 1 ? 'hour' : 'hours'} a month`}. Say what you are good at and how much time you have.`,
          ],
          button: { label: 'Complete my profile', href: `${baseUrl}/champions/${nominee.id}` },
        }
      : {
          subject: 'Your nomination as a champion',
          paragraphs: letter?.split(/\n{2,}/) ?? [
            'The programme is not going ahead with this nomination now. You can put yourself forward again at any time.',
          ],
          button: { label: 'Open Flipside', href: `${baseUrl}/nominations` },
        }),
  });
}

/** Credits the person who had the idea, once it came true. */
export async function writeNominatorThanks(
  tx: Tx,
  done: { nominationId: string; nominator: Addressee; nomineeName: string; startsOn: Day },
  baseUrl: string,
): Promise<void> {
  await writeLetter(tx, {
    dedupeKey: `nomination-thanks:${done.nominationId}`,
    kind: 'nomination_thanks',
    to: done.nominator,
    subject: `${done.nomineeName} becomes a champion`,
    paragraphs: [
      `You suggested ${done.nomineeName}, who is a champion from ${dayInWords(done.startsOn)}. Thank you for seeing it.`,
    ],
    button: { label: 'Suggest somebody else', href: `${baseUrl}/nominate` },
  });
}

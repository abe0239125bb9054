import { ANSWER_DAYS, type Reason } from '@flipside/pairings-domain';
import type { Config, Tx } from '@flipside/platform-api';
import { tell, type Recipient } from '../pairings/tell-other.js';

/** One person of a pairing as the other one reads about them. */
export interface Introduced {
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  readonly locationName: string | null;
}

export interface Introduction {
  readonly to: 'executive' | 'champion';
  readonly other: Introduced;
  readonly reasons: readonly Reason[];
  readonly cadenceDays: number;
  readonly sessionMinutes: number;
}

export interface IntroductionMail {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button: string;
  readonly small: string;
}

/** "Priya Nair (Analyst, Sales, Leeds)". */
function describe({ name, title, unitName, locationName }: Introduced): string {
  const facts = [title, unitName, locationName].filter(Boolean).join(', ');
  return facts ? `${name} (${facts})` : name;
}

const rhythm = ({ cadenceDays, sessionMinutes }: Introduction): string => {
  const weeks = cadenceDays / 7;
  const every = Number.isInteger(weeks)
    ? weeks === 1
      ? 'every week'
      : `every ${weeks} weeks`
    : `every ${cadenceDays} days`;
  return `${sessionMinutes} minutes ${every}, at times that suit you both`;
};

/** About one person's other work, and whom one named: nobody reads these about the other. */
const UNSAID: ReadonlySet<Reason['criterion']> = new Set(['load', 'turn', 'wishes']);

/** The strongest reasons for it, at most three; the mail never carries what speaks against it. */
const because = (reasons: readonly Reason[]): string =>
  reasons
    .filter(({ side, criterion }) => side === 'for' && !UNSAID.has(criterion))
    .sort((a, b) => b.points - a.points)
    .slice(0, 3)
    .map(({ text }) => text)
    .join(' ');

/** The mail that introduces two people; nothing happens until the reader opens the page and answers. */
export function introductionMail(introduction: Introduction): IntroductionMail {
  const { to, other, reasons } = introduction;
  const why = because(reasons);
  const first =
    to === 'executive'
      ? `${describe(other)} is proposed as your champion: somebody who works with AI every day and shows you, on your own work.`
      : `You are proposed as champion for ${describe(other)}.`;
  return {
    subject:
      to === 'executive'
        ? `Meet ${other.name}, your champion`
        : `Coach ${other.name}? A pairing is proposed to you`,
    paragraphs: [
      first,
      ...(why ? [`Why you two: ${why}`] : []),
      `What it asks: ${rhythm(introduction)}. You can pause or end it at any time, without a reason.`,
    ],
    button: 'Look and answer',
    small: `The proposal waits ${ANSWER_DAYS} days for both answers. A no costs nothing and needs no reason.`,
  };
}

/** Writes it to one side; nothing where no address is known. */
export function writeIntroduction(
  tx: Tx,
  to: Recipient | undefined,
  { pairingId, introduced }: { pairingId: string; introduced: Introduction },
  config: Pick<Config, 'baseUrl'>,
): Promise<void> {
  const { subject, paragraphs, button, small } = introductionMail(introduced);
  return tell(
    tx,
    to,
    {
      kind: 'introduction',
      dedupeKey: `introduction:${pairingId}`,
      subject,
      paragraphs,
      button: { label: button, path: `/pairings/${pairingId}` },
      small,
    },
    config,
  );
}

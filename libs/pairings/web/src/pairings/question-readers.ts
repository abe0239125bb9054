import type { QuestionReaders } from '@flipside/platform-web/gql';

interface Sides {
  /** Null for the leads of the programme. */
  viewerSide?: string | null;
  executive: { name: string };
  champion: { name: string };
}

/** The person of the pairing who reads along, and the one who does not. */
function named({ executive, champion }: Sides, readers: QuestionReaders) {
  return readers === 'EXECUTIVE_AND_LEAD'
    ? [executive.name, champion.name]
    : [champion.name, executive.name];
}

/** To whom a text goes, as the writer says it. */
export function toWhom(pairing: Sides, readers: QuestionReaders): string {
  const { viewerSide, executive, champion } = pairing;
  if (readers === 'PAIR') return viewerSide === 'EXECUTIVE' ? champion.name : executive.name;
  if (viewerSide) return 'The lead of the programme';
  return named(pairing, readers)[0] ?? '';
}

/** Who can read it, by name. */
export function whoReads(pairing: Sides, readers: QuestionReaders): string {
  if (readers === 'PAIR') return `You and ${toWhom(pairing, readers)} can read this. HR cannot.`;
  const [reader, other] = named(pairing, readers);
  const first = pairing.viewerSide ? 'You' : reader;
  return `${first} and the leads of the programme can read this. ${other} cannot.`;
}

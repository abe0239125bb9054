import type { Day } from '@flipside/kernel';
import type { WeeklyHours } from '@flipside/people-domain';

/*
 * What matching may know about people. There is deliberately no field for a name, sex, age, birth
 * date, nationality, health, photo, rating or free text, so none of these can enter a proposal.
 */

export interface Participant {
  readonly id: string;
  /** Everybody above in the reporting line, the direct manager first. */
  readonly managerIds: readonly string[];
  /** The large unit whose work this person does; null when not known. */
  readonly functionId: string | null;
  readonly locationId: string | null;
  /** IANA zone in which `hours` are meant. */
  readonly zone: string;
  readonly hours: WeeklyHours;
  /** False when the company's usual hours stand in for hours nobody gave. */
  readonly areHoursKnown: boolean;
  /** Empty when not known. */
  readonly languages: readonly string[];
  readonly isOptedOut: boolean;
  /** Level in the company, 1 = its head; null when not known. */
  readonly level: number | null;
  /** People this person would like to be paired with, at most three count. */
  readonly wishes: readonly string[];
  /** People this person asked not to be paired with. */
  readonly refuses: readonly string[];
}

export interface ExecutiveProfile extends Participant {
  /** Topics and problems the executive wants help with. */
  readonly topics: readonly string[];
  /** Significant words of the stated goal, see `goalWords`. */
  readonly goalWords: readonly string[];
}

export interface ChampionProfile extends Participant {
  readonly skills: readonly string[];
  readonly problems: readonly string[];
  /** Most pairings at the same time. */
  readonly capacity: number;
  /** Pairings that take a place today, those outside this round included. */
  readonly livePairings: number;
  /** False while resting or when the champion takes no new pairings. */
  readonly takesPairings: boolean;
  /** Day from which the certification is no longer valid; null when there is none. */
  readonly certifiedUntil: Day | null;
  /** False when the champion had no pairing since the last cycle began. */
  readonly hadTurn: boolean;
}

const PARTICIPANT_FIELDS = [
  'id',
  'managerIds',
  'functionId',
  'locationId',
  'zone',
  'hours',
  'areHoursKnown',
  'languages',
  'isOptedOut',
  'level',
  'wishes',
  'refuses',
] as const satisfies readonly (keyof Participant)[];

/** Everything matching may be told about an executive; anything else is refused. */
export const EXECUTIVE_FIELDS: ReadonlySet<string> = new Set<keyof ExecutiveProfile>([
  ...PARTICIPANT_FIELDS,
  'topics',
  'goalWords',
]);

/** The same for champions. */
export const CHAMPION_FIELDS: ReadonlySet<string> = new Set<keyof ChampionProfile>([
  ...PARTICIPANT_FIELDS,
  'skills',
  'problems',
  'capacity',
  'livePairings',
  'takesPairings',
  'certifiedUntil',
  'hadTurn',
]);

export interface Pair {
  readonly executiveId: string;
  readonly championId: string;
}

/** A pairing that ended, was declined or expired. */
export interface EndedPair extends Pair {
  readonly endedOn: Day;
}

/** Words that say nothing about a goal. */
const EMPTY_WORDS = new Set(
  'about after also better could every from have help into just learn like make more most much need others over some than that their them then they this through want what when where which while with work would your'.split(
    ' ',
  ),
);

const WORD = /[\p{L}\p{N}]{4,}/gu;

/** The significant words of a text, lower case, each once: four letters or more, no filler. */
export function goalWords(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  return [...new Set(words)].filter((word) => !EMPTY_WORDS.has(word));
}

/** The words in what champions offer; the same few texts are offered by many. */
export class OfferedWords {
  readonly #known = new Map<string, readonly string[]>();

  of = (text: string): readonly string[] => {
    const known = this.#known.get(text) ?? text.toLowerCase().match(WORD) ?? [];
    this.#known.set(text, known);
    return known;
  };
}

/** How many wishes and refusals of one person count. */
export const MOST_WISHES = 3;

/** How topics are compared: without case and outer spaces. */
export const topicKey = (topic: string): string => topic.trim().toLowerCase();

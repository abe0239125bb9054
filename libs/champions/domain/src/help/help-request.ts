import { addDays, type Day, ok, refuse, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '../champion-refusals.js';

/** Everything that one colleague can ask of one champion; all of it counts as load. */
export const HELP_KINDS = ['help', 'demo', 'panel', 'review', 'onboarding', 'judging'] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

/** `open`: nobody fits now, the programme is to find somebody. */
export const HELP_STATES = ['open', 'asked', 'taken', 'done', 'withdrawn'] as const;
export type HelpState = (typeof HELP_STATES)[number];

export interface HelpWish {
  readonly kind: HelpKind;
  /** Words to look for in what champions offer: "forecasting". */
  readonly topic: string;
  readonly text: string;
  readonly minutes: number;
  readonly onDay: Day;
}

const LONGEST_TOPIC = 60;
const LONGEST_TEXT = 1000;
const MOST_DAYS_AHEAD = 84;

/** The request as it is stored, or the first field that cannot be so. */
export function checkHelpWish(wish: HelpWish, today: Day): Result<HelpWish, ChampionRefusal> {
  const tidy = { ...wish, topic: wish.topic.trim(), text: wish.text.trim() };
  if (tidy.topic === '' || [...tidy.topic].length > LONGEST_TOPIC) {
    return refuse(championRefusal('TOPIC_MISSING', 'topic'));
  }
  if (tidy.text === '' || [...tidy.text].length > LONGEST_TEXT) {
    return refuse(championRefusal('REQUEST_TEXT_MISSING', 'text'));
  }
  if (!Number.isInteger(tidy.minutes) || tidy.minutes < 15 || tidy.minutes > 480) {
    return refuse(championRefusal('MINUTES_OUT_OF_RANGE', 'minutes'));
  }
  if (tidy.onDay < today || tidy.onDay > addDays(today, MOST_DAYS_AHEAD)) {
    return refuse(championRefusal('DAY_OUT_OF_RANGE', 'onDay'));
  }
  return ok(tidy);
}

/** A champion who could be asked, with what speaks for them. */
export interface Askable {
  readonly championId: string;
  readonly name: string;
  /** Words of the topic that they offer. */
  readonly matches: number;
  readonly agreedMinutes: number;
  /** Asked already in the fullest four weeks around the day. */
  readonly peakMinutes: number;
}

export interface Routed {
  readonly championId: string;
  /** Says why, without anybody's hours: "Offers “forecasting” and has the most room of the 3 champions who do." */
  readonly why: string;
}

/**
 * Champions in the order in which a request goes to them: of those who offer most of the topic and have room, the one
 * whose share of agreed time would be smallest with it, then the one with less asked, then by id, so that the same
 * facts always give the same answer.
 */
export function routeTo(
  champions: readonly Askable[],
  { topic, minutes }: Pick<HelpWish, 'topic' | 'minutes'>,
): Routed[] {
  const roomy = champions.filter(
    ({ matches, agreedMinutes, peakMinutes }) =>
      matches > 0 && peakMinutes + minutes <= agreedMinutes,
  );
  const most = Math.max(0, ...roomy.map(({ matches }) => matches));
  const fitting = roomy.filter(({ matches }) => matches === most);
  const share = ({ peakMinutes, agreedMinutes }: Askable) =>
    (peakMinutes + minutes) / agreedMinutes;
  const ordered = [...fitting].sort(
    (a, b) =>
      share(a) - share(b) ||
      a.peakMinutes - b.peakMinutes ||
      (a.championId < b.championId ? -1 : 1),
  );
  return ordered.map(({ championId }, n) => ({
    championId,
    why: whyOf(topic, ordered.length - n),
  }));
}

function whyOf(topic: string, among: number): string {
  return among === 1
    ? `Offers “${topic}” and is the only champion with room who does.`
    : `Offers “${topic}” and has the most room of the ${among} champions who do.`;
}

export const OFFICE_HOUR_LIMITS = { places: 50, minutes: 240 } as const;

export interface OfficeHourWish {
  readonly topic: string;
  /** A room or a link. */
  readonly place: string;
  readonly startsAt: Date;
  readonly minutes: number;
  /** null: everybody drops in. */
  readonly places: number | null;
}

/** The office hour as it is stored, or the first field that cannot be so. */
export function checkOfficeHour(
  wish: OfficeHourWish,
  now: Date,
): Result<OfficeHourWish, ChampionRefusal> {
  const tidy = { ...wish, topic: wish.topic.trim(), place: wish.place.trim() };
  if (tidy.topic === '' || [...tidy.topic].length > LONGEST_TOPIC) {
    return refuse(championRefusal('TOPIC_MISSING', 'topic'));
  }
  if (tidy.place === '' || [...tidy.place].length > 200) {
    return refuse(championRefusal('PLACE_MISSING', 'place'));
  }
  const { minutes, places } = tidy;
  if (!Number.isInteger(minutes) || minutes < 15 || minutes > OFFICE_HOUR_LIMITS.minutes) {
    return refuse(championRefusal('MINUTES_OUT_OF_RANGE', 'minutes'));
  }
  const isPlaces = Number.isInteger(places) && Number(places) >= 1;
  if (places !== null && !(isPlaces && places <= OFFICE_HOUR_LIMITS.places)) {
    return refuse(championRefusal('PLACES_OUT_OF_RANGE', 'places'));
  }
  const latest = now.getTime() + MOST_DAYS_AHEAD * 86_400_000;
  if (tidy.startsAt <= now || tidy.startsAt.getTime() > latest) {
    return refuse(championRefusal('DAY_OUT_OF_RANGE', 'onDay'));
  }
  return ok(tidy);
}

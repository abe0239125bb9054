import { zoneAt, type TravelDays } from '@flipside/people-domain';
import { dayOf, optionInWords, type SessionOption } from '@flipside/sessions-domain';
import type { OfferedTimes, OtherTimes } from './booking.reader.js';
import type { PairingToBook, SessionOptionType, TimeOption } from './booking.type.js';
import type { PairTimes } from './pair-times.js';
import { otherClocks, wallSpan } from './session.view.js';

interface Reader {
  readonly personId: string;
  readonly timeZone: string;
}
interface ReaderOnJourneys extends Reader {
  readonly travel: readonly TravelDays[];
}

/** Where the reader's clock is at a moment: on a journey over there, also for whoever looks after somebody. */
export const readerZone = ({ timeZone, travel }: ReaderOnJourneys, at: Date): string =>
  zoneAt({ zone: timeZone, travel }, at);

/** A start as the reader's and the others' clocks show it. */
export function timeOption(
  startsAt: Date,
  minutes: number,
  people: PairTimes,
  viewer: ReaderOnJourneys,
): TimeOption {
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  const zone = readerZone(viewer, startsAt);
  return {
    startsAt,
    yourTime: wallSpan(startsAt, endsAt, zone, viewer.timeZone),
    otherTimes: otherClocks(
      startsAt,
      endsAt,
      zone,
      [people.executive, people.champion].map((each) => ({
        ...each,
        zone: zoneAt(each, startsAt),
      })),
      viewer.personId,
    ),
  };
}

export function optionView(
  { kind, pattern, reasons }: SessionOption,
  people: PairTimes,
  viewer: ReaderOnJourneys,
): SessionOptionType {
  const first = pattern.occurrences[0]?.occurrence;
  if (!first) throw new Error('An option begins with a possible date');
  const shown = timeOption(first.startsAt, pattern.minutes, people, viewer);
  return {
    id: pattern.localStart,
    kind,
    // In the reader's own clock, which for a travelling executive or a delegate may be another zone.
    label: optionInWords(`${shown.yourTime.day}T${shown.yourTime.startTime}`),
    first: shown,
    everyWeeks: pattern.intervalWeeks,
    days: pattern.occurrences.filter((each) => !each.block).map((each) => dayOf(each.local)),
    reasons: [...reasons],
  };
}

export const offerView = (
  { pairing, people, travel, options }: OfferedTimes,
  viewer: Reader,
): PairingToBook => ({
  pairingId: pairing.id,
  executive: { id: people.executive.id, name: people.executive.name },
  champion: { id: people.champion.id, name: people.champion.name },
  minutes: pairing.minutes,
  options: options.map((option) => optionView(option, people, { ...viewer, travel })),
});

export const timesView = (
  { starts, minutes, people, travel }: OtherTimes,
  viewer: Reader,
): TimeOption[] => starts.map((start) => timeOption(start, minutes, people, { ...viewer, travel }));

import { formatCalendarDay, formatTime, graphql } from '@flipside/platform-web';

/** What a person's clock shows, as the server worked it out; zones are never converted here. */
export interface ShownTime {
  zone: string;
  place: string;
  /** The place, when the reader is on a journey then. */
  elsewhere?: string | null;
  day: string;
  startTime: string;
  endTime: string;
}

export interface ShownPerson {
  id: string;
  name: string;
}

/** What every list and page shows of a session. */
export interface ShownSession {
  id: string;
  pairingId: string;
  status: string;
  statusInWords: string;
  reasonInWords?: string | null;
  isMoved: boolean;
  isDisputed: boolean;
  attentionInWords: string[];
  hasEnded: boolean;
  startsAt: string | Date;
  endsAt: string | Date;
  minutes: number;
  version: number;
  viewerSide?: string | null;
  meetingLink?: string | null;
  agenda?: string | null;
  yourTime: ShownTime;
  otherTimes: { name: string; time: ShownTime }[];
  executive: ShownPerson;
  champion: ShownPerson;
  onBehalfOf?: ShownPerson | null;
  viewerCanMove: boolean;
  viewerCanPropose: boolean;
  viewerCanSkip: boolean;
  viewerCanCancel: boolean;
  viewerCanRestore: boolean;
  viewerCanRecord: boolean;
}

graphql(`
  fragment SessionFields on Session {
    id
    pairingId
    status
    statusInWords
    reasonInWords
    isMoved
    isDisputed
    attentionInWords
    hasEnded
    startsAt
    endsAt
    minutes
    version
    viewerSide
    meetingLink
    agenda
    yourTime {
      ...WallSpanWords
    }
    otherTimes {
      name
      time {
        ...WallSpanWords
      }
    }
    executive {
      id
      name
    }
    champion {
      id
      name
    }
    onBehalfOf {
      id
      name
    }
    viewerCanMove
    viewerCanPropose
    viewerCanSkip
    viewerCanCancel
    viewerCanRestore
    viewerCanRecord
  }
`);

graphql(`
  fragment WallSpanWords on WallSpan {
    zone
    place
    elsewhere
    day
    startTime
    endTime
  }
`);

/** A time that suits both, as every list of times shows it. */
export interface ShownTimeOption {
  startsAt: string | Date;
  yourTime: ShownTime;
  otherTimes: { name: string; time: ShownTime }[];
}

graphql(`
  fragment TimeOptionFields on TimeOption {
    startsAt
    yourTime {
      ...WallSpanWords
    }
    otherTimes {
      name
      time {
        ...WallSpanWords
      }
    }
  }
`);

/** "Tue 25 Nov" */
export const dayWords = (time: ShownTime): string => formatCalendarDay(time.day);

/** "9:30–10:00", in the reader's own hour cycle; with the place on a journey. */
export function clockWords(time: ShownTime): string {
  const shown = (clock: string): string => formatTime(`${time.day}T${clock}:00Z`, 'UTC');
  const place = time.elsewhere ? ` in ${time.elsewhere}` : '';
  return `${shown(time.startTime)}–${shown(time.endTime)}${place}`;
}

/** "Tue 25 Nov, 9:30–10:00" */
export const momentOf = ({ yourTime }: { yourTime: ShownTime }): string =>
  `${dayWords(yourTime)}, ${clockWords(yourTime)}`;

/** "17:00–17:30 for Priya (Kolkata)", with the day where it is another one; people with the same clock together. */
export function otherClocks({
  yourTime,
  otherTimes,
}: Pick<ShownTimeOption, 'yourTime' | 'otherTimes'>): string[] {
  const names = new Map<string, { time: ShownTime; who: string }>();
  for (const { name, time } of otherTimes) {
    const key = `${time.zone} ${time.day}`;
    const before = names.get(key);
    names.set(key, { time, who: before ? `${before.who} and ${name}` : name });
  }
  return [...names.values()].map(({ time, who }) => {
    const day = time.day === yourTime.day ? '' : `${dayWords(time)}, `;
    return `${day}${clockWords(time)} for ${who} (${time.place})`;
  });
}

/** A time as one of the choices, known by its start or by the session that holds it. */
export const choiceOf = (
  option: ShownTimeOption,
  id = String(option.startsAt),
): { id: string; day: string; time: string; note: string | undefined } => ({
  id,
  day: dayWords(option.yourTime),
  time: clockWords(option.yourTime),
  note: otherClocks(option).join(', ') || undefined,
});

/** Whom it is with, as the reader knows it. */
export function partnerOf(session: ShownSession): string {
  if (session.viewerSide === 'EXECUTIVE') return session.champion.name;
  if (session.viewerSide === 'CHAMPION') return session.executive.name;
  return `${session.executive.name} and ${session.champion.name}`;
}

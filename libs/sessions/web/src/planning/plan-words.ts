import { formatCalendarDay, formatNumber } from '@flipside/platform-web';

export const plural = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** '4 January to 4 April', in the words of the reader's language. */
export const quarterWords = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string =>
  `${formatCalendarDay(startsOn)} to ${formatCalendarDay(endsOn)}`;

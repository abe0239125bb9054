import { formatCalendarDay, formatNumber } from '@flipside/platform-web';
import { FactList, FigureNumber, Stack, Text } from '@flipside/ui';
import type { Load } from '../directory/load-page.js';

const KIND_WORDS: Record<string, [one: string, many: string]> = {
  pairing: ['pairing', 'pairings'],
  session: ['extra session', 'extra sessions'],
  help: ['help request', 'help requests'],
  office_hour: ['office hour', 'office hours'],
  demo: ['demo', 'demos'],
  panel: ['panel', 'panels'],
  review: ['review', 'reviews'],
  onboarding: ['onboarding help', 'onboarding helps'],
  judging: ['judging', 'judgings'],
};

/** "2 pairings", "1 help request". */
export function askedKindInWords(kind: string, count: number): string {
  const [one, many] = KIND_WORDS[kind] ?? [kind, kind];
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

export const hoursInWords = (hours: number): string =>
  `${formatNumber(hours)} ${hours === 1 ? 'hour' : 'hours'}`;

/** What is asked now, against what was agreed, by kind, and whether that is more than four weeks ago. */
export function AskedNow({ load }: { load: Load }) {
  const { askedHours, kinds } = load.now;
  return (
    <Stack gap="16">
      <FigureNumber
        value={formatNumber(askedHours)}
        label={`of ${hoursInWords(load.agreedHours)} agreed`}
      />
      {kinds.length > 0 && (
        <FactList
          facts={kinds.map(({ kind, count, hours }) => ({
            label: askedKindInWords(kind, count),
            value: hoursInWords(hours),
          }))}
        />
      )}
      <Text size="sm" tone="muted">
        {trendInWords(load.now)} Any four weeks in a row count as a month; preparing and writing up
        are included.
      </Text>
    </Stack>
  );
}

function trendInWords({ askedHours, earlierHours }: Load['now']): string {
  if (askedHours === earlierHours) return 'As much as four weeks ago.';
  const more = askedHours > earlierHours;
  return `${hoursInWords(Math.abs(Math.round((askedHours - earlierHours) * 10) / 10))} ${more ? 'more' : 'less'} than four weeks ago.`;
}

/** "3 of 4 hours are asked of you. You have room for 1 hour." */
export function loadInWords({ agreedHours, champion, now }: Load): string {
  const asked = `${formatNumber(now.askedHours)} of ${hoursInWords(agreedHours)} a month ${now.askedHours === 1 ? 'is' : 'are'} asked of you.`;
  if (champion.state === 'RESTING') {
    return champion.restsUntil
      ? `You are on a break until ${formatCalendarDay(champion.restsUntil)}. ${asked}`
      : `You are on leave. ${asked}`;
  }
  const room = Math.round((agreedHours - now.askedHours) * 10) / 10;
  if (room > 0) return `${asked} You have room for ${hoursInWords(room)}.`;
  return room === 0
    ? `${asked} Nothing more is asked.`
    : `${asked} That is ${hoursInWords(-room)} more than you agreed to: nothing new is asked.`;
}

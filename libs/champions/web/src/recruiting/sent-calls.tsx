import { formatCalendarDay, formatNumber } from '@flipside/platform-web';
import type { CallAnswer } from '@flipside/platform-web/gql';
import { Stack, Text } from '@flipside/ui';
import type { CallDraft } from './recruit-sheet.js';

const ANSWERS: Record<CallAnswer, string> = { NOMINATED: 'nominated', NOT_NOW: 'not now' };

export const peopleIn = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? 'person' : 'people'}`;

/** Who was asked before, and how it was answered. */
export function SentCalls({ draft: { sent, placeName } }: { draft: CallDraft }) {
  return (
    <Stack as="ul" gap="4" className="champions-list" aria-label="Asked before">
      {sent.map((call) => (
        <li key={call.id}>
          <Text as="span" size="sm">
            {formatCalendarDay(call.createdAt.slice(0, 10))}
            {call.placeName !== placeName && `, ${call.placeName}`}:{' '}
            {call.audience === 'LINK' ? 'link handed out' : `${peopleIn(call.asked)} asked`},{' '}
            {formatNumber(call.nominated)} nominated, {formatNumber(call.notNow)} not now
            {call.audience !== 'LINK' && `, ${formatNumber(call.waiting)} not answered`}.
            {call.nominations > call.nominated &&
              ` ${formatNumber(call.nominations)} nominations answer it.`}
          </Text>
          {call.answers.length > 0 && (
            <details>
              <summary>Who answered</summary>
              <ul>
                {call.answers.map(({ name, answer }, n) => (
                  <li key={`${n} ${name}`}>
                    {name}: {answer ? ANSWERS[answer] : 'not answered'}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </Stack>
  );
}

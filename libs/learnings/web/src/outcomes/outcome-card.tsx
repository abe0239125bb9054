import { formatCalendarDay, useAction, useDates } from '@flipside/platform-web';
import { ActionNotice, Badge, Button, Card, Row, Stack, Text } from '@flipside/ui';
import { useState } from 'react';
import {
  CATEGORY_WORDS,
  CorroborateOutcomeMutation,
  GRADE_WORDS,
  hoursWords,
  netWords,
  RenewOutcomeMutation,
  SAID_WORDS,
  valueWords,
  type OutcomeShown,
} from './outcome-documents.js';
import { RestateSheet } from './outcome-sheet.js';

interface OutcomeCardProps {
  outcome: OutcomeShown;
  otherName: string;
}

/** One change in work: what it brings, until when it holds, and what the two can say about it. */
export function OutcomeCard({ outcome, otherName }: OutcomeCardProps) {
  const { monthlyHours, netHoursSoFar, claimedHours, authorName, corroboratedByName } = outcome;
  const values = valueWords(outcome);
  return (
    <Card as="article" tone="sunken">
      <Stack gap="8">
        <Row gap="8" justify="between">
          <Text weight="medium">{outcome.workflow}</Text>
          <Badge tone="outline">{GRADE_WORDS[outcome.grade]}</Badge>
        </Row>
        <Text size="sm" tone="muted">
          {CATEGORY_WORDS[outcome.category]}
          {monthlyHours != null && `, ${hoursWords(monthlyHours)}`}. Said by {authorName}
          {corroboratedByName ? `, confirmed by ${corroboratedByName}` : ''}. {endWords(outcome)}
        </Text>
        {values && <Text size="sm">{values}</Text>}
        {netHoursSoFar != null && <Text size="sm">{netWords(netHoursSoFar)}.</Text>}
        {claimedHours != null && (
          <Text size="sm">Before it was measured, the claim was: {hoursWords(claimedHours)}.</Text>
        )}
        {outcome.source && <Text size="sm">Source: {outcome.source}</Text>}
        <OutcomeActions outcome={outcome} otherName={otherName} />
        <OutcomeHistory outcome={outcome} />
      </Stack>
    </Card>
  );
}

function endWords({ endedOn, holds, validTo }: OutcomeShown): string {
  if (endedOn) return `No longer done since ${formatCalendarDay(endedOn)}.`;
  return holds
    ? `Holds until ${formatCalendarDay(validTo)}.`
    : `Ended on ${formatCalendarDay(validTo)}; nobody renewed it.`;
}

function OutcomeActions({ outcome, otherName }: OutcomeCardProps) {
  const confirm = useAction(CorroborateOutcomeMutation, { said: () => 'Confirmed.' });
  const renew = useAction(RenewOutcomeMutation, {
    said: ({ outcome: { validTo, endedOn } }) =>
      endedOn ? 'Noted. It counts up to today.' : `It holds until ${formatCalendarDay(validTo)}.`,
  });
  const [isRestating, setRestating] = useState(false);
  const { id, version, holds, canRenew, viewerCanCorroborate } = outcome;
  const say = (stillHolds: boolean) => void renew.run({ input: { id, version, stillHolds } });
  return (
    <Stack gap="8">
      <Row gap="8">
        {viewerCanCorroborate && (
          <Button
            size="small"
            isBusy={confirm.isRunning}
            onClick={() => void confirm.run({ input: { id } })}
          >
            Confirm this
          </Button>
        )}
        {canRenew && (
          <Button size="small" isBusy={renew.isRunning} onClick={() => say(true)}>
            It still holds
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={() => setRestating(true)}>
          New figures
        </Button>
        {holds && (
          <Button size="small" variant="quiet" onClick={() => say(false)}>
            We no longer do this
          </Button>
        )}
      </Row>
      <ActionNotice of={confirm} />
      <ActionNotice of={renew} />
      {isRestating && (
        <RestateSheet onClose={() => setRestating(false)} outcome={outcome} otherName={otherName} />
      )}
    </Stack>
  );
}

function OutcomeHistory({ outcome: { history } }: { outcome: OutcomeShown }) {
  const dates = useDates();
  if (history.length < 2) return null;
  return (
    <details>
      <summary>History, {history.length} entries</summary>
      <Stack gap="4">
        {history.map(({ kind, actorName, at, monthlyHours }) => (
          <Text key={`${kind} ${at}`} size="sm" tone="muted">
            {dates.day(at)}: {actorName} {SAID_WORDS[kind]}
            {monthlyHours != null && `, ${hoursWords(monthlyHours)}`}
          </Text>
        ))}
      </Stack>
    </details>
  );
}

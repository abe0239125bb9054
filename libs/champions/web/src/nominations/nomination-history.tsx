import { formatCalendarDay, useDates } from '@flipside/platform-web';
import { FactList, Section, Stack, Text } from '@flipside/ui';
import { STAGE_WORDS } from '../champion-words.js';
import { OUTCOME_LABELS } from './interview-fields.js';
import type { Nomination } from './nomination-sheet.js';
import '../champions.css';

/** What an interview left behind. */
export function InterviewRecord({ interview }: { interview: Nomination['interview'] | null }) {
  if (!interview) return null;
  const { heldOn, experience, expertise, interests, outcome, interviewerName } = interview;
  return (
    <Section title="Interview" level={3}>
      <FactList
        facts={[
          { label: 'Experience', value: experience },
          { label: 'Expertise', value: expertise },
          { label: 'Interests', value: interests },
          { label: 'Outcome', value: OUTCOME_LABELS[outcome] },
          {
            label: 'Held',
            value: [formatCalendarDay(heldOn), interviewerName].filter(Boolean).join(', '),
          },
        ]}
      />
    </Section>
  );
}

/** Every step with who took it and why. */
export function History({ nomination: { history } }: { nomination: Nomination }) {
  const dates = useDates();
  return (
    <Section title="History" level={3}>
      <Stack as="ol" gap="12" className="champions-list">
        {history.map(({ at, toStage, fromStage, actorName, reason }, index) => (
          <li key={index}>
            <Text as="span" weight="medium">
              {fromStage === toStage ? (reason ?? STAGE_WORDS[toStage]) : STAGE_WORDS[toStage]}
            </Text>{' '}
            <Text as="span" size="sm" tone="muted">
              {[dates.day(at), actorName].filter(Boolean).join(' · ')}
            </Text>
            {reason && fromStage !== toStage && <Text size="sm">{reason}</Text>}
          </li>
        ))}
      </Stack>
    </Section>
  );
}

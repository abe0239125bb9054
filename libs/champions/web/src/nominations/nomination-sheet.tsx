import { dayOfInstant } from '@flipside/kernel';
import { graphql, useAction, useDates, usePageQuery, useViewer } from '@flipside/platform-web';
import type { NominationSheetQuery, NominationStage } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  DateField,
  FactList,
  Faces,
  NumberInput,
  Section,
  Select,
  Sheet,
  SkeletonCard,
  Stack,
  Text,
  Textarea,
} from '@flipside/ui';
import { useState } from 'react';
import { emptyInterview, InterviewFields } from './interview-fields.js';
import { History, InterviewRecord } from './nomination-history.js';
import '../champions.css';
import {
  CHANNEL_WORDS,
  MANAGER_WORDS,
  MOVE_WORDS,
  SOURCE_WORDS,
  STAGE_WORDS,
} from '../champion-words.js';

const NominationSheetDocument = graphql(`
  query NominationSheet($id: ID!) {
    nomination(id: $id) {
      id
      nomineeName
      nomineeTitle
      unitName
      nominatorName
      source
      channel
      managerName
      managerAnswer
      declineDrafts {
        cause
        label
        text
      }
      interview {
        heldOn
        experience
        interests
        expertise
        outcome
        interviewerName
      }
      reason
      stage
      nomineeAnswer
      createdAt
      version
      moves {
        toStage
        needsReason
      }
      history {
        at
        fromStage
        toStage
        actorName
        reason
      }
    }
  }
`);

const MoveNomination = graphql(`
  mutation MoveNomination($input: MoveNominationArgs!) {
    moveNomination(input: $input) {
      ... on NominationPayload {
        nominationId
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

export type Nomination = NominationSheetQuery['nomination'];

interface NominationSheetProps {
  id: string;
  /** The step chosen in the list; empty = none yet. */
  to: NominationStage | '';
  onClose: () => void;
}

/** One nomination with its history, and the next step. */
export function NominationSheet({ id, to, onClose }: NominationSheetProps) {
  const page = usePageQuery(NominationSheetDocument, { variables: { id } });
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={page.data?.nomination.nomineeName ?? 'Nomination'}
      lead={page.data?.nomination.nomineeTitle}
    >
      <Faces of={page} skeleton={<SkeletonCard height={20} />}>
        {({ nomination }) => (
          <Stack gap="24">
            <Facts nomination={nomination} />
            {nomination.moves.length > 0 && (
              <MoveForm
                key={nomination.version}
                nomination={nomination}
                to={to}
                onClose={onClose}
              />
            )}
            <InterviewRecord interview={nomination.interview ?? null} />
            <History nomination={nomination} />
          </Stack>
        )}
      </Faces>
    </Sheet>
  );
}

function Facts({ nomination }: { nomination: Nomination }) {
  const dates = useDates();
  return (
    <FactList
      facts={[
        { label: 'Why', value: `“${nomination.reason}”` },
        {
          label: 'From',
          value: [
            SOURCE_WORDS[nomination.source],
            nomination.source === 'SELF' ? null : nomination.nominatorName,
          ]
            .filter(Boolean)
            .join(', '),
        },
        { label: 'Would fill', value: nomination.unitName },
        { label: 'Stage', value: STAGE_WORDS[nomination.stage] },
        {
          label: 'Nominee',
          value: answerInWords(nomination),
        },
        {
          label: 'Manager',
          value:
            nomination.managerAnswer &&
            [MANAGER_WORDS[nomination.managerAnswer], nomination.managerName]
              .filter(Boolean)
              .join(', '),
        },
        { label: 'Came in', value: CHANNEL_WORDS[nomination.channel] },
        { label: 'Made', value: dates.day(nomination.createdAt) },
      ]}
    />
  );
}

function answerInWords({ stage, nomineeAnswer }: Nomination): string {
  if (stage === 'CANDIDATE') return 'Not asked yet';
  return { YES: 'Said yes', NO: 'Said no', PENDING: 'Asked, no answer yet' }[nomineeAnswer];
}

interface MoveFormProps {
  nomination: Nomination;
  to: NominationStage | '';
  onClose: () => void;
}

function MoveForm({ nomination, to, onClose }: MoveFormProps) {
  const { moves, nomineeName } = nomination;
  const first = moves.find(({ toStage }) => toStage === to) ?? moves[0];
  const [stage, setStage] = useState<NominationStage | undefined>(first?.toStage);
  const [reason, setReason] = useState('');
  const [startsOn, setStartsOn] = useState('');
  const [capacity, setCapacity] = useState<number | string>('');
  const [hours, setHours] = useState<number | string>('');
  const { timeZone } = useViewer();
  const [interview, setInterview] = useState(() =>
    emptyInterview(dayOfInstant(new Date(), timeZone)),
  );
  const [letter, setLetter] = useState('');
  const move = useAction(MoveNomination, {
    said: () => `${nomineeName}: ${stage ? STAGE_WORDS[stage].toLowerCase() : 'moved'}.`,
    onDone: onClose,
  });
  const needsReason = moves.find(({ toStage }) => toStage === stage)?.needsReason ?? false;

  function submit() {
    if (!stage) return;
    void move.run({
      input: {
        nominationId: nomination.id,
        version: nomination.version,
        toStage: stage,
        ...(reason.trim() && { reason }),
        ...(stage === 'APPROVED' && startsOn && { startsOn }),
        ...(stage === 'APPROVED' && typeof capacity === 'number' && { capacity }),
        ...(stage === 'APPROVED' && typeof hours === 'number' && { agreedHours: hours }),
        ...(stage === 'INTERVIEWED' && { interview }),
        ...(stage === 'DECLINED' && letter.trim() && { letter }),
      },
    });
  }

  return (
    <Section title="Next step" level={3}>
      <Stack gap="16">
        {nomination.stage !== 'CANDIDATE' && nomination.nomineeAnswer !== 'YES' && (
          <Text size="sm" tone="muted">
            The nominee is asked first. Until they say yes, you can only decline.
          </Text>
        )}
        <Select
          label="Move to"
          data={moves.map(({ toStage }) => ({ value: toStage, label: MOVE_WORDS[toStage] }))}
          value={stage ?? null}
          onChange={(next) => setStage(moves.find(({ toStage }) => toStage === next)?.toStage)}
        />
        {stage === 'INTERVIEWED' && (
          <InterviewFields value={interview} onChange={setInterview} errorFor={move.errorFor} />
        )}
        <Textarea
          label={needsReason ? 'Why' : 'Remark, if any'}
          description="The programme team can read this. The nominee and the nominator cannot."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={move.errorFor('reason')}
        />
        {stage === 'APPROVED' && (
          <>
            <DateField
              label="First day as a champion"
              description="Today if left empty."
              value={startsOn}
              onChange={(event) => setStartsOn(event.currentTarget.value)}
              error={move.errorFor('startsOn')}
            />
            <NumberInput
              label="Most pairings at a time"
              description="The programme’s usual number if left empty."
              min={0}
              max={20}
              value={capacity}
              onChange={setCapacity}
              error={move.errorFor('capacity')}
            />
            <NumberInput
              label="Hours a month agreed"
              description="With the nominee and their manager. The programme’s usual hours if left empty."
              min={0}
              max={40}
              value={hours}
              onChange={setHours}
              error={move.errorFor('agreedHours')}
            />
          </>
        )}
        {stage === 'DECLINED' && nomination.stage !== 'CANDIDATE' && (
          <>
            <Select
              label="Begin with a draft"
              placeholder="Choose a cause"
              data={nomination.declineDrafts.map(({ cause, label }) => ({ value: cause, label }))}
              onChange={(cause) =>
                setLetter(
                  nomination.declineDrafts.find((draft) => draft.cause === cause)?.text ?? '',
                )
              }
            />
            <Textarea
              label="Answer to the nominee"
              description="A short usual answer if left empty."
              rows={8}
              value={letter}
              onChange={(event) => setLetter(event.currentTarget.value)}
              error={move.errorFor('letter')}
            />
          </>
        )}
        {(stage === 'APPROVED' || stage === 'DECLINED') && (
          <Text size="sm" tone="muted">
            {nomineeName} gets a mail about the decision, without your remarks.
          </Text>
        )}
        <ActionNotice of={move} />
        <div>
          <Button
            variant={stage === 'DECLINED' ? 'danger' : 'primary'}
            isBusy={move.isRunning}
            onClick={submit}
          >
            {stage ? MOVE_WORDS[stage] : 'Move'}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

import { useAction, useDates } from '@flipside/platform-web';
import {
  ActionNotice,
  AUDIENCE_NAMES,
  AudienceIcon,
  Button,
  Card,
  ChipGroup,
  IconDots,
  IconTrash,
  Menu,
  Modal,
  Row,
  Stack,
  Text,
  type Audience,
} from '@flipside/ui';
import { useState } from 'react';
import {
  ChangeLearningMutation,
  DeleteLearningMutation,
  type LearningAudience,
  type LearningShown,
  type Stage,
} from './learned-documents.js';
import { ShareSheet } from './share-sheet.js';

const STAGES: { value: Stage; label: string }[] = [
  { value: 'TRIED', label: 'Tried' },
  { value: 'KEPT', label: 'Kept' },
  { value: 'PASSED_ON', label: 'Passed on' },
];

export const MARK: Record<LearningAudience, Audience> = {
  ONLY_ME: 'ME',
  TWO_OF_US: 'PAIR',
  EVERYONE: 'EVERYONE',
};

interface LearningCardProps {
  learning: LearningShown;
  otherName: string | null;
}

/** One line of one's own list: how far it has gone, and who can read it. */
export function LearningCard({ learning, otherName }: LearningCardProps) {
  const dates = useDates();
  const [layer, setLayer] = useState<'share' | 'remove' | null>(null);
  const change = useAction(ChangeLearningMutation);
  const { id, version } = learning;
  return (
    <Card as="article">
      <Stack gap="12">
        <Text>{learning.body}</Text>
        <ChipGroup
          label="How far has it gone?"
          isLabelHidden
          options={STAGES}
          value={[learning.stage]}
          isSingle
          onChange={([stage]) => {
            if (stage) void change.run({ input: { id, stage, version } });
          }}
        />
        <ActionNotice of={change} />
        {learning.consent && <ConsentWords learning={learning} otherName={otherName} />}
        <Row gap="12" justify="between">
          <Row gap="8">
            <AudienceIcon audience={MARK[learning.audience]} />
            <Text as="span" size="sm" tone="muted">
              {AUDIENCE_NAMES[MARK[learning.audience]]} · {dates.day(learning.createdAt)}
            </Text>
          </Row>
          <Row gap="4">
            <Button size="small" variant="quiet" onClick={() => setLayer('share')}>
              Change who can read it
            </Button>
            <Menu
              trigger={
                <Button size="small" variant="quiet" aria-label="More about this line">
                  <IconDots size={16} aria-hidden />
                </Button>
              }
              entries={[
                {
                  label: 'Remove',
                  icon: <IconTrash size={16} />,
                  tone: 'danger',
                  onSelect: () => setLayer('remove'),
                },
              ]}
            />
          </Row>
        </Row>
      </Stack>
      <ShareSheet
        isOpen={layer === 'share'}
        onClose={() => setLayer(null)}
        learning={learning}
        otherName={otherName}
      />
      <RemoveModal isOpen={layer === 'remove'} onClose={() => setLayer(null)} id={id} />
    </Card>
  );
}

const CONSENT_WORDS = {
  WAITING: (name: string) => `Waits for ${name}’s yes before everyone can read it.`,
  AGREED: (name: string) => `${name} agreed to these words. Either of you can take it back.`,
  DECLINED: (name: string) => `${name} keeps this between the two of you.`,
} as const;

function ConsentWords({ learning: { consent, needsYesOf }, otherName }: LearningCardProps) {
  return (
    <Text size="sm" tone="muted">
      {consent && CONSENT_WORDS[consent](needsYesOf ?? otherName ?? 'The other person')}
    </Text>
  );
}

function RemoveModal({
  isOpen,
  onClose,
  id,
}: {
  isOpen: boolean;
  onClose: () => void;
  id: string;
}) {
  const remove = useAction(DeleteLearningMutation, {
    said: () => 'Removed everywhere.',
    onDone: onClose,
  });
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title="Remove this line?"
      lead="It goes from your list and from everywhere you shared it. This cannot be undone."
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button
            variant="danger"
            isBusy={remove.isRunning}
            onClick={() => void remove.run({ input: { id } })}
          >
            Remove it
          </Button>
        </>
      }
    >
      <ActionNotice of={remove} />
    </Modal>
  );
}

import { useAction } from '@flipside/platform-web';
import {
  ActionNotice,
  Alert,
  Button,
  ChipGroup,
  FormActions,
  Radio,
  Stack,
  Textarea,
} from '@flipside/ui';
import { useState } from 'react';
import { SetWorkingAgreementMutation, type AgreementShown } from './agreement-documents.js';

interface AgreementFormProps {
  agreement: AgreementShown;
  otherName: string;
  onDone: () => void;
}

/** Two minutes together: one outcome, what stays out, what may leave the two. Saving it is one's own yes. */
export function AgreementForm({ agreement, otherName, onDone }: AgreementFormProps) {
  const { pairingId, version, needsGoal, offeredGoals } = agreement;
  const [goal, setGoal] = useState(agreement.goalCategory?.code ?? null);
  const [worksOn, setWorksOn] = useState(agreement.worksOn);
  const [staysOut, setStaysOut] = useState(agreement.staysOut);
  const [confidentiality, setConfidentiality] = useState(agreement.confidentiality);
  const save = useAction(SetWorkingAgreementMutation, {
    said: () => `Saved. ${otherName} is asked to agree.`,
    onDone,
  });
  const note = `You and ${otherName} can read this. HR cannot.`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({
          input: { pairingId, version, goalCategory: goal, worksOn, staysOut, confidentiality },
        });
      }}
    >
      <Stack gap="16">
        {needsGoal && (
          <Alert title="Choose what you work towards before you begin">
            One tap is enough, and you can change it at any time. Reports count goals, never who
            chose them.
          </Alert>
        )}
        <ChipGroup
          label="We work towards"
          options={offeredGoals.map(({ code, name }) => ({ value: code, label: name }))}
          value={goal ? [goal] : []}
          isSingle
          onChange={([choice]) => setGoal(choice ?? null)}
        />
        <Textarea
          label="We work on (optional)"
          rows={2}
          value={worksOn}
          error={save.errorFor('worksOn')}
          audience="PAIR"
          audienceNote={note}
          onChange={(event) => setWorksOn(event.currentTarget.value)}
        />
        <Textarea
          label="Stays out (optional)"
          rows={2}
          value={staysOut}
          error={save.errorFor('staysOut')}
          audience="PAIR"
          audienceNote={note}
          onChange={(event) => setStaysOut(event.currentTarget.value)}
        />
        <Radio.Group
          label="What may leave the two of us?"
          value={confidentiality}
          onChange={(choice) => setConfidentiality(choice as typeof confidentiality)}
        >
          <Stack gap="8">
            <Radio value="TWO_OF_US" label="Nothing" />
            <Radio value="ASK_FIRST" label="What was learned, after asking the other" />
          </Stack>
        </Radio.Group>
        <ActionNotice of={save} />
        <FormActions>
          <Button type="submit" variant="primary" isBusy={save.isRunning}>
            Save and agree
          </Button>
          {version > 0 && (
            <Button variant="quiet" onClick={onDone}>
              Leave as it was
            </Button>
          )}
        </FormActions>
      </Stack>
    </form>
  );
}

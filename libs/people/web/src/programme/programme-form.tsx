import { problemsOf, type ProgrammeRules } from '@flipside/people-domain';
import { graphql, useAction } from '@flipside/platform-web';
import { ActionNotice, Button, ErrorSummary, FormActions, Stack } from '@flipside/ui';
import { useState } from 'react';
import { CoverageRules } from './coverage-rules.js';
import { ProgrammeEffectNote } from './programme-effect.js';
import { SessionRules } from './session-rules.js';
import { TakingPartRules } from './taking-part-rules.js';
import { UndoRuleChange } from './undo-rule-change.js';
import {
  fieldId,
  inputOf,
  rulesOf,
  type EditedProgramme,
  type EmploymentType,
} from './rule-fields.js';

graphql(`
  fragment ProgrammeFields on Programme {
    version
    name
    targetRatio
    smallUnitLimit
    rounding
    eligibleTypes
    countsLeave
    executiveLevel
    defaultTimeZone
    defaultHours {
      weekday
      fromMinute
      toMinute
    }
    cadenceDays
    sessionMinutes
    championCapacity
    championHours
    minNoticeHours
    smallGroupLimit
  }
`);

const ChangeProgramme = graphql(`
  mutation ChangeProgramme($input: ChangeProgrammeInput!) {
    changeProgramme(input: $input) {
      ... on ChangeProgrammePayload {
        changeId
        programme {
          ...ProgrammeFields
        }
      }
      ... on PeopleRefusal {
        message
        field
        code
      }
    }
  }
`);

export interface ProgrammeFormProps {
  programme: EditedProgramme;
  employmentTypes: readonly EmploymentType[];
}

/** All rules in one form: what changes is said while it is typed, nothing is saved before the button. */
export function ProgrammeForm({ programme, employmentTypes }: ProgrammeFormProps) {
  const [change, setChange] = useState<Partial<ProgrammeRules>>({});
  const [isChecked, setChecked] = useState(false);
  const saved = rulesOf(programme);
  const rules: ProgrammeRules = { ...saved, ...change };
  const problems = isChecked ? problemsOf(rules) : [];

  const undo = useAction(UndoRuleChange, { said: () => 'The rules are as they were.' });
  const save = useAction(ChangeProgramme, {
    said: () => 'Saved. The new rules hold from now on.',
    undo: ({ changeId }) => (changeId ? () => void undo.run({ input: { changeId } }) : undefined),
  });

  function submit() {
    setChecked(true);
    if (problemsOf(rules).length > 0) return;
    void save.run({ input: { version: programme.version, rules: inputOf(change) } });
  }

  const fields = {
    rules,
    onChange: (next: Partial<ProgrammeRules>) => setChange({ ...change, ...next }),
    errorFor: (rule: keyof ProgrammeRules) =>
      problems.find(({ field }) => field === rule)?.message ?? save.errorFor(rule),
  };

  return (
    <Stack gap="24">
      <ErrorSummary
        errors={problems.map(({ field, message }) => ({ fieldId: fieldId(field ?? ''), message }))}
      />
      <CoverageRules {...fields} employmentTypes={employmentTypes} />
      <TakingPartRules {...fields} />
      <SessionRules {...fields} />
      <ProgrammeEffectNote change={change} saved={saved} />
      <ActionNotice of={save} />
      <FormActions>
        <Button
          variant="primary"
          isBusy={save.isRunning}
          disabled={Object.keys(change).length === 0}
          onClick={submit}
        >
          Save rules
        </Button>
        {Object.keys(change).length > 0 && (
          <Button
            onClick={() => {
              setChange({});
              setChecked(false);
            }}
          >
            Drop changes
          </Button>
        )}
      </FormActions>
    </Stack>
  );
}

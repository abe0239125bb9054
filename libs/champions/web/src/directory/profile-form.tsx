import { checkProfile } from '@flipside/champions-domain';
import { graphql, useAction, useDraft } from '@flipside/platform-web';
import type { ChampionPageQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  ErrorSummary,
  FormActions,
  NumberInput,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@flipside/ui';
import { useState } from 'react';
import { entriesOf } from '../champion-words.js';

const ChangeProfile = graphql(`
  mutation ChangeChampionProfile($input: ChangeChampionProfileArgs!) {
    changeChampionProfile(input: $input) {
      ... on ChampionPayload {
        champion {
          personId
          about
          skills
          problems
          tools
          capacity
          agreedHours
          wantedHours
          takesNewPairings
          profileConfirmedOn
          version
        }
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

type Champion = ChampionPageQuery['champion'];

interface Written {
  about: string;
  skills: string;
  problems: string;
  tools: string;
  capacity: number | string;
  agreedHours: number | string;
  takesNewPairings: boolean;
}

const LISTS = [
  {
    field: 'skills',
    label: 'Good at',
    hint: 'For example: month-end close, forecasting. Separate by commas.',
  },
  {
    field: 'problems',
    label: 'Likes to help with',
    hint: 'Problems of colleagues you enjoy solving. Separate by commas.',
  },
  { field: 'tools', label: 'Tools', hint: 'Separate by commas.' },
] as const;

/** A champion's own profile. What is written stays on this device until it is saved. */
export function ProfileForm({ champion, onClose }: { champion: Champion; onClose: () => void }) {
  const draft = useDraft<Written>(`champion-profile:${champion.version}`, {
    about: champion.about,
    skills: champion.skills.join(', '),
    problems: champion.problems.join(', '),
    tools: champion.tools.join(', '),
    capacity: champion.capacity ?? '',
    agreedHours: champion.wantedHours ?? champion.agreedHours ?? '',
    takesNewPairings: champion.takesNewPairings,
  });
  const [problem, setProblem] = useState<{ field: string | null; message: string }>();
  const save = useAction(ChangeProfile, {
    said: ({ champion: { agreedHours, wantedHours } }) =>
      wantedHours == null
        ? 'Saved. Everyone here sees it.'
        : `Saved. The programme is asked about ${wantedHours} hours a month; until then it stays at ${agreedHours ?? 0}.`,
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  const written = draft.value;
  const change = (part: Partial<Written>) => draft.setValue({ ...written, ...part });
  const errorFor = (field: string) =>
    problem?.field === field ? problem.message : save.errorFor(field);

  function submit() {
    const profile = {
      about: written.about,
      skills: entriesOf(written.skills),
      problems: entriesOf(written.problems),
      tools: entriesOf(written.tools),
      capacity: Number(written.capacity),
      agreedHours: Number(written.agreedHours),
      takesNewPairings: written.takesNewPairings,
    };
    const checked = checkProfile(profile);
    setProblem(checked.ok ? undefined : checked.refusal);
    if (checked.ok) void save.run({ input: { version: champion.version, ...profile } });
  }

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="24">
        {problem?.field && (
          <ErrorSummary
            errors={[{ fieldId: `profile-${problem.field}`, message: problem.message }]}
          />
        )}
        <Textarea
          id="profile-about"
          label="About me"
          rows={4}
          value={written.about}
          onChange={(event) => change({ about: event.currentTarget.value })}
          error={errorFor('about')}
          audience="EVERYONE"
        />
        {LISTS.map(({ field, label, hint }) => (
          <TextInput
            key={field}
            id={`profile-${field}`}
            label={label}
            description={hint}
            value={written[field]}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
            error={errorFor(field)}
            audience="EVERYONE"
          />
        ))}
        <NumberInput
          id="profile-capacity"
          label="Most pairings at a time"
          description="0 for none. You and the programme see this."
          min={0}
          max={20}
          value={written.capacity}
          onChange={(capacity) => change({ capacity })}
          error={errorFor('capacity')}
        />
        <NumberInput
          id="profile-agreedHours"
          label="Hours a month agreed with my manager"
          description="You and the programme see this. Less counts at once; more than was approved waits for the programme’s yes."
          min={0}
          max={40}
          step={0.5}
          value={written.agreedHours}
          onChange={(agreedHours) => change({ agreedHours })}
          error={errorFor('agreedHours')}
        />
        <Switch
          label="I take new pairings"
          checked={written.takesNewPairings}
          onChange={(event) => change({ takesNewPairings: event.currentTarget.checked })}
        />
        <ActionNotice of={save} />
        <FormActions>
          <Button variant="primary" type="submit" isBusy={save.isRunning} onClick={submit}>
            Save my profile
          </Button>
          <Button onClick={onClose}>Close</Button>
        </FormActions>
      </Stack>
    </form>
  );
}

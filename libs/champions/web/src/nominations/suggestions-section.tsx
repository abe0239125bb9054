import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  DataTable,
  PersonName,
  Section,
  Stack,
  Switch,
  Textarea,
} from '@flipside/ui';
import { useState } from 'react';
import { OnboardingKit } from './onboarding-kit.js';
import '../champions.css';

const Suggested = graphql(`
  query CandidateSuggestions {
    candidateSuggestions {
      personId
      name
      title
      unitName
      why
    }
    recruitingRules {
      asksManagers
      termMonths
      welcome
    }
  }
`);

const TakeSuggestion = graphql(`
  mutation TakeSuggestion($input: TakeSuggestionArgs!) {
    takeSuggestion(input: $input) {
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

const SetRules = graphql(`
  mutation SetRecruitingRules($input: SetRecruitingRulesArgs!) {
    setRecruitingRules(input: $input) {
      ... on RecruitingRules {
        asksManagers
        welcome
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** People whose own doings speak for them, and whether managers are asked. Nobody is told by looking. */
export function SuggestionsSection() {
  const { data } = usePageQuery(Suggested);
  const take = useAction(TakeSuggestion, {
    said: () => 'A candidate now. They hear nothing until you ask them.',
  });
  const set = useAction(SetRules, { said: () => 'Saved.' });
  if (!data) return null;
  const { candidateSuggestions: people, recruitingRules: rules } = data;
  return (
    <Stack gap="24">
      <Section title="How it goes here">
        <Stack gap="16">
          <Switch
            label="Managers are asked before an approval"
            description="Switched off, they are informed once the nominee has said yes."
            checked={rules.asksManagers}
            onChange={(event) =>
              void set.run({ input: { asksManagers: event.currentTarget.checked } })
            }
          />
          <details className="champions-details">
            <summary>What new champions find on their home page</summary>
            <Stack gap="16">
              <Welcome
                key={rules.welcome}
                welcome={rules.welcome}
                onSave={(welcome) => void set.run({ input: { welcome } })}
              />
              <OnboardingKit />
            </Stack>
          </details>
          <ActionNotice of={set} />
        </Stack>
      </Section>
      {people.length > 0 && (
        <Section title="Who could be asked">
          <Stack gap="12">
            <ActionNotice of={take} />
            <DataTable
              caption="Suggested by what they did"
              rows={people}
              rowKey={({ personId }) => personId}
              columns={[
                {
                  id: 'name',
                  header: 'Colleague',
                  isRowHeader: true,
                  cell: ({ name, title }) => <PersonName name={name} note={title} />,
                },
                {
                  id: 'unit',
                  header: 'Would fill',
                  phone: 'line',
                  cell: ({ unitName }) => unitName ?? '',
                },
                { id: 'why', header: 'Why', phone: 'line', cell: ({ why }) => why },
                {
                  id: 'action',
                  header: 'Action',
                  isHeaderHidden: true,
                  align: 'end',
                  cell: ({ personId, name }) => (
                    <Button
                      size="small"
                      aria-label={`Make a candidate: ${name}`}
                      onClick={() => void take.run({ input: { personId } })}
                    >
                      Make a candidate
                    </Button>
                  ),
                },
              ]}
            />
          </Stack>
        </Section>
      )}
    </Stack>
  );
}

/** What new champions read above their first steps. */
function Welcome({ welcome, onSave }: { welcome: string; onSave: (welcome: string) => void }) {
  const [written, setWritten] = useState(welcome);
  return (
    <Stack gap="8">
      <Textarea
        label="What new champions read first"
        description="For 30 days, above the first steps. Up to 1,000 characters; empty for nothing."
        rows={3}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      {written.trim() !== welcome && (
        <div>
          <Button onClick={() => onSave(written.trim())}>Save these words</Button>
        </div>
      )}
    </Stack>
  );
}

import { useAction, useDates, usePageQuery, useUrlState } from '@flipside/platform-web';
import type { GuardrailsFieldsFragment } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  Card,
  Columns,
  DataTable,
  Faces,
  LinkButton,
  Page,
  Row,
  Section,
  SkeletonCard,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { DATA_CLASS_NAMES } from '../recipes/recipe-documents.js';
import { AcknowledgeMutation, GuardrailsQuery } from './guidance-documents.js';
import { GuardrailsForm } from './guardrails-form.js';

export type GuardrailsShown = GuardrailsFieldsFragment;

/** What may go into AI here, with which tools, and whom to ask. */
export function GuardrailsPage() {
  const page = usePageQuery(GuardrailsQuery);
  const [{ edit }, setState] = useUrlState({ edit: '' });
  return (
    <Page
      title="Guardrails"
      lead="What may go into AI here, with which tools, and whom to ask when you are not sure."
      {...(page.data?.guardrails.viewerCanChange &&
        !edit && { actions: <Button onClick={() => setState({ edit: '1' })}>Change them</Button> })}
    >
      <Faces of={page} skeleton={<SkeletonCard height={24} />}>
        {({ guardrails }) =>
          edit ? (
            <GuardrailsForm guardrails={guardrails} onDone={() => setState({ edit: '' })} />
          ) : (
            <Read guardrails={guardrails} />
          )
        }
      </Faces>
    </Page>
  );
}

const TOOL_COLUMNS: Column<GuardrailsShown['tools'][number]>[] = [
  { id: 'name', header: 'Tool', isRowHeader: true, cell: ({ name }) => name },
  {
    id: 'class',
    header: 'Up to',
    phone: 'bar',
    cell: ({ highestClass }) => `${DATA_CLASS_NAMES[highestClass]} material`,
  },
  { id: 'purpose', header: 'Good for', cell: ({ purpose }) => purpose },
];

function Read({ guardrails }: { guardrails: GuardrailsShown }) {
  const { dos, donts, rules, tools, ownerName, trustName } = guardrails;
  return (
    <Stack gap="32">
      <Columns min="16rem" gap="24">
        <Section title="Do">
          <List items={dos} />
        </Section>
        <Section title="Do not">
          <List items={donts} />
        </Section>
      </Columns>
      <Section title="Four classes of material">
        <Columns gap="12" min="20rem">
          {rules.map(({ dataClass, rule }) => (
            <Card key={dataClass} level={3} title={DATA_CLASS_NAMES[dataClass]}>
              <Text>{rule}</Text>
            </Card>
          ))}
        </Columns>
      </Section>
      <Section title="Approved tools">
        {tools.length > 0 ? (
          <DataTable
            caption="Approved tools"
            columns={TOOL_COLUMNS}
            rows={tools}
            rowKey={({ id }) => id}
          />
        ) : (
          <Text tone="muted">None is named yet. Until then, use what your company gave you.</Text>
        )}
      </Section>
      <Section title="Not sure?">
        <Stack gap="12">
          <Text>
            {ownerName
              ? `${ownerName} answers boundary questions. Nobody else can read them.`
              : 'Nobody is named for boundary questions yet.'}
            {trustName && ` ${trustName} is the person of trust for concerns.`}
          </Text>
          <Row gap="8">
            <LinkButton to="/guardrails/questions">Ask in confidence</LinkButton>
          </Row>
        </Stack>
      </Section>
      <Acknowledge guardrails={guardrails} />
    </Stack>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <Stack as="ul" gap="8">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </Stack>
  );
}

function Acknowledge({ guardrails: { version, viewerReadAt } }: { guardrails: GuardrailsShown }) {
  const dates = useDates();
  const acknowledge = useAction(AcknowledgeMutation, { said: () => 'Noted. Thank you.' });
  if (viewerReadAt) {
    return (
      <Text tone="muted">
        You read version {version} on {dates.day(viewerReadAt)}. You are asked again when they
        change.
      </Text>
    );
  }
  return (
    <Stack gap="12">
      <ActionNotice of={acknowledge} />
      <div>
        <Button
          variant="primary"
          isBusy={acknowledge.isRunning}
          onClick={() => void acknowledge.run({})}
        >
          I read them and keep to them
        </Button>
      </div>
    </Stack>
  );
}

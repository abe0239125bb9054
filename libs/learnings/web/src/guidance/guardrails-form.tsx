import { useAction, useDraft } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  Card,
  Columns,
  FormActions,
  Section,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@flipside/ui';
import { DATA_CLASS_NAMES } from '../recipes/recipe-documents.js';
import { ChangeGuardrailsMutation } from './guidance-documents.js';
import type { GuardrailsShown } from './guardrails-page.js';
import { PersonField } from './person-field.js';

type Tool = Pick<GuardrailsShown['tools'][number], 'id' | 'name' | 'purpose' | 'highestClass'>;
type DataClass = Tool['highestClass'];

interface Fields {
  dos: string;
  donts: string;
  rules: Record<string, string>;
  tools: Tool[];
  ownerId: string | null;
  trustId: string | null;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

interface GuardrailsFormProps {
  guardrails: GuardrailsShown;
  onDone: () => void;
}

/** HR's own words for the guardrails. A change asks everybody to read them again. */
export function GuardrailsForm({ guardrails, onDone }: GuardrailsFormProps) {
  const { version } = guardrails;
  const draft = useDraft<Fields>(`guardrails:${version}`, {
    dos: guardrails.dos.join('\n'),
    donts: guardrails.donts.join('\n'),
    rules: Object.fromEntries(guardrails.rules.map(({ dataClass, rule }) => [dataClass, rule])),
    tools: guardrails.tools.map(({ id, name, purpose, highestClass }) => ({
      id,
      name,
      purpose,
      highestClass,
    })),
    ownerId: guardrails.ownerId ?? null,
    trustId: guardrails.trustId ?? null,
  });
  const fields = draft.value;
  const set = (change: Partial<Fields>) => draft.setValue({ ...fields, ...change });
  const save = useAction(ChangeGuardrailsMutation, {
    said: () => 'Saved. Everybody is asked to read them again.',
    onDone: () => {
      draft.clear();
      onDone();
    },
  });
  function submit() {
    void save.run({
      input: {
        version,
        dos: lines(fields.dos),
        donts: lines(fields.donts),
        rules: Object.entries(fields.rules).map(([dataClass, rule]) => ({
          dataClass: dataClass as DataClass,
          rule,
        })),
        tools: fields.tools.filter(({ name }) => name.trim() !== ''),
        ownerId: fields.ownerId,
        trustId: fields.trustId,
      },
    });
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="24">
        <Textarea
          label="Do, one a line"
          rows={6}
          value={fields.dos}
          error={save.errorFor('dos')}
          audience="EVERYONE"
          onChange={(event) => set({ dos: event.currentTarget.value })}
        />
        <Textarea
          label="Do not, one a line"
          rows={5}
          value={fields.donts}
          error={save.errorFor('donts')}
          audience="EVERYONE"
          onChange={(event) => set({ donts: event.currentTarget.value })}
        />
        {guardrails.rules.map(({ dataClass }) => (
          <Textarea
            key={dataClass}
            label={`Rule for ${DATA_CLASS_NAMES[dataClass].toLowerCase()} material`}
            rows={2}
            value={fields.rules[dataClass] ?? ''}
            error={save.errorFor('rules')}
            audience="EVERYONE"
            onChange={(event) =>
              set({ rules: { ...fields.rules, [dataClass]: event.currentTarget.value } })
            }
          />
        ))}
        <ToolsField tools={fields.tools} onChange={(tools) => set({ tools })} />
        <Columns min="16rem" gap="16">
          <PersonField
            label="Answers boundary questions"
            current={guardrails.ownerName ?? null}
            value={fields.ownerId}
            onChange={(ownerId) => set({ ownerId })}
          />
          <PersonField
            label="Person of trust"
            current={guardrails.trustName ?? null}
            value={fields.trustId}
            onChange={(trustId) => set({ trustId })}
          />
        </Columns>
        <ActionNotice of={save} />
        <FormActions>
          <Button type="submit" variant="primary" isBusy={save.isRunning}>
            Save the guardrails
          </Button>
          <Button variant="quiet" onClick={onDone}>
            Leave as they were
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}

const CLASSES = Object.entries(DATA_CLASS_NAMES).map(([value, label]) => ({ value, label }));

function ToolsField({ tools, onChange }: { tools: Tool[]; onChange: (tools: Tool[]) => void }) {
  const change = (id: string, part: Partial<Tool>) =>
    onChange(tools.map((tool) => (tool.id === id ? { ...tool, ...part } : tool)));
  const fresh = (): Tool => ({
    id: crypto.randomUUID(),
    name: '',
    purpose: '',
    highestClass: 'INTERNAL',
  });
  return (
    <Section title="Approved tools">
      <Stack gap="12">
        {tools.map((tool, place) => (
          <Card key={tool.id} tone="sunken">
            <Columns min="10rem" gap="12">
              <TextInput
                label={`Tool ${place + 1}`}
                value={tool.name}
                audience="EVERYONE"
                onChange={(event) => change(tool.id, { name: event.currentTarget.value })}
              />
              <TextInput
                label={`Good for (tool ${place + 1})`}
                value={tool.purpose}
                audience="EVERYONE"
                onChange={(event) => change(tool.id, { purpose: event.currentTarget.value })}
              />
              <Select
                label={`Up to (tool ${place + 1})`}
                data={CLASSES}
                value={tool.highestClass}
                allowDeselect={false}
                onChange={(value) => value && change(tool.id, { highestClass: value as DataClass })}
              />
              <Button
                variant="quiet"
                aria-label={`Remove ${tool.name || `tool ${place + 1}`}`}
                onClick={() => onChange(tools.filter(({ id }) => id !== tool.id))}
              >
                Remove
              </Button>
            </Columns>
          </Card>
        ))}
        <div>
          <Button onClick={() => onChange([...tools, fresh()])}>Add a tool</Button>
        </div>
      </Stack>
    </Section>
  );
}

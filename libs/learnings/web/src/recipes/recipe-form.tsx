import { useAction, useDraft, useNavigate } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  Columns,
  FormActions,
  NumberInput,
  Page,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@flipside/ui';
import {
  DATA_CLASS_NAMES,
  SaveRecipeMutation,
  TRACKS,
  type RecipeShown,
} from './recipe-documents.js';

interface Fields {
  id: string;
  version: number;
  track: RecipeShown['track'];
  topics: string;
  title: string;
  aim: string;
  minutes: number;
  dataClass: RecipeShown['latest']['dataClass'];
  steps: string;
  prompt: string;
  expectedResult: string;
  goodLooksLike: string;
}

const blank = (): Fields => ({
  id: crypto.randomUUID(),
  version: 0,
  track: 'EXECUTIVE',
  topics: '',
  title: '',
  aim: '',
  minutes: 30,
  dataClass: 'INTERNAL',
  steps: '',
  prompt: '',
  expectedResult: '',
  goodLooksLike: '',
});

const fieldsOf = ({ id, track, topics, latest }: RecipeShown): Fields => ({
  ...latest,
  id,
  track,
  topics: topics.join(', '),
  steps: latest.steps.join('\n'),
});

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Adds a recipe. */
export function NewRecipePage() {
  const navigate = useNavigate();
  return (
    <Page title="Add a recipe" breadcrumb={[{ label: 'Recipes', to: '/recipes' }]} width="reading">
      <RecipeForm onDone={(id) => void navigate(id ? `/recipes/${id}` : '/recipes')} />
    </Page>
  );
}

interface RecipeFormProps {
  recipe?: RecipeShown;
  onDone: (id?: string) => void;
}

export function RecipeForm({ recipe, onDone }: RecipeFormProps) {
  const draft = useDraft<Fields>(
    recipe ? `recipe:${recipe.id}:${recipe.latest.version}` : 'recipe:new',
    recipe ? fieldsOf(recipe) : blank(),
  );
  const save = useAction(SaveRecipeMutation, {
    said: () => 'Saved. Everybody here can read it.',
    onDone: ({ recipe: { id } }) => {
      draft.clear();
      onDone(id);
    },
  });
  const fields = draft.value;
  const set = (change: Partial<Fields>) => draft.setValue({ ...fields, ...change });
  const text = (field: keyof Fields, label: string, rows: number) => (
    <Textarea
      label={label}
      rows={rows}
      value={String(fields[field])}
      error={save.errorFor(field)}
      audience="EVERYONE"
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  function submit() {
    const { topics, steps, id, version, track, title, aim, minutes, dataClass } = fields;
    const { prompt, expectedResult, goodLooksLike } = fields;
    void save.run({
      input: {
        ...{
          id,
          version,
          track,
          title,
          aim,
          minutes,
          dataClass,
          prompt,
          expectedResult,
          goodLooksLike,
        },
        topics: topics
          .split(',')
          .map((topic) => topic.trim())
          .filter(Boolean),
        steps: steps
          .split('\n')
          .map((step) => step.trim())
          .filter(Boolean),
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
      <Stack gap="16">
        <TextInput
          label="Title"
          value={fields.title}
          error={save.errorFor('title')}
          audience="EVERYONE"
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        {text('aim', 'What the session is for', 2)}
        <Columns min="10rem" gap="16">
          <Select
            label="Kind"
            data={options(TRACKS)}
            value={fields.track}
            allowDeselect={false}
            onChange={(track) => track && set({ track: track as Fields['track'] })}
          />
          <Select
            label="Material"
            data={options(DATA_CLASS_NAMES)}
            value={fields.dataClass}
            allowDeselect={false}
            onChange={(dataClass) =>
              dataClass && set({ dataClass: dataClass as Fields['dataClass'] })
            }
          />
          <NumberInput
            label="Minutes"
            value={fields.minutes}
            min={5}
            max={120}
            error={save.errorFor('minutes')}
            onChange={(minutes) => set({ minutes: Number(minutes) })}
          />
        </Columns>
        {text('steps', 'Steps, one a line, each with its minutes', 8)}
        {text('prompt', 'Words to start with', 5)}
        {text('expectedResult', 'What there is at the end', 2)}
        {text('goodLooksLike', 'How one sees that it went well', 2)}
        <TextInput
          label="Topics, separated by commas"
          value={fields.topics}
          audience="EVERYONE"
          onChange={(event) => set({ topics: event.currentTarget.value })}
        />
        <ActionNotice of={save} />
        <FormActions>
          <Button type="submit" variant="primary" isBusy={save.isRunning}>
            Save the recipe
          </Button>
          <Button variant="quiet" onClick={() => onDone(recipe?.id)}>
            Leave as it was
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}

import { useState } from 'react';
import {
  downloadCsv,
  formatNumber,
  graphql,
  postFile,
  RequestFailed,
  useAction,
  useDates,
} from '@flipside/platform-web';
import type { ImpactGroupsFragment } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Alert,
  Button,
  DataTable,
  FileButton,
  FormActions,
  IconUpload,
  NumberInput,
  Row,
  Section,
  Stack,
  Text,
  useToast,
  type Column,
} from '@flipside/ui';
import { plural } from '../pairing-words.js';

graphql(`
  fragment ImpactGroups on ImpactOverview {
    smallestGroup
    attributes {
      id
      name
      people
      loadedAt
      loadedBy {
        id
        name
      }
    }
    readings {
      id
      what
      roundName
      at
      actor {
        id
        name
      }
    }
  }
`);

const RemoveAttribute = graphql(`
  mutation RemoveImpactAttribute($input: RemoveAttributeInput!) {
    removeImpactAttribute(input: $input) {
      ... on ImpactPayload {
        overview {
          ...ImpactGroups
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

const SetSmallestGroup = graphql(`
  mutation SetSmallestGroup($input: SetSmallestGroupInput!) {
    setSmallestGroup(input: $input) {
      ... on ImpactPayload {
        overview {
          ...ImpactGroups
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

interface Loaded {
  attributes: string[];
  people: number;
  unknownRows: number;
}

export const downloadLabelSample = (): void =>
  downloadCsv(
    'sample-groups.csv',
    ['E-mail', 'Working time', 'Site type'],
    [
      ['ada@example.com', 'full-time', 'office'],
      ['mei@example.com', 'part-time', 'plant'],
      ['jonas@example.com', 'full-time', ''],
    ],
  );

/** Loads a file of group labels; says what was found in it. */
export function LoadGroups({ onLoaded }: { onLoaded: () => void }) {
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const toast = useToast();
  async function send(file: File | null) {
    if (!file || isSending) return;
    setFailure(null);
    setSending(true);
    try {
      const { attributes, people, unknownRows } = await postFile<Loaded>('/impact/labels', file);
      const passed =
        unknownRows > 0 ? ` ${plural(unknownRows, 'row names', 'rows name')} nobody known.` : '';
      toast({
        text: `${attributes.join(' and ')} loaded for ${plural(people, 'person', 'people')}.${passed}`,
      });
      onLoaded();
    } catch (error) {
      setFailure(
        (error instanceof RequestFailed && error.message) ||
          'The file did not arrive. Check your connection, then choose it again.',
      );
    } finally {
      setSending(false);
    }
  }
  return (
    <Stack gap="12">
      {failure && (
        <Alert tone="danger" title="This file was not loaded">
          {failure}
        </Alert>
      )}
      <Row gap="12">
        <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => void send(file)}>
          {(props) => (
            <Button
              {...props}
              variant="primary"
              icon={<IconUpload size={18} aria-hidden />}
              isBusy={isSending}
            >
              Load groups
            </Button>
          )}
        </FileButton>
        <Button onClick={downloadLabelSample}>Sample file</Button>
      </Row>
    </Stack>
  );
}

interface GroupsSectionProps {
  overview: ImpactGroupsFragment;
  onChanged: () => void;
}

/** What is loaded, how small a group may be, and who looked. */
export function GroupsSection({ overview, onChanged }: GroupsSectionProps) {
  const { attributes, smallestGroup, readings } = overview;
  const dates = useDates();
  const remove = useAction(RemoveAttribute, { said: () => 'Deleted with all its labels.' });
  const columns: Column<(typeof attributes)[number]>[] = [
    { id: 'name', header: 'Groups', isRowHeader: true, cell: ({ name }) => name },
    { id: 'people', header: 'People', align: 'end', cell: ({ people }) => formatNumber(people) },
    {
      id: 'loaded',
      header: 'Loaded',
      cell: ({ loadedAt, loadedBy }) =>
        `${dates.day(loadedAt)}${loadedBy ? `, by ${loadedBy.name}` : ''}`,
    },
    {
      id: 'delete',
      header: 'Delete',
      isHeaderHidden: true,
      phone: 'aside',
      cell: ({ id, name }) => (
        <Button
          size="small"
          variant="quiet"
          aria-label={`Delete ${name}`}
          onClick={() => void remove.run({ input: { attributeId: id } })}
        >
          Delete
        </Button>
      ),
    },
  ];
  const readingColumns: Column<(typeof readings)[number]>[] = [
    { id: 'who', header: 'Who', isRowHeader: true, cell: ({ actor }) => actor?.name ?? 'Left' },
    {
      id: 'what',
      header: 'What',
      cell: ({ what, roundName }) => (roundName ? `${what}, ${roundName}` : what),
    },
    { id: 'when', header: 'When', cell: ({ at }) => dates.moment(at) },
  ];
  return (
    <>
      <Section
        title="Groups"
        lead="A file with one row for each person: who it is, then one column for each kind of group. Loading a kind again replaces it, but for rounds that were already read by it. Matching cannot read any of this."
      >
        <Stack gap="16">
          <DataTable
            caption="Loaded groups"
            columns={columns}
            rows={attributes}
            rowKey={({ id }) => id}
          />
          <ActionNotice of={remove} />
          <LoadGroups onLoaded={onChanged} />
          <SmallestGroup key={smallestGroup} people={smallestGroup} />
        </Stack>
      </Section>
      <Section
        title="Who looked"
        lead="The latest 50 readings and changes. They cannot be deleted."
      >
        {readings.length > 0 ? (
          <DataTable
            caption="Readings of the impact report"
            columns={readingColumns}
            rows={readings}
            rowKey={({ id }) => id}
            isCompact
          />
        ) : (
          <Text>Nobody yet.</Text>
        )}
      </Section>
    </>
  );
}

function SmallestGroup({ people }: { people: number }) {
  const [size, setSize] = useState(people);
  const save = useAction(SetSmallestGroup, {
    said: () => 'Saved, for rounds that nobody has read yet.',
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({ input: { smallestGroup: size } });
      }}
    >
      <Stack gap="8">
        <Row gap="16">
          <NumberInput
            label="Fewest people a figure may speak of"
            min={3}
            max={100}
            value={size}
            onChange={(value) => setSize(Math.round(Number(value) || 0))}
            error={save.errorFor('smallestGroup')}
          />
        </Row>
        <ActionNotice of={save} />
        <FormActions>
          <Button type="submit" isBusy={save.isRunning} disabled={size === people}>
            Save
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}

import {
  graphql,
  postFile,
  RequestFailed,
  useDates,
  useNavigate,
  usePageQuery,
} from '@flipside/platform-web';
import {
  Alert,
  Badge,
  Button,
  Card,
  DataTable,
  EmptyState,
  Faces,
  Link,
  Page,
  Section,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { useRef, useState, type DragEvent } from 'react';
import { isAtWork, people, stateInWords } from './import-words.js';
import './import.css';

const ImportRuns = graphql(`
  query ImportRuns {
    importRuns {
      id
      fileName
      state
      rows
      createdAt
    }
  }
`);

const SAMPLE = `Employee ID,Name,Work e-mail,Job title,Department,Location,Time zone,Manager ID,Hire date
1001,Ana Lima,ana.lima@example.com,Managing director,Head office,Lisbon,Europe/Lisbon,,2015-03-01
1002,Bo Berg,bo.berg@example.com,Head of finance,Finance,Oslo,Europe/Oslo,1001,2018-09-15
`;

/** Is our staff list right? Begins with a file; every import can be looked at again. */
export function ImportPage() {
  const page = usePageQuery(ImportRuns);
  return (
    <Page
      title="Import"
      lead="A staff list from your HR system. Nothing changes before you have seen what would."
    >
      <Stack gap="32">
        <ChooseFile />
        <Section title="Past imports">
          <Faces
            of={page}
            skeleton={<SkeletonTable rows={4} columns={4} />}
            isEmpty={({ importRuns }) => importRuns.length === 0}
            empty={
              <EmptyState title="No import yet" level={3}>
                One row for each person, with a name and an employee ID or an e-mail. Department,
                location and manager make coverage and matching work. Exports of Workday, BambooHR,
                SAP SuccessFactors, ADP, UKG, HiBob and Personio are recognised.
              </EmptyState>
            }
          >
            {({ importRuns }) => <PastImports runs={importRuns} />}
          </Faces>
        </Section>
      </Stack>
    </Page>
  );
}

type Sending = { name: string } | null;

function ChooseFile() {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);

  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setFailure(null);
    setSending({ name: file.name });
    try {
      const path = `/import/files?name=${encodeURIComponent(file.name)}`;
      const { runId } = await postFile<{ runId: string }>(path, file);
      navigate(`/import/${runId}`);
    } catch (error) {
      setFailure(
        error instanceof RequestFailed && error.message
          ? error.message
          : 'The file did not arrive. Check the connection, then choose it again.',
      );
      setSending(null);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files[0]);
  };

  return (
    <div
      className={isOver ? 'import-drop import-drop-over' : 'import-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Stack gap="12">
        <input
          ref={input}
          className="import-file"
          type="file"
          accept=".csv,.tsv,.txt,.psv,text/csv,text/plain"
          aria-label="Staff list"
          tabIndex={-1}
          onChange={(event) => void send(event.currentTarget.files?.[0])}
        />
        <Button variant="primary" isBusy={sending !== null} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <Text size="sm" tone="muted">
          {sending
            ? `Sending and reading ${sending.name}. Large files take a minute.`
            : 'Or drop it here. CSV or text, any separator and encoding.'}
        </Text>
        {failure && <Alert tone="danger">{failure}</Alert>}
        <a
          className="import-sample"
          download="sample-staff-list.csv"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(SAMPLE)}`}
        >
          Download a sample file
        </a>
      </Stack>
    </div>
  );
}

interface Run {
  id: string;
  fileName: string;
  state: Parameters<typeof stateInWords>[0];
  rows?: number | null | undefined;
  createdAt: string;
}

function PastImports({ runs }: { runs: readonly Run[] }) {
  const dates = useDates();
  const columns: Column<Run>[] = [
    {
      id: 'file',
      header: 'File',
      isRowHeader: true,
      cell: ({ id, fileName }) => <Link to={`/import/${id}`}>{fileName}</Link>,
    },
    {
      id: 'state',
      header: 'State',
      phone: 'aside',
      cell: ({ state }) => (
        <Badge tone={isAtWork(state) || state === 'READY' ? 'accent' : 'neutral'}>
          {stateInWords(state)}
        </Badge>
      ),
    },
    {
      id: 'people',
      header: 'Rows',
      align: 'end',
      phone: 'line',
      cell: ({ rows }) => (rows ? people(rows) : '–'),
    },
    {
      id: 'at',
      header: 'Came',
      phone: 'line',
      cell: ({ createdAt }) => dates.moment(createdAt),
    },
  ];
  return (
    <Card>
      <DataTable caption="Past imports" columns={columns} rows={runs} rowKey={({ id }) => id} />
    </Card>
  );
}

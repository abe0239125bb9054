import { postFile, RequestFailed, useNavigate } from '@flipside/platform-web';
import { Alert, Button, FileButton, IconUpload, Row, Stack, Text } from '@flipside/ui';
import { useState, type DragEvent } from 'react';
import './import.css';

const WITHOUT_ANSWER = 'The file did not arrive. Check your connection, then choose it again.';

/** Takes a staff list by button or by dropping it, and goes on to its import. */
export function FileDrop() {
  const navigate = useNavigate();
  const [sending, setSending] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);

  async function send(file: File | null | undefined) {
    if (!file || sending !== null) return;
    setFailure(null);
    setSending(file.name);
    try {
      const { runId } = await postFile<{ runId: string }>('/import/files', file);
      await navigate(`/import/${runId}`);
    } catch (error) {
      setFailure((error instanceof RequestFailed && error.message) || WITHOUT_ANSWER);
    } finally {
      setSending(null);
    }
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files[0]);
  }

  return (
    <Stack gap="12">
      {failure && (
        <Alert tone="danger" title="This file cannot be imported">
          {failure}
        </Alert>
      )}
      <div
        className="import-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <Row gap="16" align="center">
          <FileButton
            accept=".csv,.txt,.tsv,.psv,text/csv,text/plain"
            onChange={(file) => void send(file)}
          >
            {(props) => (
              <Button
                {...props}
                variant="primary"
                icon={<IconUpload size={18} aria-hidden />}
                isBusy={sending !== null}
              >
                Choose a file
              </Button>
            )}
          </FileButton>
          <Text tone="muted" aria-live="polite">
            {sending === null
              ? 'or drop it here. Nothing changes before you have seen what would.'
              : `Reading ${sending} …`}
          </Text>
        </Row>
      </div>
    </Stack>
  );
}

import { useState, type FormEvent } from 'react';
import { ActionNotice, Button, DateField, FormActions, PersonName, Row, Stack } from '@flipside/ui';
import { graphql, useAction } from '@flipside/platform-web';
import { delegationWords, type ScopeValue, type ShownDelegation } from './delegation-words.js';
import { ScopeChoices } from './scope-choices.js';
import './sessions.css';

const RemoveDelegate = graphql(`
  mutation RemoveDelegate($input: RemoveDelegateInput!) {
    removeDelegate(input: $input) {
      ... on DelegatesPayload {
        delegates {
          id
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

const ChangeDelegate = graphql(`
  mutation ChangeDelegate($input: ChangeDelegateInput!) {
    changeDelegate(input: $input) {
      ... on DelegatesPayload {
        delegates {
          ...DelegationFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

/**
 * Who looks after whose sessions: one's own delegates, to change or remove; those one looks after, to give back; or, for
 * an HR lead, an executive's, to remove what HR set up.
 */
export function DelegationList(props: {
  delegations: readonly ShownDelegation[];
  of: 'viewer' | 'others' | { principalId: string };
}) {
  const { delegations, of } = props;
  const isOwn = of === 'viewer';
  const [openId, setOpenId] = useState<string>();
  const remove = useAction(RemoveDelegate, { said: () => 'Ended. It holds at once.' });
  if (delegations.length === 0) return null;
  const verb = of === 'others' ? 'Give back' : 'Remove';
  return (
    <Stack gap="8">
      <ActionNotice of={remove} />
      <ul className="sessions-list">
        {delegations.map((delegation) => {
          const { id, person } = delegation;
          const isOpen = openId === id;
          const end =
            of === 'others'
              ? { principalId: person.id }
              : { delegateId: person.id, ...(of !== 'viewer' && of) };
          return (
            <li key={id}>
              <Row justify="between" className="sessions-row sessions-row-delegate">
                <PersonName name={person.name} note={delegationWords(delegation)} hasMonogram />
                <Row gap="8">
                  {isOwn && (
                    <Button
                      size="small"
                      variant="quiet"
                      aria-expanded={isOpen}
                      aria-label={`Change: ${person.name}`}
                      onClick={() => setOpenId(isOpen ? undefined : id)}
                    >
                      Change
                    </Button>
                  )}
                  {delegation.viewerCanEnd && (
                    <Button
                      size="small"
                      isBusy={remove.isRunning}
                      aria-label={`${verb}: ${person.name}`}
                      onClick={() => void remove.run({ input: end })}
                    >
                      {verb}
                    </Button>
                  )}
                </Row>
              </Row>
              {isOpen && <ChangeForm delegation={delegation} onDone={() => setOpenId(undefined)} />}
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}

function ChangeForm({ delegation, onDone }: { delegation: ShownDelegation; onDone: () => void }) {
  const [scopes, setScopes] = useState(delegation.scopes as readonly ScopeValue[]);
  const [until, setUntil] = useState(delegation.until ?? '');
  const change = useAction(ChangeDelegate, {
    said: () => 'Changed. They have been told; it holds at once.',
    onDone,
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    void change.run({
      input: { delegationId: delegation.id, scopes: [...scopes], until: until || null },
    });
  }
  return (
    <form onSubmit={submit} noValidate className="sessions-change">
      <Stack gap="16">
        <ScopeChoices value={scopes} onChange={setScopes} />
        <DateField
          label="Last day (optional)"
          value={until}
          error={change.errorFor('until')}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        {!change.errorFor('until') && <ActionNotice of={change} />}
        <FormActions>
          <Button type="submit" variant="primary" isBusy={change.isRunning}>
            Save
          </Button>
          <Button variant="quiet" onClick={onDone}>
            Leave it
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}

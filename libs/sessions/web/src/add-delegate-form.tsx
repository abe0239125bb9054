import { useState, type FormEvent } from 'react';
import {
  ActionNotice,
  Button,
  DateField,
  FormActions,
  Row,
  Stack,
  Text,
  TextInput,
} from '@flipside/ui';
import { graphql, useAction } from '@flipside/platform-web';
import { SCOPES, type ScopeValue } from './delegation-words.js';
import { ScopeChoices } from './scope-choices.js';

const AddDelegate = graphql(`
  mutation AddDelegate($input: AddDelegateInput!) {
    addDelegate(input: $input) {
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

const ArrangeDelegate = graphql(`
  mutation ArrangeDelegate($input: ArrangeDelegateInput!) {
    arrangeDelegate(input: $input) {
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

const EVERYTHING: readonly ScopeValue[] = SCOPES.map(({ value }) => value);

/**
 * Whom, how far, and from when until when; everything and at once when nothing is said. For oneself, or by an HR lead
 * for an executive.
 */
export function AddDelegateForm({ principal }: { principal?: { id: string; name: string } }) {
  const [email, setEmail] = useState('');
  const [scopes, setScopes] = useState(EVERYTHING);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const onDone = () => {
    setEmail('');
    setScopes(EVERYTHING);
    setFrom('');
    setUntil('');
  };
  const own = useAction(AddDelegate, { said: () => 'Added. They have been told.', onDone });
  const arranged = useAction(ArrangeDelegate, {
    said: () => `Set up. Both have been told; ${principal?.name ?? 'the executive'} can end it.`,
    onDone,
  });
  const add = principal ? arranged : own;
  function submit(event: FormEvent) {
    event.preventDefault();
    const input = { email, scopes: [...scopes], from: from || null, until: until || null };
    void (principal
      ? arranged.run({ input: { ...input, principalId: principal.id } })
      : own.run({ input }));
  }
  const isBesideField = Boolean(add.errorFor('email') ?? add.errorFor('until'));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="16">
        <TextInput
          label="Work e-mail of the delegate"
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={add.errorFor('email')}
        />
        <ScopeChoices value={scopes} onChange={setScopes} whose={principal ? 'the' : 'your'} />
        <Row gap="16" align="start">
          <DateField
            label="First day (optional)"
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <DateField
            label="Last day (optional)"
            value={until}
            error={add.errorFor('until')}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </Row>
        {!isBesideField && <ActionNotice of={add} />}
        <FormActions>
          <Button type="submit" variant="primary" isBusy={add.isRunning}>
            Add delegate
          </Button>
        </FormActions>
        <Text size="sm" tone="muted">
          {principal
            ? `${principal.name} is told who, how far and by whom, and can change or end it with one press.`
            : 'You can change this or remove them at any time; it holds at once.'}
        </Text>
      </Stack>
    </form>
  );
}

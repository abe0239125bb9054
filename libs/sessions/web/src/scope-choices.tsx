import { ChipGroup } from '@flipside/ui';
import { SCOPES, type ScopeValue } from './delegation-words.js';

/** What a delegate may do beside seeing times. */
export function ScopeChoices(props: {
  value: readonly ScopeValue[];
  onChange: (scopes: ScopeValue[]) => void;
  whose?: 'your' | 'the';
}) {
  return (
    <ChipGroup
      label="What they may do"
      hint={`They always see when ${props.whose ?? 'your'} sessions are. With none of these they change nothing.`}
      options={SCOPES}
      value={props.value}
      onChange={props.onChange}
    />
  );
}

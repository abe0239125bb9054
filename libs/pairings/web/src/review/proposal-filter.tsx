import { FilterBar, Select, TextInput } from '@flipside/ui';
import { plural } from '../pairing-words.js';
import type { Proposal } from './use-proposals.js';

const SHOWN = [
  { value: '', label: 'All proposals' },
  { value: 'open', label: 'Not decided' },
  { value: 'flagged', label: 'Flagged' },
  { value: 'decided', label: 'Decided' },
];

const isShown: Readonly<Record<string, (proposal: Proposal) => boolean>> = {
  open: ({ decision }) => decision === 'OPEN',
  flagged: ({ flags }) => flags.length > 0,
  decided: ({ decision }) => decision !== 'OPEN',
};

/** All proposals are here already, so finding some of them needs no answer from the server. */
export function findProposals(
  proposals: readonly Proposal[],
  { find, show }: { find: string; show: string },
): readonly Proposal[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const test = isShown[show];
  if (words.length === 0 && !test) return proposals;
  return proposals.filter((proposal) => {
    if (test && !test(proposal)) return false;
    if (words.length === 0) return true;
    const names = `${proposal.executive.name} ${proposal.champion?.name ?? ''}`.toLowerCase();
    return words.every((word) => names.includes(word));
  });
}

interface ProposalFilterProps {
  find: string;
  show: string;
  found: number;
  onChange: (change: { find?: string; show?: string }) => void;
}

export function ProposalFilter({ find, show, found, onChange }: ProposalFilterProps) {
  const isFiltered = find !== '' || show !== '';
  return (
    <FilterBar
      label="Proposals"
      result={isFiltered ? plural(found, 'proposal', 'proposals') : undefined}
      onReset={isFiltered ? () => onChange({ find: '', show: '' }) : undefined}
    >
      <TextInput
        label="Find"
        placeholder="Executive or champion"
        value={find}
        onChange={(event) => onChange({ find: event.currentTarget.value })}
      />
      <Select
        label="Show"
        data={SHOWN}
        value={show}
        onChange={(value) => onChange({ show: value ?? '' })}
      />
    </FilterBar>
  );
}

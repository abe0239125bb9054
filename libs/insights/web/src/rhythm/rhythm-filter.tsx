import { ChipGroup, Stack, Text } from '@flipside/ui';
import { STATE_WORDS, type RhythmState } from './rhythm-words.js';

interface RhythmFilterProps {
  /** Empty for all that are not over. */
  state: string;
  counts: { slipping: number; new: number; paused: number; onRhythm: number; ended: number };
  onChange: (state: string) => void;
}

export function RhythmFilter({ state, counts, onChange }: RhythmFilterProps) {
  const count: Record<RhythmState, number> = {
    SLIPPING: counts.slipping,
    NEW: counts.new,
    PAUSED: counts.paused,
    ON_RHYTHM: counts.onRhythm,
    ENDED: counts.ended,
  };
  const states = Object.keys(STATE_WORDS) as RhythmState[];
  const live = counts.slipping + counts.new + counts.paused + counts.onRhythm;
  const shown = state === '' ? live : count[state as RhythmState];
  return (
    <Stack gap="8">
      <ChipGroup
        label="Pairings by state"
        isLabelHidden
        options={states.map((each) => ({
          value: each,
          label: `${STATE_WORDS[each]} (${count[each]})`,
        }))}
        value={state === '' ? [] : [state as RhythmState]}
        isSingle
        onChange={([chosen]) => onChange(chosen ?? '')}
      />
      <Text role="status" size="sm" tone="muted">
        {shown} {shown === 1 ? 'pairing' : 'pairings'}
        {state === '' ? ', without those that ended' : ''}
      </Text>
    </Stack>
  );
}

import { audienceSentence } from '@flipside/learnings-domain';
import { ChipGroup, Stack } from '@flipside/ui';
import type { LogEntry, OwnAnswers } from './log-entry.js';

const USEFULNESS = [
  { value: 'VERY', label: 'Useful' },
  { value: 'SOMEWHAT', label: 'In part' },
  { value: 'LITTLE', label: 'Hardly' },
] as const;

interface OwnAnswersFieldProps {
  own: OwnAnswers;
  otherName: string;
  onChange: (own: Pick<LogEntry, 'usefulness' | 'isGoodFit'>) => void;
}

/** Was it useful? One press that nobody has to make; who hardly found it so may say that the two do not fit. */
export function OwnAnswersField({ own, otherName, onChange }: OwnAnswersFieldProps) {
  return (
    <Stack gap="12">
      <ChipGroup
        label="Useful for your own work?"
        hint={`Optional. ${audienceSentence('answer.usefulness', otherName)}`}
        options={USEFULNESS}
        value={own.usefulness ? [own.usefulness] : []}
        isSingle
        onChange={([usefulness]) => onChange({ usefulness: usefulness ?? null, isGoodFit: null })}
      />
      {own.usefulness === 'LITTLE' && (
        <ChipGroup
          label="Is it the fit?"
          hint={audienceSentence('answer.fit', otherName)}
          options={[{ value: 'no', label: 'We are not a good fit' }]}
          value={own.isGoodFit === false ? ['no'] : []}
          onChange={(chosen) =>
            onChange({ usefulness: 'LITTLE', isGoodFit: chosen.length > 0 ? false : null })
          }
        />
      )}
    </Stack>
  );
}

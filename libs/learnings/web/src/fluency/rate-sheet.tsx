import { FLUENCY, FLUENCY_LEVELS, TRUST, TRUSTS } from '@flipside/learnings-domain';
import { useAction } from '@flipside/platform-web';
import { ActionNotice, Button, ChipGroup, Radio, Sheet, Stack, Text } from '@flipside/ui';
import { useState } from 'react';
import {
  dimensionOf,
  RateFluencyMutation,
  TRUST_WORDS,
  type FluencyShown,
} from './fluency-documents.js';

type Dimension = FluencyShown['views'][number]['dimension'];
type TrustShown = NonNullable<FluencyShown['trustSelf']>;

interface RateSheetProps {
  isOpen: boolean;
  onClose: () => void;
  fluency: FluencyShown;
}

/** Acts to recognise, level by level. Anything may be left out; trust stands apart and adds to nothing. */
export function RateSheet({ isOpen, onClose, fluency }: RateSheetProps) {
  const { pairingId, viewerIsExecutive, otherName, views } = fluency;
  const [id, setId] = useState<string>(() => crypto.randomUUID());
  const [levels, setLevels] = useState<Partial<Record<Dimension, number>>>({});
  const [then, setThen] = useState<Partial<Record<Dimension, number>>>({});
  const [trust, setTrust] = useState<TrustShown | null>(null);
  const rate = useAction(RateFluencyMutation, {
    said: () => 'Saved. Only the two of you see it.',
    onDone: () => {
      setId(crypto.randomUUID());
      setLevels({});
      setThen({});
      setTrust(null);
      onClose();
    },
  });
  const save = () => {
    const chosen = (Object.entries(levels) as [Dimension, number][]).map(([dimension, level]) => ({
      dimension,
      level,
      then: then[dimension] ?? null,
    }));
    void rate.run({ input: { id, pairingId, levels: chosen, trust } });
  };
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={viewerIsExecutive ? 'Where are you now?' : `What did you see ${otherName} do?`}
      lead="Choose the line that fits best. Leave out what you cannot say."
      footer={
        <Button variant="primary" isBusy={rate.isRunning} onClick={save}>
          Save
        </Button>
      }
    >
      <Stack gap="24">
        {views.map(({ dimension, self }) => {
          const { name, levels: lines } = FLUENCY[dimensionOf(dimension)];
          const chosen = levels[dimension];
          return (
            <Radio.Group
              key={dimension}
              label={name}
              value={chosen === undefined ? null : String(chosen)}
              onChange={(value) => setLevels({ ...levels, [dimension]: Number(value) })}
            >
              <Stack gap="16">
                <Stack gap="8">
                  {lines.map((line, level) => (
                    <Radio key={line} value={String(level)} label={line} />
                  ))}
                </Stack>
                {viewerIsExecutive && self != null && chosen !== undefined && (
                  <ChipGroup
                    label="Looking back, where were you at first?"
                    options={FLUENCY_LEVELS.map((label, level) => ({
                      value: String(level),
                      label,
                    }))}
                    value={then[dimension] === undefined ? [] : [String(then[dimension])]}
                    isSingle
                    onChange={([choice]) =>
                      setThen({
                        ...then,
                        [dimension]: choice === undefined ? undefined : Number(choice),
                      })
                    }
                  />
                )}
              </Stack>
            </Radio.Group>
          );
        })}
        <Stack gap="8">
          <ChipGroup
            label="Trust in AI"
            options={TRUSTS.map((code) => {
              const value = code.toUpperCase() as TrustShown;
              return { value, label: TRUST_WORDS[value] };
            })}
            value={trust ? [trust] : []}
            isSingle
            onChange={([choice]) => setTrust(choice ?? null)}
          />
          {trust && (
            <Text tone="muted" size="sm">
              {TRUST[trust.toLowerCase() as keyof typeof TRUST]}.
            </Text>
          )}
        </Stack>
        <ActionNotice of={rate} />
      </Stack>
    </Sheet>
  );
}

import { FactList, KeyHint, Sheet, Stack, Switch } from '@flipside/ui';
import type { ReviewKeys } from './use-review-keys.js';

const KEYS = [
  { keys: 'J', does: 'Next proposal' },
  { keys: 'K', does: 'Previous proposal' },
  { keys: 'A', does: 'Accept' },
  { keys: 'P', does: 'Keep fixed' },
  { keys: 'X', does: 'Not these two' },
  { keys: 'S', does: 'Go to the alternatives' },
  { keys: '?', does: 'This list' },
];

interface KeysSheetProps {
  isOpen: boolean;
  onClose: () => void;
  keys: ReviewKeys;
}

export function KeysSheet({ isOpen, onClose, keys }: KeysSheetProps) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="Keys for reviewing" kind="dialog">
      <Stack gap="16">
        <Switch
          label="Use single keys on this device"
          checked={keys.isOn}
          onChange={(event) => keys.setOn(event.currentTarget.checked)}
        />
        <FactList
          facts={KEYS.map(({ keys: key, does }) => ({
            label: does,
            value: <KeyHint keys={[key]} />,
          }))}
        />
      </Stack>
    </Sheet>
  );
}

import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** What is being typed, handed on once the typing pauses; follows the address when that changes elsewhere. */
export function useSearchText(
  current: string,
  onPause: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(current);
  const [handedOn, setHandedOn] = useState(current);

  if (current !== handedOn) {
    setHandedOn(current);
    setText(current);
  }

  useEffect(() => {
    if (text === handedOn) return;
    const timer = setTimeout(() => {
      setHandedOn(text);
      onPause(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, handedOn, onPause]);

  return [text, setText];
}

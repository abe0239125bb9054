import { useEffect, useRef, useState } from 'react';

const STORED = 'flipside:review-keys';

type KeyActions = Readonly<Record<string, () => unknown>>;

export interface ReviewKeys {
  isOn: boolean;
  setOn: (on: boolean) => void;
}

const isOnAtFirst = (): boolean => {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Single keys for reviewing. They are silent while somebody types, while a layer is open and with a
 * modifier held, and can be switched off on this device; `?` always works.
 */
export function useReviewKeys(actions: KeyActions): ReviewKeys {
  const [isOn, setIsOn] = useState(isOnAtFirst);
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const key = event.key === '?' ? '?' : event.key.toLowerCase();
      if (!isOn && key !== '?') return;
      const act = Object.hasOwn(current.current, key) ? current.current[key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);

  function setOn(on: boolean): void {
    setIsOn(on);
    try {
      localStorage.setItem(STORED, on ? 'on' : 'off');
    } catch {
      // Private browsing keeps nothing: the choice then lasts until the page is left.
    }
  }

  return { isOn, setOn };
}

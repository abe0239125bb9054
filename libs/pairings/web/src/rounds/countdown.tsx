import { useEffect, useState } from 'react';
import { VisuallyHidden } from '@flipside/ui';
import '../pairings.css';

interface CountdownProps {
  /** As the server counted them when the page last asked; the clock of this device may be wrong. */
  secondsLeft: number;
}

/** Marks at which a screen reader hears how long it takes; every second would be all it hears. */
const SAID_AT = [600, 300, 60, 0];

const two = (value: number): string => String(value).padStart(2, '0');

/** Minutes and seconds that go down by themselves. */
export function Countdown({ secondsLeft }: CountdownProps) {
  const left = useSecondsLeft(secondsLeft);
  const mark = SAID_AT.find((at) => left >= at && left < at + SPOKEN_FOR);
  return (
    <>
      <span role="timer" aria-live="off" className="pairings-countdown">
        {Math.floor(left / 60)}:{two(left % 60)}
      </span>
      <VisuallyHidden>
        <span role="status">{mark === undefined ? '' : inWords(mark)}</span>
      </VisuallyHidden>
    </>
  );
}

/** A mark stays in place this long, so that a page that was asleep does not miss it. */
const SPOKEN_FOR = 5;

function inWords(seconds: number): string {
  if (seconds === 0) return 'The mails are leaving.';
  const minutes = seconds / 60;
  return `The mails leave in ${minutes === 1 ? 'one minute' : `${minutes} minutes`}.`;
}

function useSecondsLeft(secondsLeft: number): number {
  const [counted, setCounted] = useState({ from: secondsLeft, left: secondsLeft });
  useEffect(() => {
    const begin = performance.now();
    const timer = setInterval(() => {
      const passed = Math.floor((performance.now() - begin) / 1000);
      setCounted({ from: secondsLeft, left: Math.max(0, secondsLeft - passed) });
    }, 1000);
    return () => clearInterval(timer);
  }, [secondsLeft]);
  return counted.from === secondsLeft ? counted.left : secondsLeft;
}

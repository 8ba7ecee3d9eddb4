import { useEffect, useRef } from 'react';

const pauseMs = 3_000;

/** Looks again every three seconds while the page is seen, and at once when it is seen again; until nothing moves any more. */
export function useLookAgain(look: () => void, moves: boolean): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (!moves) return;
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    const timer = setInterval(lookIfSeen, pauseMs);
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [moves]);
}

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useHiddenText } from '../../ui/hidden-text.ts';

const AnnouncerContext = createContext<(sentence: string) => void>(() => undefined);
const atMostEveryMs = 5000;

/** Says something to screen readers: joined, and at most once in five seconds. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnouncerContext);
}

export function Announcer({ children }: { children: ReactNode }) {
  const hidden = useHiddenText();
  const [said, setSaid] = useState('');
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saidAt = useRef(0);

  const announce = useCallback((sentence: string) => {
    if (!waiting.current.includes(sentence)) waiting.current.push(sentence);
    if (timer.current !== undefined) return;
    const wait = Math.max(100, saidAt.current + atMostEveryMs - Date.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      saidAt.current = Date.now();
      setSaid(`${waiting.current.join(', ')}.`);
      waiting.current = [];
    }, wait);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <AnnouncerContext.Provider value={announce}>
      {children}
      <div className={hidden} aria-live="polite">
        {said}
      </div>
    </AnnouncerContext.Provider>
  );
}

import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { type HostMessage, type HostState, isFrom, type PaneMessage, type Question } from './office-shim/protocol.ts';
import type { SandboxSession } from './sandbox-session.ts';

const useStyles = makeStyles({ frame: { display: 'block', width: '100%', height: '100%', border: 'none' } });

interface PaneFrameProps {
  session: SandboxSession;
  /** What is open in Outlook. */
  open: Pick<HostState, 'mail' | 'draft' | 'selected'>;
  dark: boolean;
  /** Answers what the pane asks of Outlook; null where it cannot be done. */
  onAsk: (question: Exclude<Question, { what: 'token' }>) => Promise<unknown>;
}

/** The real add-in in a frame, told what Outlook would tell it. */
export function PaneFrame({ session, open, dark, onAsk }: PaneFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const answer = useRef(onAsk);
  answer.current = onAsk;
  const { name, email } = session.person;
  const { mail, draft, selected } = open;

  useEffect(() => {
    function tell(message: HostMessage): void {
      frame.current?.contentWindow?.postMessage(message, window.location.origin);
    }
    function tellState(): void {
      tell({ kind: 'handyconnect.state', person: { name, email }, mail, draft, selected, dark });
    }
    async function tellAnswer(ask: number, question: Question): Promise<void> {
      const found = question.what === 'token' ? session.getToken() : answer.current(question);
      tell({ kind: 'handyconnect.answer', ask, value: await found.catch(() => null) });
    }
    function onMessage(event: MessageEvent<PaneMessage>): void {
      if (!isFrom(event, frame.current?.contentWindow)) return;
      if (event.data.kind === 'handyconnect.hello') tellState();
      if (event.data.kind === 'handyconnect.ask') void tellAnswer(event.data.ask, event.data.question);
    }
    tellState();
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [session, name, email, mail, draft, selected, dark]);

  // Another person is another Outlook: the pane begins anew.
  return (
    <iframe key={email} ref={frame} className={styles.frame} src="/addin/?sandbox=1" title="HandyConnect add-in" />
  );
}

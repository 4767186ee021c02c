import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { SandboxOpenMail } from '../../contracts/sandbox.ts';
import { type HostMessage, isFrom, type PaneMessage } from './office-shim/protocol.ts';
import type { SandboxSession } from './sandbox-session.ts';

const useStyles = makeStyles({ frame: { display: 'block', width: '100%', height: '100%', border: 'none' } });

interface PaneFrameProps {
  session: SandboxSession;
  mail: SandboxOpenMail | null;
  dark: boolean;
}

/** The real add-in in a frame, told what Outlook would tell it. */
export function PaneFrame({ session, mail, dark }: PaneFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const { name, email } = session.person;

  useEffect(() => {
    function tell(message: HostMessage): void {
      frame.current?.contentWindow?.postMessage(message, window.location.origin);
    }
    function tellState(): void {
      tell({ kind: 'handyconnect.state', person: { name, email }, mail, dark });
    }
    async function tellToken(ask: number): Promise<void> {
      const token = await session.getToken().catch(() => null);
      tell({ kind: 'handyconnect.token', ask, token });
    }
    function onMessage(event: MessageEvent<PaneMessage>): void {
      if (!isFrom(event, frame.current?.contentWindow)) return;
      if (event.data.kind === 'handyconnect.hello') tellState();
      if (event.data.kind === 'handyconnect.ask-token') void tellToken(event.data.ask);
    }
    tellState();
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [session, name, email, mail, dark]);

  // Another person is another Outlook: the pane begins anew.
  return (
    <iframe key={email} ref={frame} className={styles.frame} src="/addin/?sandbox=1" title="HandyConnect add-in" />
  );
}

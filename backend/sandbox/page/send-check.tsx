import { useEffect, useRef } from 'react';
import type { Composed } from './compose.ts';
import { type Completed, isFrom, type PaneMessage } from './office-shim/protocol.ts';
import type { SandboxSession } from './sandbox-session.ts';
import { asDraft } from './use-outlook.ts';

/** As long as Outlook waits for an add-in before it offers to send without it. */
const patienceMs = 5_000;

interface SendCheckProps {
  session: SandboxSession;
  draft: Composed;
  dark: boolean;
  onCompleted: (options: Completed) => void;
}

/** The add-in's script without a pane, loaded for one event: the mail is about to be sent. */
export function SendCheck({ session, draft, dark, onCompleted }: SendCheckProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const completed = useRef(onCompleted);
  completed.current = onCompleted;
  const mail = useRef(draft);

  useEffect(() => {
    let done = false;
    const finish = (options: Completed) => {
      if (!done) completed.current(options);
      done = true;
    };
    const tell = (message: object) => frame.current?.contentWindow?.postMessage(message, window.location.origin);
    async function onMessage(event: MessageEvent<PaneMessage>): Promise<void> {
      if (!isFrom(event, frame.current?.contentWindow)) return;
      const { data } = event;
      if (data.kind === 'handyconnect.completed') finish(data.options);
      if (data.kind === 'handyconnect.hello') {
        tell({
          kind: 'handyconnect.state',
          person: session.person,
          mail: null,
          draft: asDraft(mail.current),
          selected: [],
          dark,
        });
        tell({ kind: 'handyconnect.event', name: 'onMessageSendHandler' });
      }
      if (data.kind === 'handyconnect.ask') {
        const value = data.question.what === 'token' ? await session.getToken().catch(() => null) : null;
        tell({ kind: 'handyconnect.answer', ask: data.ask, value });
      }
    }
    const listener = (event: MessageEvent<PaneMessage>) => void onMessage(event);
    window.addEventListener('message', listener);
    const timer = setTimeout(() => finish({}), patienceMs);
    return () => {
      done = true;
      clearTimeout(timer);
      window.removeEventListener('message', listener);
    };
  }, [session, dark]);

  return <iframe ref={frame} src="/addin/on-send.html?sandbox=1" title="HandyConnect check before sending" hidden />;
}

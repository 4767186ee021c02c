import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { ErrorCircle20Regular } from '@fluentui/react-icons/svg/error-circle';
import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox';
import { type ReactNode, useEffect, useState } from 'react';
import { createApi } from '../ui/api.ts';
import { useAppearance } from '../ui/appearance.ts';
import { QuietPage } from './features/case-pane/quiet-page.tsx';
import { PaneSkeleton } from './features/case-pane/skeletons.tsx';
import { HostLooks } from './host-looks.tsx';
import { LivePane } from './live-pane.tsx';
import { officeLoaded } from './office/loaded.ts';
import { type Host, officeReady } from './office/ready.ts';
import { paneSession } from './office/session.ts';

const session = paneSession();
const api = createApi(() => session.token(), 'outlook');

/** The pane from the moment its page is there: Office first, then whoever is signed in, then the mail. */
export function App() {
  const [host, setHost] = useState<Host | 'starting' | 'failed'>('starting');
  useEffect(() => {
    officeReady(officeLoaded()).then(setHost, () => setHost('failed'));
  }, []);
  return (
    <HostLooks ready={host === 'outlook'}>
      <Themed>{pageOf(host)}</Themed>
    </HostLooks>
  );
}

function pageOf(host: Host | 'starting' | 'failed'): ReactNode {
  switch (host) {
    case 'starting':
      return <PaneSkeleton />;
    case 'outlook':
      return <LivePane api={api} getToken={session.token} />;
    case 'browser':
      return (
        <QuietPage icon={MailInbox20Regular} title="This pane lives in Outlook">
          Open a mail in Outlook and choose HandyConnect above it.
        </QuietPage>
      );
    case 'failed':
      return (
        <QuietPage
          icon={ErrorCircle20Regular}
          title="Outlook did not answer"
          action={{ word: 'Try again', run: () => window.location.reload() }}
        >
          The connection to Outlook could not be made. The mail is unchanged.
        </QuietPage>
      );
  }
}

function Themed({ children }: { children: ReactNode }) {
  const look = useAppearance();
  return <FluentProvider theme={look === 'dark' ? webDarkTheme : webLightTheme}>{children}</FluentProvider>;
}

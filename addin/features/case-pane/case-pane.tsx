import { ErrorCircle20Regular } from '@fluentui/react-icons/svg/error-circle';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox';
import { PlugDisconnected20Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { useSyncExternalStore } from 'react';
import type { Api } from '../../../ui/api.ts';
import type { Icon } from '../../../ui/icon-word.tsx';
import { NoCase } from './no-case.tsx';
import type { Pane } from './pane.ts';
import type { PaneProblem } from './pane-problem.ts';
import { QuietPage } from './quiet-page.tsx';
import { PaneSkeleton } from './skeletons.tsx';
import { CaseView } from './with-case.tsx';

/** What the pane shows of the mail that is open in Outlook. */
export function CasePane({ pane, api }: { pane: Pane; api: Api }) {
  const state = useSyncExternalStore(pane.subscribe, pane.state);
  switch (state.kind) {
    case 'loading':
      return <PaneSkeleton />;
    case 'nothing':
      return (
        <QuietPage icon={MailInbox20Regular} title="No mail is selected">
          Select a received mail to see its case, or to make it one.
        </QuietPage>
      );
    case 'stopped':
      return <Stopped problem={state.problem} onRetry={() => void pane.open()} />;
    case 'no-case':
      return <NoCase key={state.mail.itemId} state={state} pane={pane} api={api} />;
    case 'case':
      return <CaseView key={state.value.id} state={state} pane={pane} api={api} />;
  }
}

const icons: Record<PaneProblem['kind'], Icon> = {
  offline: PlugDisconnected20Regular,
  'signed-out': LockClosed20Regular,
  setup: LockClosed20Regular,
  forbidden: LockClosed20Regular,
  stale: MailInbox20Regular,
  failed: ErrorCircle20Regular,
};

function Stopped({ problem, onRetry }: { problem: PaneProblem; onRetry: () => void }) {
  const word = problem.kind === 'signed-out' ? 'Sign in' : 'Try again';
  const canRetry = problem.kind !== 'setup' && problem.kind !== 'forbidden';
  return (
    <QuietPage
      icon={icons[problem.kind]}
      title={problem.title}
      {...(canRetry && { action: { word, run: onRetry } })}
      {...(problem.requestId !== undefined && { requestId: problem.requestId })}
    >
      {problem.text}
    </QuietPage>
  );
}

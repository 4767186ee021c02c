import { Button, makeStyles, ProgressBar, Spinner, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { DismissCircle16Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import { useEffect, useState } from 'react';
import type { BulkRun } from '../../../../backend/contracts/bulk.ts';
import { useNavigation, useRouteLink } from '../../../navigation.tsx';
import { useSession } from '../../../session/session.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { listWords } from '../words.ts';
import type { ShownRun } from './bulk-wish.ts';

const { bulk: words } = listWords;
/** Refusals that are listed; the others are counted. */
const mostListed = 20;

const useStyles = makeStyles({
  stack: {
    position: 'fixed',
    left: '16px',
    bottom: '56px',
    zIndex: 900,
    display: 'grid',
    gap: '8px',
    width: 'min(400px, calc(100vw - 32px))',
  },
  panel: {
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '28px' },
  title: { flexGrow: 1, margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: '8px 0 0', padding: 0, maxHeight: '200px', overflowY: 'auto' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto auto minmax(0, 1fr)',
    gap: '8px',
    alignItems: 'center',
    padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  link: { color: tokens.colorBrandForegroundLink },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Runs under way, and those that left something undone until somebody has read it. */
export function RunPanel({ runs, onClose }: { runs: ShownRun[]; onClose: (key: number) => void }) {
  const styles = useStyles();
  return (
    <div className={styles.stack} role="status">
      {runs.map((shown) => (
        <RunLine key={shown.key} shown={shown} onClose={() => onClose(shown.key)} />
      ))}
    </div>
  );
}

function RunLine({ shown, onClose }: { shown: ShownRun; onClose: () => void }) {
  const styles = useStyles();
  const { run, wish, error } = shown;
  if (error !== null) {
    const what = run === null ? words.notStarted : words.lost;
    return <ProblemBar what={what} error={error} onClose={onClose} />;
  }
  const going = run === null || run.state === 'running';
  const total = run?.total ?? wish.count;
  const { succeeded = 0, failed = 0 } = run ?? {};
  return (
    <section className={styles.panel} aria-label={wish.doing(total)}>
      <div className={styles.head}>
        {going && <Spinner size="extra-tiny" />}
        <h2 className={styles.title}>{going ? wish.doing(total) : wish.done(succeeded)}</h2>
        {going && run !== null && <CancelButton run={run} />}
        {!going && (
          <Button
            appearance="subtle"
            size="small"
            icon={<Dismiss16Regular />}
            aria-label={words.dismiss}
            onClick={onClose}
          />
        )}
      </div>
      {going && <ProgressBar value={total === 0 ? 0 : (succeeded + failed) / total} aria-label={wish.doing(total)} />}
      <span className={styles.quiet}>
        {going ? words.progress(succeeded, failed, total - succeeded - failed) : words.end(succeeded, failed)}
      </span>
      {run !== null && failed > 0 && <Refusals run={run} />}
    </section>
  );
}

/** What was done stays; the end of the run offers to take it back. */
function CancelButton({ run }: { run: BulkRun }) {
  const { api } = useSession();
  const [asked, setAsked] = useState(false);
  const cancel = () => {
    setAsked(true);
    api('cancelBulk', { params: { id: run.id } }).catch(() => setAsked(false));
  };
  return (
    <Button size="small" disabledFocusable={asked} onClick={cancel}>
      {words.stop}
    </Button>
  );
}

function Refusals({ run }: { run: BulkRun }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { route } = useNavigation();
  const link = useRouteLink();
  const refused = run.results.filter(({ ok }) => !ok);
  const listed = refused.slice(0, mostListed);
  const numbers = useNumbers(listed.map(({ id }) => id));
  return (
    <ul className={styles.list}>
      {listed.map(({ id, error }) => (
        <li key={id} className={styles.line}>
          <DismissCircle16Regular />
          <a {...link({ ...route, caseId: id })} className={`${styles.link} ${ring}`}>
            {numbers.get(id) ?? '…'}
          </a>
          <span>{error?.detail}</span>
        </li>
      ))}
      {refused.length > listed.length && (
        <li className={styles.quiet}>{words.moreRefused(refused.length - listed.length)}</li>
      )}
    </ul>
  );
}

/** The numbers by which people know the cases, as they become known. */
function useNumbers(ids: string[]): ReadonlyMap<string, string> {
  const { api } = useSession();
  const [numbers, setNumbers] = useState<ReadonlyMap<string, string>>(new Map());
  const missing = ids.filter((id) => !numbers.has(id)).join(' ');
  useEffect(() => {
    for (const id of missing.split(' ').filter(Boolean)) {
      api('getCase', { params: { id } }).then(
        (value) => setNumbers((before) => new Map(before).set(id, value.number)),
        () => setNumbers((before) => new Map(before).set(id, id)),
      );
    }
  }, [api, missing]);
  return numbers;
}

import { Badge, Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { Setup } from '../../../backend/contracts/setup.ts';
import { instantText } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/server-clock.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { useSession } from '../../session/session.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useDone } from '../../shell/undo.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 720px)',
    gap: '10px',
    padding: '10px 20px 20px',
    '@media (max-width: 639px)': { padding: '10px 16px 16px' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  heading: { margin: '10px 0 0', fontSize: tokens.fontSizeBase300 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '6px' },
  item: {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr)',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    gap: '4px 10px',
    alignItems: 'start',
    overflowWrap: 'anywhere',
  },
  says: { margin: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

const colours = { ok: 'success', fault: 'danger', unchecked: 'informative' } as const;

/** The first day: what is connected and how to mend what is not, sample cases to try things on, and the end of it. */
export default function SetupPart({ readOnly }: SettingsPartProps) {
  const styles = useStyles();
  const { api } = useSession();
  const done = useDone();
  const [setup, setSetup] = useState<Setup | null>(null);
  const [loadError, setLoadError] = useState<unknown>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const load = useCallback(() => {
    setLoadError(null);
    setSetup(null);
    api('readSetup', {}).then(setSetup, setLoadError);
  }, [api]);
  useEffect(() => {
    if (!readOnly) load();
  }, [load, readOnly]);
  const change = (call: Promise<Setup>, text?: string) => {
    setBusy(true);
    call
      .then((after) => {
        setSetup(after);
        setError(null);
        if (text !== undefined) done({ text });
      }, setError)
      .finally(() => setBusy(false));
  };
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.title}</h1>
      <p className={styles.quiet}>{words.lead}</p>
      {loadError !== null && <ProblemBar what={words.notLoaded} error={loadError} onRetry={load} />}
      {error !== null && <ProblemBar what={words.notDone} error={error} />}
      {setup === null && loadError === null && !readOnly && (
        <Skeleton aria-label={words.loading}>
          <SkeletonItem size={64} />
        </Skeleton>
      )}
      {setup !== null && (
        <>
          <div className={styles.row}>
            <h2 className={styles.heading}>{words.connected}</h2>
            <Button size="small" appearance="subtle" onClick={load}>
              {words.again}
            </Button>
          </div>
          <Findings findings={setup.findings} />
          <h2 className={styles.heading}>{words.samples}</h2>
          <p className={styles.quiet}>{words.samplesLead}</p>
          {setup.samples > 0 && <p className={styles.says}>{words.samplesThere(setup.samples)}</p>}
          {setup.samples > 0 && <p className={styles.quiet}>{words.removeLead}</p>}
          <div className={styles.row}>
            {setup.samples === 0 ? (
              <Button disabled={busy} onClick={() => change(api('loadSamples', {}), words.loaded)}>
                {words.load}
              </Button>
            ) : (
              <>
                <Button as="a" href="?view=all&tag=sample">
                  {words.show}
                </Button>
                <Button disabled={busy} onClick={() => change(api('removeSamples', {}), words.removed)}>
                  {words.remove}
                </Button>
              </>
            )}
          </div>
          <h2 className={styles.heading}>{words.finish}</h2>
          <p className={styles.quiet}>{words.finishLead}</p>
          <div className={styles.row}>
            {setup.doneAt !== null && <span>{words.doneAt(instantText(Date.parse(setup.doneAt), serverNow()))}</span>}
            <Button
              appearance={setup.doneAt === null ? 'primary' : 'secondary'}
              disabled={busy}
              onClick={() => change(api('markSetup', { body: { done: setup.doneAt === null } }))}
            >
              {setup.doneAt === null ? words.done : words.undo}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function Findings({ findings }: Pick<Setup, 'findings'>) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {findings.map(({ kind, about, says, fix }) => (
        <li key={`${about} ${says}`} className={styles.item}>
          <Badge appearance="outline" color={colours[kind]} shape="rounded">
            {words.kinds[kind]}
          </Badge>
          <div>
            <p className={styles.says}>
              <strong>{words.abouts[about] ?? about}</strong>: {says}
            </p>
            {fix !== undefined && (
              <p className={styles.quiet}>
                {words.whatToDo} {fix}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

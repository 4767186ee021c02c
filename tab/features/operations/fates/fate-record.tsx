import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { useState } from 'react';
import type { Fate } from '../../../../backend/contracts/fates.ts';
import { instantText } from '../../../../ui/format.ts';
import { useNow } from '../../../../ui/now.ts';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { useDone } from '../../../shell/undo.tsx';
import { words } from '../words.ts';

const useStyles = makeStyles({
  record: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2.6fr) minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  steps: { margin: 0, padding: '10px 16px', listStyle: 'none' },
  step: {
    display: 'grid',
    gridTemplateColumns: '16px 76px minmax(0, 1fr) auto',
    gap: '10px',
    alignItems: 'baseline',
    padding: '3px 0',
  },
  tick: { alignSelf: 'center', color: tokens.colorStatusSuccessForeground1 },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  offset: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  side: { padding: '10px 16px', borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
  title: { margin: '0 0 6px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  headers: {
    margin: '0 0 10px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '11px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** The record of one mail: step by step with times, and the headers that explain the judgement. */
export function FateRecord({ fate, onChanged }: { fate: Fate; onChanged: () => void }) {
  const styles = useStyles();
  const nowMs = useNow(60_000);
  const headers = [
    ...(fate.internetMessageId === null ? [] : [`Message-ID: ${fate.internetMessageId}`]),
    ...fate.signs.map(({ name, value }) => `${name}: ${value}`),
  ];
  return (
    <div className={styles.record}>
      <ol className={styles.steps}>
        {stepsOf(fate).map(({ name, said, afterMs }) => (
          <li key={name} className={styles.step}>
            <CheckmarkCircle16Filled className={styles.tick} />
            <span className={styles.name}>{name}</span>
            <span>{said}</span>
            <span className={styles.offset}>{offsetText(afterMs)}</span>
          </li>
        ))}
        {fate.alsoSeen.map(({ mailbox, at }) => (
          <li key={mailbox} className={styles.quiet}>
            {words.record.alsoSeen(mailbox, instantText(Date.parse(at), nowMs))}
          </li>
        ))}
      </ol>
      <div className={styles.side}>
        <h2 className={styles.title}>{words.record.asReceived}</h2>
        <p className={styles.headers}>{headers.length === 0 ? words.record.noSigns : headers.join('\n')}</p>
        {fate.mayRetry && <Retry fate={fate} onChanged={onChanged} />}
        {fate.case !== null && <span className={styles.quiet}>{words.record.openCase}</span>}
      </div>
    </div>
  );
}

function Retry({ fate, onChanged }: { fate: Fate; onChanged: () => void }) {
  const { api } = useSession();
  const done = useDone();
  const [error, setError] = useState<unknown>(null);
  const retry = () => {
    setError(null);
    api('retryFate', { params: { key: fate.key } }).then(() => {
      done({ text: words.fates.retried });
      onChanged();
    }, setError);
  };
  return (
    <>
      <Button size="small" onClick={retry}>
        {words.fates.retry}
      </Button>
      {error !== null && <ProblemBar what={words.fates.notRetried} error={error} onClose={() => setError(null)} />}
    </>
  );
}

function offsetText(afterMs: number | null): string {
  if (afterMs === null) return '';
  return afterMs === 0 ? '0 ms' : `+${afterMs} ms`;
}

interface Step {
  name: string;
  said: string;
  /** Null where the time was not kept. */
  afterMs: number | null;
}

function stepsOf(fate: Fate): Step[] {
  const after = (step: Fate['steps'][number]['step']) => fate.steps.find((each) => each.step === step)?.afterMs ?? null;
  const names = words.record.steps;
  const tries = fate.tries > 0 ? words.record.fetchedAfter(words.fates.tries(fate.tries)) : words.record.fetched;
  const how = fate.noted === null ? words.record.unknownWay : words.record.noted[fate.noted.by];
  const steps: Step[] = [
    { name: names.noted, said: words.record.inMailbox(how, fate.mailbox), afterMs: after('noted') },
  ];
  if (after('fetched') !== null) steps.push({ name: names.fetched, said: tries, afterMs: after('fetched') });
  steps.push({ name: names.judged, said: fate.reasons.join(' '), afterMs: after('judged') });
  steps.push({ name: names.matched, said: fate.reason, afterMs: after('matched') });
  if (after('analysed') !== null) {
    steps.push({ name: names.analysed, said: words.record.analysed, afterMs: after('analysed') });
  }
  const where = fate.case === null ? words.record.onNone : words.record.onCase(fate.case.number);
  steps.push({ name: names.recorded, said: where, afterMs: after('recorded') });
  for (const later of ['routed', 'announced'] as const) {
    const afterMs = after(later);
    if (afterMs !== null) steps.push({ name: names[later], said: words.record[later], afterMs });
  }
  return steps;
}

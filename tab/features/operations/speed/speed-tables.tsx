import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CacheFigures, RouteFigures, SlowRequest, Speed } from '../../../../backend/contracts/speed.ts';
import { fileSize, fullInstant, timeWithSeconds } from '../../../../ui/format.ts';
import { numberText } from '../../../../ui/language.ts';
import { type FigureColumn, FigureTable } from '../../../components/figure-table.tsx';
import { percentText } from '../../../components/figure-text.ts';
import { Meaning } from '../../../components/meaning.tsx';
import { millisecondsText } from './milliseconds-text.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '8px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  memory: { minWidth: '130px' },
  bar: { marginTop: '3px' },
  asked: { minWidth: '180px', maxWidth: '420px', overflowWrap: 'anywhere' },
  id: { fontFamily: tokens.fontFamilyMonospace, fontSize: '11px', whiteSpace: 'nowrap' },
  what: { minWidth: '180px' },
  once: { whiteSpace: 'nowrap' },
});

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {lead !== undefined && <span className={styles.quiet}>{lead}</span>}
      </div>
      {children}
    </div>
  );
}

export function CacheTable({ caches }: { caches: CacheFigures[] }) {
  const styles = useStyles();
  const text = words.caches;
  const rate = ({ hits, misses }: CacheFigures) => (hits + misses === 0 ? null : (hits / (hits + misses)) * 100);
  const columns: FigureColumn<CacheFigures>[] = [
    {
      key: 'name',
      name: text.columns.name,
      cell: ({ name }) => (
        <span className={styles.once}>
          {text.names[name]}
          <Meaning of={text.names[name]} words={text.meanings[name]} />
        </span>
      ),
    },
    {
      key: 'rate',
      name: text.columns.rate,
      numeric: true,
      meaning: <Meaning of={text.columns.rate} words={text.rate} />,
      cell: (cache) => {
        const share = rate(cache);
        return share === null ? text.unused : percentText(Math.floor(share * 10) / 10);
      },
    },
    { key: 'hits', name: text.columns.hits, numeric: true, cell: ({ hits }) => numberText(hits) },
    { key: 'misses', name: text.columns.misses, numeric: true, cell: ({ misses }) => numberText(misses) },
    {
      key: 'memory',
      name: text.columns.memory,
      cell: ({ name, bytes, mostBytes }) => (
        <div className={styles.memory}>
          {text.memory(fileSize(bytes), fileSize(mostBytes))}
          <ProgressBar
            className={styles.bar}
            value={Math.min(1, bytes / mostBytes)}
            aria-label={`${text.names[name]}: ${text.memory(fileSize(bytes), fileSize(mostBytes))}`}
          />
        </div>
      ),
    },
  ];
  return (
    <Part title={text.title} lead={text.lead}>
      <FigureTable label={text.title} columns={columns} rows={caches} rowKey={({ name }) => name} />
    </Part>
  );
}

type QueueKey = keyof typeof words.queues.rows;

export function QueueTable({ queues }: { queues: Speed['queues'] }) {
  const text = words.queues;
  const keys = Object.keys(text.rows) as QueueKey[];
  const columns: FigureColumn<QueueKey>[] = [
    {
      key: 'name',
      name: text.columns.name,
      cell: (key) => (
        <>
          {text.rows[key].name}
          <Meaning of={text.rows[key].name} words={text.rows[key].meaning} />
        </>
      ),
    },
    {
      key: 'waiting',
      name: text.columns.waiting,
      numeric: true,
      cell: (key) => {
        const n = numberText(queues[key]);
        return queues[key] >= queues.mostCounted ? text.most(n) : n;
      },
    },
  ];
  return (
    <Part title={text.title}>
      <FigureTable label={text.title} columns={columns} rows={keys} rowKey={(key) => key} />
    </Part>
  );
}

export function SlowTable({ requests: { slowest, slowAboveMs } }: { requests: Speed['requests'] }) {
  const styles = useStyles();
  const text = words.slow;
  const columns: FigureColumn<SlowRequest>[] = [
    {
      key: 'at',
      name: text.columns.at,
      cell: ({ at }) => <span title={fullInstant(Date.parse(at))}>{timeWithSeconds(Date.parse(at))}</span>,
      value: ({ at }) => at,
    },
    {
      key: 'what',
      name: text.columns.what,
      cell: ({ route, what }) => (
        <div className={styles.what} title={route}>
          {what || route}
        </div>
      ),
      value: ({ what, route }) => what || route,
    },
    {
      key: 'asked',
      name: text.columns.asked,
      cell: ({ asked }) => <div className={styles.asked}>{asked || text.everything}</div>,
    },
    {
      key: 'took',
      name: text.columns.took,
      numeric: true,
      cell: ({ tookMs }) => <span className={styles.once}>{millisecondsText(tookMs)}</span>,
      value: ({ tookMs }) => tookMs,
    },
    { key: 'id', name: text.columns.id, cell: ({ requestId }) => <span className={styles.id}>{requestId}</span> },
  ];
  return (
    <Part title={text.title} {...(slowest.length > 0 && { lead: text.lead(slowAboveMs) })}>
      {slowest.length === 0 ? (
        <span className={styles.quiet}>{text.none(slowAboveMs)}</span>
      ) : (
        <FigureTable label={text.title} columns={columns} rows={slowest} rowKey={({ requestId }) => requestId} />
      )}
    </Part>
  );
}

export function RouteTable({ routes }: { routes: RouteFigures[] }) {
  const styles = useStyles();
  const text = words.routes;
  const count = (key: 'count' | 'slow' | 'failed'): FigureColumn<RouteFigures> => ({
    key,
    name: text.columns[key],
    numeric: true,
    cell: (row) => numberText(row[key]),
    value: (row) => row[key],
  });
  const columns: FigureColumn<RouteFigures>[] = [
    {
      key: 'what',
      name: text.columns.what,
      cell: ({ route, what }) => (
        <div className={styles.what} title={route}>
          {what || route}
        </div>
      ),
      value: ({ what, route }) => what || route,
    },
    count('count'),
    {
      key: 'mean',
      name: text.columns.mean,
      numeric: true,
      cell: ({ meanMs }) => millisecondsText(meanMs),
      value: ({ meanMs }) => meanMs,
    },
    {
      key: 'p95',
      name: text.columns.p95,
      numeric: true,
      meaning: <Meaning of={text.columns.p95} words={text.p95} />,
      cell: ({ p95AtMostMs }) => (p95AtMostMs === null ? text.beyond : millisecondsText(p95AtMostMs)),
      value: ({ p95AtMostMs }) => p95AtMostMs,
    },
    count('slow'),
    count('failed'),
  ];
  return (
    <Part title={text.title} lead={text.lead}>
      <FigureTable label={text.title} columns={columns} rows={routes} rowKey={({ route }) => route} />
    </Part>
  );
}

import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { Speed } from '../../../../backend/contracts/speed.ts';
import { fullInstant, instantText, timeWithSeconds } from '../../../../ui/format.ts';
import { useNow } from '../../../../ui/now.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { SpeedStrip } from './speed-strip.tsx';
import { CacheTable, QueueTable, RouteTable, SlowTable } from './speed-tables.tsx';
import { useSpeed } from './use-speed.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px', padding: '10px 20px 20px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '36px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
  two: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: '20px',
    alignItems: 'start',
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** Is the machine quick, and if not, where does the time go. */
export default function SpeedPage() {
  const styles = useStyles();
  const { speed, perSecond, error, reload } = useSpeed();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        {speed !== null && <Since startedAt={speed.startedAt} />}
        <span className={styles.space} />
        {speed !== null && <span className={styles.quiet}>{words.live(timeWithSeconds(Date.parse(speed.asOf)))}</span>}
      </div>
      {error !== null && <ProblemBar what={words.notLoaded} error={error} onRetry={reload} />}
      {speed === null && error === null && <SpeedSkeleton />}
      {speed !== null && <Figures speed={speed} perSecond={perSecond} />}
    </div>
  );
}

function Figures({ speed, perSecond }: { speed: Speed; perSecond: number | null }) {
  const styles = useStyles();
  return (
    <>
      <SpeedStrip speed={speed} perSecond={perSecond} />
      <div className={styles.two}>
        <CacheTable caches={speed.caches} />
        <QueueTable queues={speed.queues} />
      </div>
      <SlowTable requests={speed.requests} />
      <RouteTable routes={speed.requests.routes} />
    </>
  );
}

function Since({ startedAt }: { startedAt: string }) {
  const styles = useStyles();
  const nowMs = useNow(60_000);
  const startedMs = Date.parse(startedAt);
  return (
    <span className={styles.quiet} title={fullInstant(startedMs)}>
      {words.lead(instantText(startedMs, nowMs))}
    </span>
  );
}

function SpeedSkeleton() {
  return (
    <Skeleton aria-label={words.loading}>
      {[72, 120, 120].map((height, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks never change places.
        <SkeletonItem key={line} style={{ height, marginBottom: 16 }} />
      ))}
    </Skeleton>
  );
}

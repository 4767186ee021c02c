import { makeStyles, mergeClasses, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { timeWithSeconds } from '../../../../ui/format.ts';
import type { PageProps } from '../../../page-props.ts';
import { useConnection } from '../../../session/live.tsx';
import { useSession } from '../../../session/session.ts';
import { AskHere } from '../../../shell/ask-box.tsx';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { ClockChoice } from '../clock-choice.tsx';
import { ownZone } from '../period.ts';
import { comparedWith, PeriodMenu } from '../period-menu.tsx';
import { readScope, withScope } from '../scope.ts';
import { WhereBar } from '../where-bar.tsx';
import { analyticsWords } from '../words.ts';
import { dimensionOf } from './dimensions.ts';
import { FlowPart } from './flow-part.tsx';
import { GroupsPart } from './groups-part.tsx';
import { HeatPart } from './heat-part.tsx';
import { Tiles } from './tiles.tsx';
import { type DashboardFigures, useDashboard } from './use-dashboard.ts';
import { WaitingPart } from './waiting-part.tsx';
import { WeeksPart } from './weeks-part.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground1 },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '12px',
    padding: '8px 20px 20px',
    '@media (max-width: 639px)': { padding: '8px 16px 20px' },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '44px' },
  title: {
    margin: 0,
    marginRight: '8px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
  live: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  dot: {
    width: '8px',
    height: '8px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorStatusSuccessForeground1}`,
  },
  on: { backgroundColor: tokens.colorStatusSuccessForeground1 },
  two: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 412px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '8px',
    '& > :last-child': {
      paddingLeft: '16px',
      marginLeft: '16px',
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '@media (max-width: 1099px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: '12px',
      '& > :last-child': { paddingLeft: 0, marginLeft: 0, borderLeft: 'none' },
    },
  },
  last: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '8px' },
  first: { borderTop: 'none' },
  stale: { opacity: 0.6 },
});

/** Are we in control, is it better or worse than before, and where must somebody step in. */
export default function DashboardPage({ place, goTo }: PageProps) {
  const styles = useStyles();
  const scope = readScope(place);
  const by = dimensionOf(place.by);
  const { answer, stale, error, reload } = useDashboard(scope, by);
  const change = (part: Partial<typeof scope>) => goTo(withScope(place, { ...scope, ...part }));
  const { me } = useSession();
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      <div className={styles.body}>
        <div className={styles.head}>
          <h1 className={styles.title}>{words.title}</h1>
          <PeriodMenu period={scope.period} onChoose={(period) => change({ period })} />
          <span className={styles.quiet}>{comparedWith(scope.period)}</span>
          <WhereBar where={scope.where} onChange={(where) => change({ where })} />
          <ClockChoice clock={scope.clock} onChoose={(clock) => change({ clock })} />
          <span className={styles.space} />
          <AskHere />
          {me.role === 'agent' && <span className={styles.quiet}>{words.own}</span>}
          {answer !== null && <Live asOf={answer.now.asOf} />}
        </div>
        {error !== null && <ProblemBar what={analyticsWords.notLoaded} error={error} onRetry={reload} />}
        {answer === null && error === null && <DashboardSkeleton />}
        {answer !== null && (
          <div className={stale ? styles.stale : undefined}>
            <Figures figures={answer} by={by} onBy={(to) => goTo({ ...place, by: to })} />
          </div>
        )}
      </div>
    </main>
  );
}

interface FiguresProps {
  figures: DashboardFigures;
  by: ReturnType<typeof dimensionOf>;
  onBy: (by: ReturnType<typeof dimensionOf>) => void;
}

function Figures({ figures, by, onBy }: FiguresProps) {
  const styles = useStyles();
  const { now, before, flow, weeks, groups, waiting, filter } = { ...figures, filter: useAskedFilter(figures) };
  return (
    <>
      <Tiles now={now} before={before} filter={filter} />
      <div className={mergeClasses(styles.two, styles.first)}>
        <FlowPart flow={flow} before={before} filter={filter} />
        <WeeksPart weeks={weeks} filter={filter} />
      </div>
      <div className={styles.two}>
        <HeatPart now={now} filter={filter} />
        <GroupsPart groups={groups} filter={filter} by={by} onBy={onBy} />
      </div>
      <div className={styles.last}>
        <WaitingPart waiting={waiting} />
      </div>
    </>
  );
}

/** The filter that the figures were asked with; whoever sees their own cases alone is led to those alone. */
function useAskedFilter({ asked }: DashboardFigures) {
  const { me } = useSession();
  return me.role === 'agent' ? { ...asked, assignee: ['me'], zone: ownZone } : { ...asked, zone: ownZone };
}

function Live({ asOf }: { asOf: string }) {
  const styles = useStyles();
  const { connection } = useConnection();
  const live = connection.kind === 'live';
  const at = timeWithSeconds(Date.parse(asOf));
  return (
    <span className={styles.live}>
      <span className={mergeClasses(styles.dot, live && styles.on)} aria-hidden />
      {live ? analyticsWords.live(at) : analyticsWords.paused(at)}
    </span>
  );
}

function DashboardSkeleton() {
  return (
    <Skeleton aria-label={analyticsWords.loading}>
      {[84, 300, 220, 180].map((height, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks never change places.
        <SkeletonItem key={line} style={{ height, marginBottom: 12 }} />
      ))}
    </Skeleton>
  );
}

import { makeStyles, Skeleton, SkeletonItem, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReportQuestion } from '../../../../backend/contracts/report.ts';
import { timeWithSeconds } from '../../../../ui/format.ts';
import type { PageProps } from '../../../page-props.ts';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { ClockChoice } from '../clock-choice.tsx';
import { ownZone } from '../period.ts';
import { comparedWith, PeriodMenu } from '../period-menu.tsx';
import { ReportTable } from '../reports/report-table.tsx';
import { useAnswer } from '../reports/use-answer.ts';
import { words as reportWords } from '../reports/words.ts';
import { filterOf, readScope, withScope } from '../scope.ts';
import { WhereBar } from '../where-bar.tsx';
import { analyticsWords } from '../words.ts';
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
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
  space: { flexGrow: 1 },
});

const measures: ReportQuestion['measures'] = [
  'created',
  'resolved',
  'open',
  'breached',
  'firstResponseMedian',
  'resolutionMedian',
  'slaMetPercent',
  'reopenPercent',
  'backlogAgeMedian',
  'csatPercent',
];
const usual = '30d';

/** Who needs help, is work spread evenly, and what changed. */
export default function PerformancePage({ place, goTo }: PageProps) {
  const styles = useStyles();
  const { me } = useSession();
  const scope = readScope(place, usual);
  const by = place.by === 'team' ? 'team' : 'assignee';
  const filter = filterOf(scope);
  const question: ReportQuestion = {
    measures,
    by,
    interval: null,
    filter: filter as ReportQuestion['filter'],
    period: scope.period,
    zone: ownZone,
    clock: scope.clock,
  };
  const { answer, error, reload } = useAnswer(question);
  const change = (part: Partial<typeof scope>) => goTo(withScope(place, { ...scope, ...part }, usual));
  const isAgent = me.role === 'agent';
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
          {isAgent && <span className={styles.quiet}>{words.own}</span>}
          {answer !== null && (
            <span className={styles.quiet}>{analyticsWords.live(timeWithSeconds(Date.parse(answer.asOf)))}</span>
          )}
        </div>
        <TabList
          size="small"
          aria-label={words.by}
          selectedValue={by}
          onTabSelect={(_, data) => goTo({ ...place, by: data.value === 'team' ? 'team' : 'agent' })}
        >
          <Tab value="assignee">{words.agents}</Tab>
          <Tab value="team">{words.teams}</Tab>
        </TabList>
        {error !== null && <ProblemBar what={analyticsWords.notLoaded} error={error} onRetry={reload} />}
        {answer === null && error === null && (
          <Skeleton aria-label={analyticsWords.loading}>
            <SkeletonItem style={{ height: 240 }} />
          </Skeleton>
        )}
        {answer !== null && answer.by === by && (
          <>
            <ReportTable
              label={words.table}
              answer={answer}
              filter={isAgent ? { ...filter, assignee: ['me'] } : filter}
              ranked={!isAgent}
            />
            <p className={styles.quiet}>{`${words.fair} ${reportWords.noteBefore} ${reportWords.noteTotal}`}</p>
          </>
        )}
      </div>
    </main>
  );
}

import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useCallback, useEffect, useState } from 'react';
import type { Report } from '../../../../backend/contracts/report.ts';
import { fullInstant, instantText } from '../../../../ui/format.ts';
import { serverNow } from '../../../../ui/server-clock.ts';
import { type FigureColumn, FigureTable } from '../../../components/figure-table.tsx';
import { useDirectory } from '../../../session/directory.tsx';
import { agentName } from '../../../session/directory-names.ts';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { TextButton } from '../../../shell/text-button.tsx';
import { periodName } from '../period-menu.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', padding: '8px 20px 20px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '44px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
  empty: { padding: '24px 0' },
});

/** The reports that are kept: one's own and the shared ones. */
export function ReportList({ onOpen }: { onOpen: (id: string) => void }) {
  const styles = useStyles();
  const { api, me } = useSession();
  const directory = useDirectory();
  const [reports, setReports] = useState<Report[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(() => {
    setError(null);
    api('listReports', {}).then(({ items }) => setReports(items), setError);
  }, [api]);
  useEffect(load, [load]);
  const columns: FigureColumn<Report>[] = [
    {
      key: 'name',
      name: words.columns.name,
      cell: ({ id, name }) => <TextButton onClick={() => onOpen(id)}>{name}</TextButton>,
      value: ({ name }) => name,
    },
    { key: 'by', name: words.columns.by, cell: ({ question }) => words.byNames[question.by] },
    { key: 'period', name: words.columns.period, cell: ({ question }) => periodName(question.period) },
    {
      key: 'owner',
      name: words.columns.owner,
      cell: ({ owner }) => (owner === me.id ? words.me : agentName(directory, owner)),
    },
    { key: 'shared', name: words.columns.shared, cell: ({ shared }) => (shared ? words.everybody : words.me) },
    {
      key: 'updated',
      name: words.columns.updated,
      cell: ({ updatedAt }) => (
        <span title={fullInstant(Date.parse(updatedAt))}>{instantText(Date.parse(updatedAt), serverNow())}</span>
      ),
      value: ({ updatedAt }) => updatedAt,
    },
  ];
  return (
    <div className={styles.body}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <span className={styles.quiet}>{words.lead}</span>
        <span className={styles.space} />
        <Button size="small" appearance="primary" icon={<Add16Regular />} onClick={() => onOpen('new')}>
          {words.fresh}
        </Button>
      </div>
      {error !== null && <ProblemBar what={words.notLoaded} error={error} onRetry={load} />}
      {reports === null && error === null && (
        <Skeleton aria-label={words.title}>
          <SkeletonItem style={{ height: 120 }} />
        </Skeleton>
      )}
      {reports?.length === 0 && (
        <div className={styles.empty}>
          <strong>{words.none}</strong> <span className={styles.quiet}>{words.noneLead}</span>
        </div>
      )}
      {reports !== null && reports.length > 0 && (
        <FigureTable label={words.title} columns={columns} rows={reports} rowKey={({ id }) => id} />
      )}
    </div>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { PageProps } from '../../../page-props.ts';
import { ReportBuilder } from './report-builder.tsx';
import { ReportList } from './report-list.tsx';

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground1 },
});

/** What exactly is measured, does it agree with the dashboard, and who sees it. */
export default function ReportsPage({ place, goTo }: PageProps) {
  const styles = useStyles();
  const { report } = place;
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      {report === undefined ? (
        <ReportList onOpen={(id) => goTo({ report: id })} />
      ) : (
        <ReportBuilder
          key={report}
          id={report === 'new' ? null : report}
          goTo={(id) => goTo(id === null ? {} : { report: id })}
        />
      )}
    </main>
  );
}

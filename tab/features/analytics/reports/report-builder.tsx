import {
  Button,
  Checkbox,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Skeleton,
  SkeletonItem,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import type { CaseFilterQuery } from '../../../../backend/contracts/case.ts';
import type { EditableReport, ReportQuestion } from '../../../../backend/contracts/report.ts';
import { saveFile } from '../../../../ui/files.ts';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { useDone } from '../../../shell/undo.tsx';
import { analyticsWords } from '../words.ts';
import { fetchReport } from './fetch-report.ts';
import { ReportChart } from './report-chart.tsx';
import { ReportFields } from './report-fields.tsx';
import { ReportTable } from './report-table.tsx';
import { SchedulesSection } from './schedules/schedules-section.tsx';
import { useAnswer } from './use-answer.ts';
import { useReport } from './use-report.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    minHeight: '52px',
    padding: '0 20px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', margin: 0 },
  name: { width: '280px', maxWidth: '100%' },
  button: { fontWeight: tokens.fontWeightRegular, minWidth: 'auto' },
  space: { flexGrow: 1 },
  two: {
    display: 'grid',
    gridTemplateColumns: '304px minmax(0, 1fr)',
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  preview: {
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '14px',
    padding: '14px 20px 20px',
  },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
  note: { padding: '8px 20px' },
});

interface ReportBuilderProps {
  id: string | null;
  /** To a report, or with null to the list. */
  goTo: (id: string | null) => void;
}

/** What to measure at the left, what comes of it at the right, live. */
export function ReportBuilder({ id, goTo }: ReportBuilderProps) {
  const styles = useStyles();
  const done = useDone();
  const { me } = useSession();
  const report = useReport(id);
  const { draft, error, saveError } = report;
  if (error !== null) return <ProblemBar what={words.notLoaded} error={error} />;
  if (draft === null)
    return (
      <Skeleton aria-label={words.title}>
        <SkeletonItem style={{ height: 300 }} />
      </Skeleton>
    );
  const save = () =>
    void report.save().then((kept) => {
      if (kept === null) return;
      done({ text: words.saved });
      if (kept !== id) goTo(kept);
    });
  const remove = () =>
    void report.remove().then((gone) => {
      if (!gone) return;
      done({ text: words.removed(draft.name) });
      goTo(null);
    });
  return (
    <>
      <div className={styles.head}>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={<ArrowLeft16Regular />}
          onClick={() => goTo(null)}
        >
          {words.back}
        </Button>
        <h1 className={styles.hidden}>{draft.name}</h1>
        <Input
          className={styles.name}
          size="small"
          aria-label={words.name}
          maxLength={100}
          value={draft.name}
          onChange={(_, data) => report.edit({ name: data.value })}
        />
        <Checkbox
          label={words.share}
          checked={draft.shared}
          onChange={(_, data) => report.edit({ shared: data.checked === true })}
        />
        <span className={styles.space} />
        <Files draft={draft} />
        {id !== null && (
          <Button
            className={styles.button}
            size="small"
            appearance="subtle"
            icon={<Delete16Regular />}
            onClick={remove}
          >
            {words.remove}
          </Button>
        )}
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={!report.changed || report.saving || draft.name.trim() === ''}
          onClick={save}
        >
          {report.changed ? words.save : words.saved}
        </Button>
      </div>
      {report.overtaken && (
        <div className={styles.note}>
          <MessageBar intent="warning">
            <MessageBarBody>
              <MessageBarTitle>{words.overtaken}</MessageBarTitle> {words.overtakenLead}
            </MessageBarBody>
          </MessageBar>
        </div>
      )}
      {saveError !== null && !report.overtaken && (
        <div className={styles.note}>
          <ProblemBar what={words.notSaved} error={saveError} onRetry={save} />
        </div>
      )}
      <div className={styles.two}>
        <ReportFields question={draft.question} onChange={(question) => report.edit({ question })} />
        <Preview question={draft.question} name={draft.name} />
      </div>
      {id !== null && me.role !== 'agent' && <SchedulesSection reportId={id} />}
    </>
  );
}

function Preview({ question, name }: { question: ReportQuestion; name: string }) {
  const styles = useStyles();
  const { me } = useSession();
  const { answer, error, reload } = useAnswer(question);
  const filter = (me.role === 'agent' ? { ...question.filter, assignee: ['me'] } : question.filter) as CaseFilterQuery;
  return (
    <div className={styles.preview}>
      {error !== null && <ProblemBar what={analyticsWords.notLoaded} error={error} onRetry={reload} />}
      {answer === null && error === null && (
        <Skeleton aria-label={analyticsWords.loading}>
          <SkeletonItem style={{ height: 260 }} />
        </Skeleton>
      )}
      {answer !== null && error === null && (
        <>
          {answer.lines.length === 0 && <p className={styles.quiet}>{words.nothing}</p>}
          <ReportChart answer={answer} />
          <ReportTable label={name} answer={answer} filter={filter} ranked={false} />
          <p
            className={styles.quiet}
          >{`${words.noteOrder} ${words.noteTotal} ${answer.by === 'time' ? '' : words.noteBefore}`}</p>
        </>
      )}
    </div>
  );
}

const formats = ['csv', 'xlsx', 'pdf'] as const;

/** What is shown, as files. */
function Files({ draft }: { draft: EditableReport }) {
  const styles = useStyles();
  const { getToken } = useSession();
  const [error, setError] = useState<unknown>(null);
  const download = (format: (typeof formats)[number]) => {
    setError(null);
    const name = draft.name.trim() === '' ? words.freshName : draft.name;
    fetchReport(getToken, format, { name, question: draft.question }).then(
      (blob) => saveFile(blob, `${name}.${format}`),
      setError,
    );
  };
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={<ArrowDownload16Regular />}
          aria-label={words.file(format.toUpperCase())}
          onClick={() => download(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {error !== null && <ProblemBar what={words.notFile} error={error} onClose={() => setError(null)} />}
    </>
  );
}

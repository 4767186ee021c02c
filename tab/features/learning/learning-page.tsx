import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { Learning, LearningFigures } from '../../../backend/contracts/ai.ts';
import { instantText } from '../../../ui/format.ts';
import { numberText } from '../../../ui/language.ts';
import { useNow } from '../../../ui/now.ts';
import { type FigureColumn, FigureTable } from '../../components/figure-table.tsx';
import { percentText } from '../../components/figure-text.ts';
import { Meaning } from '../../components/meaning.tsx';
import { useSession } from '../../session/session.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useLearning } from './use-learning.ts';
import { type Question, words } from './words.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px', padding: '10px 20px 20px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '36px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
  space: { flexGrow: 1 },
  none: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

type Row = LearningFigures & { question: Question };

/** What corrections taught the local analyst, and whether that is any better. */
export default function LearningPage() {
  const styles = useStyles();
  const { me } = useSession();
  const { learning, busy, trouble, reload, learn } = useLearning();
  const readOnly = me.role !== 'admin';
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        {learning?.latest && <LearnedAt at={learning.latest.learnedAt} />}
        <span className={styles.space} />
        <Button disabled={readOnly || busy || learning === null} onClick={learn}>
          {busy && learning !== null ? words.learning : words.learn}
        </Button>
      </div>
      <p className={styles.quiet}>{words.lead}</p>
      {trouble !== null && <ProblemBar {...trouble} {...(learning === null && { onRetry: reload })} />}
      {learning === null && trouble === null && (
        <Skeleton aria-label={words.loading}>
          <SkeletonItem style={{ height: 120 }} />
        </Skeleton>
      )}
      {learning !== null && (
        <>
          <p className={styles.quiet}>{learning.inUse ? words.inUse : words.notInUse}</p>
          <Figures latest={learning.latest} />
        </>
      )}
    </div>
  );
}

function LearnedAt({ at }: { at: string }) {
  const styles = useStyles();
  return <span className={styles.quiet}>{words.learnedAt(instantText(Date.parse(at), useNow(60_000)))}</span>;
}

function Figures({ latest }: Pick<Learning, 'latest'>) {
  const styles = useStyles();
  if (latest === null) {
    return (
      <div>
        <p className={styles.none}>{words.none}</p>
        <p className={styles.quiet}>{words.noneLead}</p>
      </div>
    );
  }
  const rows = (Object.entries(latest.figures) as [Question, LearningFigures][]).map(
    ([question, figures]): Row => ({ ...figures, question }),
  );
  return <FigureTable label={words.table} columns={columns} rows={rows} rowKey={({ question }) => question} />;
}

const share = (part: number) => percentText(Math.round(part * 1000) / 10);
const meaning = (column: keyof typeof words.meanings) => (
  <Meaning of={words.columns[column]} words={words.meanings[column]} />
);

const columns: FigureColumn<Row>[] = [
  { key: 'question', name: words.columns.question, cell: ({ question }) => words.questions[question] },
  {
    key: 'corrections',
    name: words.columns.corrections,
    numeric: true,
    cell: ({ corrections }) => numberText(corrections),
  },
  { key: 'kept', name: words.columns.kept, numeric: true, cell: ({ kept }) => numberText(kept) },
  {
    key: 'before',
    name: words.columns.before,
    numeric: true,
    meaning: meaning('before'),
    cell: ({ before }) => share(before),
  },
  {
    key: 'after',
    name: words.columns.after,
    numeric: true,
    meaning: meaning('after'),
    cell: ({ after }) => share(after),
  },
  {
    key: 'taken',
    name: words.columns.taken,
    meaning: meaning('taken'),
    cell: ({ taken }) => (taken ? words.yes : words.no),
  },
];

import { makeStyles, tokens } from '@fluentui/react-components';
import type { Rule } from '../../../../backend/contracts/workflow.ts';
import type { WorkflowPreviewed } from '../../../../backend/contracts/workflow-trials.ts';
import { comparisonsOf, fromRoot, rootOf } from '../builder/condition-edits.ts';
import { OutcomeMark } from '../builder/outcome-mark.tsx';
import { type Field, fieldAt, valueWord } from '../builder/use-fields.ts';
import { words } from '../words.ts';
import { actionText } from './action-words.ts';

const useStyles = makeStyles({
  verdict: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '4px',
  },
  line: { display: 'flex', gap: '8px', alignItems: 'start' },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  actual: {
    maxWidth: '45%',
    flexShrink: 0,
    textAlign: 'end',
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

interface CaseOutcomeProps {
  rule: Rule;
  fields: Field[];
  number: string;
  result: WorkflowPreviewed;
}

/** Whether the rule would act, each condition with what was found, and what it would do. */
export function CaseOutcome({ rule, fields, number, result }: CaseOutcomeProps) {
  const styles = useStyles();
  const fires = (result.fired ?? []).length > 0;
  // Both are in the order of the condition; while the rule is edited, the result may be a moment behind.
  const tried = comparisonsOf(fromRoot(rootOf(rule.if)));
  const changes = tried.some(({ op }) => op.startsWith('has changed'));
  return (
    <>
      <p className={styles.verdict} role="status">
        {fires ? words.trial.fires(number) : words.trial.rests(number)}
      </p>
      <ul className={styles.list}>
        {result.ticks.map(({ path, field: at, op, matches, actual }, place) => {
          const field = fieldAt(fields, at);
          const value = tried[place]?.value;
          const found = actual === null || actual === undefined || actual === '' ? words.trial.nothing : text(actual);
          return (
            <li key={path} className={styles.line}>
              <OutcomeMark held={matches} />
              <span className={styles.what}>
                {field.name} {words.if.ops[op]} {value === undefined ? '' : valueWord(field, value)}
              </span>
              <span className={styles.actual} title={found}>
                {typeof actual === 'string' ? valueWord(field, actual) || found : found}
              </span>
            </li>
          );
        })}
      </ul>
      {fires && (
        <p className={styles.quiet}>
          {words.trial.would(rule.do.map((action) => actionText(action, fields)).join(' · '))}
        </p>
      )}
      <p className={styles.quiet}>{changes ? words.trial.unchanged : words.trial.anyTrigger}</p>
    </>
  );
}

function text(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? words.trial.nothing : value.map(text).join(', ');
  if (typeof value === 'boolean') return value ? words.if.yes : words.if.no;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

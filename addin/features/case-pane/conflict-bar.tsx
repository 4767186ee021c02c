import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Case } from '../../../backend/contracts/case.ts';
import { priorityWords, statusWords } from '../../../backend/contracts/words.ts';
import type { CaseEdit, EditConflict } from './case-edit.ts';
import { agentName, type Choices, categoryPath, useChoices } from './choices.ts';
import { Section } from './layout.tsx';

const useStyles = makeStyles({
  box: { backgroundColor: tokens.colorNeutralBackground2 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  table: { width: '100%', borderCollapse: 'collapse', margin: '6px 0 10px', textAlign: 'left' },
  cell: {
    padding: '4px 8px 4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: 400,
    verticalAlign: 'top',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', justifyContent: 'flex-end' },
});

type Field = CaseEdit['field'];
const fields: { field: Field; word: string }[] = [
  { field: 'status', word: 'Status' },
  { field: 'priority', word: 'Priority' },
  { field: 'assignee', word: 'Assignee' },
  { field: 'category', word: 'Category' },
];

/** Somebody was faster: the difference, then a choice. It stands where the fields are; nothing is lost by waiting. */
export function ConflictBar({
  conflict,
  onSettle,
}: {
  conflict: EditConflict;
  onSettle: (side: 'theirs' | 'mine') => void;
}) {
  const styles = useStyles();
  const choices = useChoices();
  const { edit, before, now, by } = conflict;
  const rows = fields.filter(({ field }) => field === edit.field || before[field] !== now[field]);
  const mine = wordOf(choices, edit.field, edit.to, null);
  return (
    <Section className={styles.box} label="Conflict">
      <div role="alert">
        <h2 className={styles.title}>
          {by ?? 'Somebody'} changed {now.number} while you did
        </h2>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={styles.cell} />
            <th scope="col" className={styles.cell}>
              Now
            </th>
            <th scope="col" className={styles.cell}>
              Yours
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, word }) => (
            <tr key={field}>
              <th scope="row" className={styles.cell}>
                {word}
              </th>
              <td className={styles.cell}>{wordOf(choices, field, now[field], now.assigneeName)}</td>
              <td className={styles.cell}>
                {field === edit.field ? <strong className={styles.strong}>{mine}</strong> : 'no change'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        {allowed(now, edit) && (
          <Button size="small" onClick={() => onSettle('mine')}>
            Set {mine} anyway
          </Button>
        )}
        <Button size="small" appearance="primary" onClick={() => onSettle('theirs')}>
          {by === null ? 'Keep as it is' : `Keep ${firstName(by)}'s`}
        </Button>
      </div>
    </Section>
  );
}

function allowed(now: Case, edit: CaseEdit): boolean {
  return edit.field !== 'status' || now.nextStatuses.includes(edit.to);
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

function wordOf(choices: Choices, field: Field, value: string | null, name: string | null): string {
  if (field === 'assignee') return value === null ? 'Unassigned' : (name ?? agentName(choices, value) ?? value);
  if (field === 'category') return categoryPath(choices, value ?? '');
  const words: Record<string, string> = field === 'status' ? statusWords : priorityWords;
  return words[value ?? ''] ?? '';
}

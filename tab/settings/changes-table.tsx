import { makeStyles, tokens } from '@fluentui/react-components';
import { orderMark } from './differences.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    padding: '2px 8px 2px 0',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    padding: '2px 8px 2px 0',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  note: { display: 'block', color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

export interface Change {
  /** Where in the document, with dots. */
  field: string;
  from: unknown;
  to: unknown;
  note?: string;
}

/** What became different, field by field. */
export function ChangesTable({ changes, label }: { changes: Change[]; label: string }) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {[words.field, words.before, words.after].map((name) => (
            <th key={name} scope="col" className={styles.head}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, from, to, note }) => (
          <tr key={field}>
            <td className={styles.cell}>
              {field.replace(orderMark, words.order)}
              {note !== undefined && <span className={styles.note}>{note}</span>}
            </td>
            <td className={styles.cell}>{valueText(from)}</td>
            <td className={styles.cell}>{valueText(to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const longest = 300;

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string' || typeof value === 'number') return cut(String(value));
  if (Array.isArray(value)) {
    return value.length === 0 ? words.nothing : cut(value.map(valueText).join(', '));
  }
  const { name, title } = value as { name?: unknown; title?: unknown };
  if (typeof name === 'string') return name;
  if (typeof title === 'string') return title;
  return cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

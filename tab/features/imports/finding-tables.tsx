import { mergeClasses } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import type { Import } from '../../../backend/contracts/imports.ts';
import { useDirectory } from '../../session/directory.tsx';
import { fieldWord, valueWord } from '../../session/value-words.ts';
import { useTableStyles } from './use-table-styles.ts';
import { words } from './words.ts';

/** Rows that are left out, with everything that is wrong with each. */
export function RefusedRows({ value: { problems, counts } }: { value: Import }) {
  const styles = useTableStyles();
  if (problems.length === 0) return null;
  return (
    <FindingTable title={words.problems} heads={[words.row, words.why]} more={counts.refused > problems.length}>
      {problems.map(({ row, problems: why }) => (
        <tr key={row}>
          <th scope="row" className={mergeClasses(styles.cell, styles.number)}>
            {row}
          </th>
          <td className={styles.cell}>{why.join(' ')}</td>
        </tr>
      ))}
    </FindingTable>
  );
}

/** Cases that a row changes: each field as it is and as it becomes. */
export function ChangedRows({ value: { changes, counts, state } }: { value: Import }) {
  const styles = useTableStyles();
  const directory = useDirectory();
  if (changes.length === 0) return null;
  const before = state === 'checked' ? words.before : words.wasBefore;
  return (
    <FindingTable
      title={words.changes}
      heads={[words.case, words.field, before, words.after]}
      more={counts.changed > changes.length}
    >
      {changes.map(({ row, number, changes: fields }) => (
        <Fragment key={row}>
          {fields.map(({ field, from, to }, index) => (
            <tr key={field}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={fields.length} className={mergeClasses(styles.cell, styles.number)}>
                  {number}
                </th>
              )}
              <td className={styles.cell}>{fieldWord(field)}</td>
              <td className={styles.cell}>{valueWord(field, from, directory)}</td>
              <td className={styles.cell}>{valueWord(field, to, directory)}</td>
            </tr>
          ))}
        </Fragment>
      ))}
    </FindingTable>
  );
}

interface FindingTableProps {
  title: string;
  heads: string[];
  /** Whether there are more than are shown. */
  more: boolean;
  children: ReactNode;
}

function FindingTable({ title, heads, more, children }: FindingTableProps) {
  const styles = useTableStyles();
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {more && <span className={styles.quiet}>{words.first}</span>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className={styles.scroll} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((word) => (
                <th key={word} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}

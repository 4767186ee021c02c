import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up';
import { type ReactNode, useState } from 'react';
import { useFocusRing } from '../shell/focus-ring.ts';

const useStyles = makeStyles({
  frame: {
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
  },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: { padding: '4px 12px', height: '30px', boxSizing: 'border-box', textAlign: 'start', whiteSpace: 'nowrap' },
  number: { textAlign: 'end' },
  word: { fontWeight: tokens.fontWeightSemibold },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '2px 0',
    minHeight: '24px',
    border: 'none',
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  cell: { padding: '5px 12px', minHeight: '36px', textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  foot: { borderTop: `1px solid ${tokens.colorNeutralStroke1}`, fontWeight: tokens.fontWeightSemibold },
});

export interface FigureColumn<R> {
  key: string;
  name: string;
  /** Figures stand at the end of their column. */
  numeric?: boolean;
  /** A small i beside the name. */
  meaning?: ReactNode;
  cell: (row: R) => ReactNode;
  /** What the column is sorted by; without it, it is not. */
  value?: (row: R) => string | number | null;
}

interface FigureTableProps<R> {
  label: string;
  columns: readonly FigureColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** A last line that sums up. */
  foot?: ReactNode[];
}

interface Order {
  key: string;
  descending: boolean;
}

/** A small table of figures. The first column names the row; where columns have a value, their heads sort. */
export function FigureTable<R>({ label, columns, rows, rowKey, foot }: FigureTableProps<R>) {
  const styles = useStyles();
  const ring = useFocusRing();
  const [order, setOrder] = useState<Order | null>(null);
  const shown = sorted(rows, columns, order);
  const turn = (key: string) =>
    setOrder((before) => ({ key, descending: before?.key === key ? !before.descending : false }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={mergeClasses(styles.frame, ring)} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ key, name, numeric, meaning, value }) => (
              <th
                key={key}
                scope="col"
                className={mergeClasses(styles.head, numeric && styles.number)}
                {...(order?.key === key && { 'aria-sort': order.descending ? 'descending' : 'ascending' })}
              >
                {numeric && meaning}
                {value === undefined ? (
                  <span className={styles.word}>{name}</span>
                ) : (
                  <button type="button" className={mergeClasses(styles.sort, ring)} onClick={() => turn(key)}>
                    {name}
                    {order?.key === key && (order.descending ? <ArrowDown12Regular /> : <ArrowUp12Regular />)}
                  </button>
                )}
                {!numeric && meaning}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)} className={styles.row}>
              {columns.map(({ key, numeric, cell }, index) =>
                index === 0 ? (
                  <th key={key} scope="row" className={styles.cell}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={mergeClasses(styles.cell, numeric && styles.number)}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && (
          <tfoot>
            <tr className={styles.foot}>
              {foot.map((cell, index) => (
                <td
                  key={columns[index]?.key ?? index}
                  className={mergeClasses(styles.cell, styles.word, columns[index]?.numeric && styles.number)}
                >
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** What has no value stands last, either way. */
function sorted<R>(rows: readonly R[], columns: readonly FigureColumn<R>[], order: Order | null): readonly R[] {
  const value = columns.find(({ key }) => key === order?.key)?.value;
  if (value === undefined || order === null) return rows;
  const sign = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y)));
  });
}

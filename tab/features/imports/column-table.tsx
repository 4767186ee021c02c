import { mergeClasses, Select } from '@fluentui/react-components';
import type { Import, ImportMapping } from '../../../backend/contracts/imports.ts';
import { useTableStyles } from './use-table-styles.ts';
import { words } from './words.ts';

type Field = keyof typeof words.fields;

interface ColumnTableProps {
  value: Import;
  onChange: (mapping: ImportMapping) => void;
}

/** What each column holds in the first rows, and what it is taken for. */
export function ColumnTable({ value: { columns, mapping }, onChange }: ColumnTableProps) {
  const styles = useTableStyles();
  const fields = Object.keys(words.fields) as Field[];
  const choose = (column: number, field: Field | '') => {
    const others = Object.entries(mapping).filter(([each, at]) => at !== column && each !== field);
    onChange({ ...Object.fromEntries(others), ...(field !== '' && { [field]: column }) });
  };
  return (
    <section aria-label={words.columns}>
      <h2 className={styles.title}>{words.columns}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className={styles.scroll} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[words.column, words.means, words.samples].map((word) => (
                <th key={word} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map(({ header, samples }, column) => {
              const name = header === '' ? words.unnamed(column + 1) : header;
              const field = fields.find((each) => mapping[each] === column) ?? '';
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name that is theirs alone.
                <tr key={column}>
                  <th scope="row" className={styles.cell}>
                    {name}
                  </th>
                  <td className={styles.cell}>
                    <Select
                      className={styles.choice}
                      size="small"
                      aria-label={words.meaning(name)}
                      value={field}
                      onChange={(_, data) => choose(column, data.value as Field | '')}
                    >
                      <option value="">{words.ignored}</option>
                      {fields.map((each) => (
                        <option key={each} value={each}>
                          {words.fields[each]}
                        </option>
                      ))}
                    </Select>
                  </td>
                  <td className={mergeClasses(styles.cell, styles.quiet)}>{samples.filter(Boolean).join(' · ')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

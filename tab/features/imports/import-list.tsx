import { mergeClasses, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { fullInstant } from '../../../ui/format.ts';
import { numberText } from '../../../ui/language.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { TextButton } from '../../shell/text-button.tsx';
import { useImports } from './use-imports.ts';
import { useTableStyles } from './use-table-styles.ts';
import { words } from './words.ts';

/** Files that were read in the last month, the newest first. */
export function ImportList({ onOpen }: { onOpen: (id: string) => void }) {
  const styles = useTableStyles();
  const { items, error, reload } = useImports();
  if (error !== null) return <ProblemBar what={words.notLoaded} error={error} onRetry={reload} />;
  if (items === null) {
    return (
      <Skeleton aria-label={words.loading}>
        <SkeletonItem size={24} />
      </Skeleton>
    );
  }
  if (items.length === 0) {
    return (
      <div>
        <p>{words.none}</p>
        <p className={styles.quiet}>{words.noneLead}</p>
      </div>
    );
  }
  const { name, by, at, state, rows } = words.list;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} aria-label={words.title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {[name, state, rows, by, at].map((word) => (
              <th key={word} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr key={each.id}>
              <th scope="row" className={styles.cell}>
                <TextButton onClick={() => onOpen(each.id)}>{each.name}</TextButton>
              </th>
              <td className={styles.cell}>{words.states[each.state]}</td>
              <td className={mergeClasses(styles.cell, styles.number)}>{numberText(each.total)}</td>
              <td className={styles.cell}>{each.by.name}</td>
              <td className={mergeClasses(styles.cell, styles.number)}>{fullInstant(Date.parse(each.at))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

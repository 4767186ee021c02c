import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { AskAnswer } from '../../../../backend/contracts/ask.ts';
import { useNow } from '../../../../ui/now.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { CaseLink } from '../case-link.tsx';
import { CaseRow } from '../case-row.tsx';
import { analyticsWords } from '../words.ts';
import { addressOf } from './asked.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'baseline', gap: '12px', minHeight: '32px', marginTop: '16px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  rows: { margin: 0, padding: 0, listStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground3 },
  link: { color: tokens.colorBrandForegroundLink },
});

/** The most pressing of the cases that a figure is made of, and the way to all of them. */
export function CasesBehind({ cases: { items, total, path } }: { cases: NonNullable<AskAnswer['answer']>['cases'] }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const nowMs = useNow(30_000);
  return (
    <section aria-label={words.casesTitle}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.casesTitle}</h2>
        {total > items.length && (
          <CaseLink className={mergeClasses(styles.link, ring)} address={addressOf(path)}>
            {analyticsWords.show(total)}
          </CaseLink>
        )}
      </div>
      {total === 0 && <p className={styles.quiet}>{words.noCases}</p>}
      <ul className={styles.rows}>
        {items.map((item) => (
          <CaseRow key={item.id} item={item} nowMs={nowMs} />
        ))}
      </ul>
    </section>
  );
}

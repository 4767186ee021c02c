import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useNow } from '../../../../ui/now.ts';
import { Meaning } from '../../../components/meaning.tsx';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { CaseLink, listAddress } from '../case-link.tsx';
import { CaseRow } from '../case-row.tsx';
import type { DashboardFigures } from './use-dashboard.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '4px', minHeight: '32px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  space: { flexGrow: 1 },
  all: { color: tokens.colorBrandForegroundLink },
  rows: { margin: 0, padding: 0, listStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground3, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Whoever has waited longest, and the way to all who wait. */
export function WaitingPart({ waiting: { query, list } }: Pick<DashboardFigures, 'waiting'>) {
  const styles = useStyles();
  const ring = useFocusRing();
  const nowMs = useNow(30_000);
  const text = words.waiting;
  return (
    <section aria-label={text.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{text.title}</h2>
        <Meaning of={text.title} words={text.meaning} />
        <span className={styles.space} />
        {list.total > 0 && (
          <CaseLink className={mergeClasses(styles.all, ring)} address={`${listAddress(query)}&sort=created`}>
            {text.all(list.total)}
          </CaseLink>
        )}
      </div>
      {list.total === 0 && <p className={styles.quiet}>{text.none}</p>}
      <ul className={styles.rows}>
        {list.items.map((item) => (
          <CaseRow key={item.id} item={item} nowMs={nowMs} />
        ))}
      </ul>
    </section>
  );
}

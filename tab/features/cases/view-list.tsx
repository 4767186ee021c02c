import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useNavigation, useRouteLink } from '../../navigation.tsx';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { words } from '../../words.ts';
import { filterOfView, isNarrowed, type ViewKey } from './filter.ts';

/** The views of the left list, in its order. */
export const viewSections: { heading: string; views: ViewKey[] }[] = [
  { heading: words.views.forMe, views: ['mine'] },
  { heading: words.views.team, views: ['open', 'unassigned', 'overdue', 'at_risk', 'awaiting', 'resolved', 'all'] },
];

const useStyles = makeStyles({
  nav: {
    width: '204px',
    boxSizing: 'border-box',
    flexShrink: 0,
    overflowY: 'auto',
    padding: '8px 8px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  heading: {
    margin: '8px 0 2px',
    padding: '0 8px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    height: '28px',
    padding: '0 8px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground1Hover },
  },
  here: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '&:hover': {
      backgroundColor: tokens.colorNeutralBackground1Selected,
      color: tokens.colorNeutralForeground1Selected,
    },
    '&::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '6px',
      bottom: '6px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
  },
  word: { flexGrow: 1 },
  count: { fontVariantNumeric: 'tabular-nums' },
  overdue: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  risk: { color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold },
});

export function ViewList({ counts }: { counts: Partial<Record<ViewKey, number>> }) {
  const styles = useStyles();
  return (
    <nav className={styles.nav} aria-label={words.views.label}>
      {viewSections.map(({ heading, views }) => (
        <section key={heading}>
          <h2 className={styles.heading}>{heading}</h2>
          <ul className={styles.list}>
            {views.map((view) => (
              <li key={view}>
                <ViewLink view={view} count={counts[view]} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function ViewLink({ view, count }: { view: ViewKey; count: number | undefined }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { route } = useNavigation();
  const link = useRouteLink();
  const here = route.filter.view === view && !(view === 'all' && isNarrowed(route.filter));
  const alarm = count !== undefined && count > 0 && !here;
  return (
    <a
      {...link({ filter: filterOfView(view), caseId: null })}
      className={mergeClasses(styles.item, here && styles.here, ring)}
      aria-current={here ? 'page' : undefined}
    >
      <span className={styles.word}>{words.views[view]}</span>
      <span
        className={mergeClasses(
          styles.count,
          alarm && view === 'overdue' && styles.overdue,
          alarm && view === 'at_risk' && styles.risk,
        )}
      >
        {count}
      </span>
    </a>
  );
}

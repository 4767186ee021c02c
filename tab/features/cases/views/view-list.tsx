import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { People16Regular } from '@fluentui/react-icons/svg/people';
import { Pin12Filled } from '@fluentui/react-icons/svg/pin';
import { type ReactNode, useState } from 'react';
import type { View } from '../../../../backend/contracts/view.ts';
import { useHiddenText } from '../../../../ui/hidden-text.ts';
import { numberText } from '../../../../ui/language.ts';
import { useNavigation, useRouteLink } from '../../../navigation.tsx';
import { writeFilter } from '../../../route.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { OvertakenBar } from '../../../shell/overtaken-bar.tsx';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { words } from '../../../words.ts';
import { filterOfView, isNarrowed, type ViewKey } from '../filter.ts';
import type { ListCounts } from '../use-list-counts.ts';
import { listWords } from '../words.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { filterOfQuery, type SavedViews, viewShowing } from './use-views.ts';
import { ViewMenu } from './view-menu.tsx';

/** The views of the left list, in its order. */
export const viewSections: { heading: string; views: ViewKey[] }[] = [
  { heading: words.views.forMe, views: ['mine'] },
  {
    heading: words.views.team,
    views: ['open', 'unassigned', 'overdue', 'at_risk', 'awaiting', 'review', 'resolved', 'all'],
  },
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
  clipped: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  savedLine: { display: 'flex', alignItems: 'center' },
  saved: { flexGrow: 1, minWidth: 0, gap: '4px' },
  save: { marginTop: '8px', fontWeight: tokens.fontWeightRegular },
  count: { fontVariantNumeric: 'tabular-nums' },
  overdue: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  risk: { color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold },
});

interface ViewListProps {
  counts: ListCounts;
  views: SavedViews;
}

/** The left list: the views that everybody has, then saved ones, then keeping what is shown now. */
export function ViewList({ counts, views }: ViewListProps) {
  const styles = useStyles();
  const { route } = useNavigation();
  const [asking, setAsking] = useState(false);
  const showing = viewShowing(views.items, route.filter);
  return (
    <nav className={styles.nav} aria-label={words.views.label}>
      {viewSections.map((section) => (
        <Section key={section.heading} heading={section.heading}>
          {section.views.map((view) => (
            <li key={view}>
              <ViewLink view={view} count={counts.views[view]} shadowed={showing !== undefined} />
            </li>
          ))}
        </Section>
      ))}
      {views.items.length > 0 && (
        <Section heading={listWords.views.saved}>
          {views.items.map((view) => (
            <SavedLine key={view.id} view={view} here={view === showing} count={counts.saved[view.id]} views={views} />
          ))}
        </Section>
      )}
      {showing === undefined && isNarrowed(route.filter) && (
        <Button
          className={styles.save}
          appearance="subtle"
          size="small"
          icon={<Add16Regular />}
          onClick={() => setAsking(true)}
        >
          {listWords.views.save}
        </Button>
      )}
      {asking && (
        <SaveViewDialog
          title={listWords.views.saveTitle}
          name=""
          shared={false}
          onClose={() => setAsking(false)}
          onSave={(name, shared) => views.save(name, shared, writeFilter(route.filter))}
        />
      )}
      {views.again !== null && (
        <OvertakenBar title={listWords.views.failed} onTheirs={views.clearError} onMine={views.again}>
          {listWords.views.overtaken}
        </OvertakenBar>
      )}
      {views.error !== null && views.again === null && (
        <ProblemBar what={listWords.views.failed} error={views.error} onClose={views.clearError} />
      )}
    </nav>
  );
}

function Section({ heading, children }: { heading: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section>
      <h2 className={styles.heading}>{heading}</h2>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}

function ViewLink({ view, count, shadowed }: { view: ViewKey; count: number | undefined; shadowed: boolean }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { route } = useNavigation();
  const link = useRouteLink();
  const here = !shadowed && route.filter.view === view && !(view === 'all' && isNarrowed(route.filter));
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
        {count !== undefined && numberText(count)}
      </span>
    </a>
  );
}

interface SavedLineProps {
  view: View;
  here: boolean;
  count: number | undefined;
  views: SavedViews;
}

function SavedLine({ view, here, count, views }: SavedLineProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const hidden = useHiddenText();
  const link = useRouteLink();
  return (
    <li className={styles.savedLine}>
      <a
        {...link({ filter: filterOfQuery(view.query), caseId: null })}
        className={mergeClasses(styles.item, styles.saved, here && styles.here, ring)}
        aria-current={here ? 'page' : undefined}
        title={view.name}
      >
        <span className={mergeClasses(styles.word, styles.clipped)}>{view.name}</span>
        {views.start === view.query && <Pin12Filled aria-hidden />}
        {views.start === view.query && <span className={hidden}>{listWords.views.starts}</span>}
        {view.shared && <People16Regular aria-hidden />}
        {view.shared && <span className={hidden}>{listWords.views.shared}</span>}
        <span className={styles.count}>{count !== undefined && numberText(count)}</span>
      </a>
      <ViewMenu view={view} views={views} />
    </li>
  );
}

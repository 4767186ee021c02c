import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useNavigation, useRouteLink } from '../../navigation.tsx';
import { operationsParts } from '../../operations-parts.tsx';
import type { PageProps } from '../../page-props.ts';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground1 },
  tabs: {
    display: 'flex',
    gap: '20px',
    padding: '0 20px',
    overflowX: 'auto',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    flexShrink: 0,
    padding: '6px 2px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderBottom: '2px solid transparent',
  },
  here: { fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorCompoundBrandStroke },
});

/** Is mail flowing, what became of it, and is the machine well: one part at a time. */
export default function OperationsPage({ place, goTo }: PageProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const link = useRouteLink();
  const { route } = useNavigation();
  const part = operationsParts.find(({ key }) => key === place.part) ?? operationsParts[0];
  const Part = part.component;
  const go = (words: Record<string, string>) =>
    goTo(part === operationsParts[0] ? words : { ...words, part: part.key });
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      <nav className={styles.tabs} aria-label={words.pages}>
        {operationsParts.map(({ key, name }, index) => (
          <a
            key={key}
            {...link({ ...route, page: 'operations', place: index === 0 ? {} : { part: key } })}
            className={mergeClasses(styles.tab, key === part.key && styles.here, ring)}
            {...(key === part.key && { 'aria-current': 'page' as const })}
          >
            {name}
          </a>
        ))}
      </nav>
      <Suspense fallback={<div aria-busy />}>
        <Part key={part.key} place={place} goTo={go} />
      </Suspense>
    </main>
  );
}

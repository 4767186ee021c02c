import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  pane: {
    height: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    minWidth: 0,
  },
  scroll: { flexGrow: 1, overflowY: 'auto', overflowX: 'hidden', minHeight: 0 },
  foot: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    padding: '12px 14px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  section: { padding: '12px 14px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: {
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  title: {
    margin: '2px 0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
});

interface PaneFrameProps {
  children: ReactNode;
  /** A line above the foot. */
  bar?: ReactNode;
  foot?: ReactNode;
  busy?: boolean;
}

/** The pane: what scrolls, and the foot that is always in view. Outlook draws the frame and the name above it. */
export function PaneFrame({ children, bar, foot, busy }: PaneFrameProps) {
  const styles = useStyles();
  return (
    <div className={styles.pane}>
      <main className={styles.scroll} aria-busy={busy}>
        {children}
      </main>
      {bar}
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </div>
  );
}

export function Section({ children, className, label }: { children: ReactNode; className?: string; label?: string }) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.section, className)} aria-label={label}>
      {children}
    </section>
  );
}

export function SectionHeading({ children }: { children: ReactNode }) {
  return <h2 className={useStyles().heading}>{children}</h2>;
}

export function Title({ children }: { children: ReactNode }) {
  return <h1 className={useStyles().title}>{children}</h1>;
}

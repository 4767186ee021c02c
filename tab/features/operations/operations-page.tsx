import { makeStyles, tokens } from '@fluentui/react-components';
import type { PageProps } from '../../page-props.ts';
import { FatesPage } from './fates/fates-page.tsx';

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground1 },
});

/** Is mail flowing, and what became of it. */
export default function OperationsPage({ place, goTo }: PageProps) {
  const styles = useStyles();
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      <FatesPage place={place} goTo={goTo} />
    </main>
  );
}

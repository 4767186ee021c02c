import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox';
import { useEffect, useState } from 'react';
import { useNavigation } from '../../navigation.tsx';
import { useSession } from '../../session/session.ts';
import { words } from '../../words.ts';
import { type Filter, filterOfView, isNarrowed } from './filter.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    justifyItems: 'center',
    alignContent: 'center',
    gap: '8px',
    flexGrow: 1,
    padding: '20px',
    textAlign: 'center',
  },
  icon: { color: tokens.colorNeutralForeground3 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  ways: { display: 'flex', gap: '8px', marginTop: '4px' },
});

/** Says why the list is empty and where to go from here. `all` and `open` are exact counts, undefined until known. */
export function EmptyList({
  filter,
  all,
  open,
}: {
  filter: Filter;
  all: number | undefined;
  open: number | undefined;
}) {
  const styles = useStyles();
  if (all === undefined) return null;
  if (all === 0) return <FirstDay />;
  const narrowed = isNarrowed(filter);
  return (
    <div className={styles.box}>
      <Filter20Regular className={styles.icon} />
      <h2 className={styles.title}>{narrowed ? words.empty.nothingFits : words.empty.view[filter.view]}</h2>
      {narrowed && <p className={styles.lead}>{words.empty.nothingFitsLead}</p>}
      <Ways filter={filter} open={open ?? 0} />
    </div>
  );
}

function Ways({ filter, open }: { filter: Filter; open: number }) {
  const styles = useStyles();
  const { go } = useNavigation();
  const show = (view: Filter['view']) => go({ filter: filterOfView(view), caseId: null });
  return (
    <div className={styles.ways}>
      {isNarrowed(filter) && (
        <Button size="small" onClick={() => show(filter.view)}>
          {words.empty.clearFilters}
        </Button>
      )}
      {filter.view !== 'open' && open > 0 && (
        <Button size="small" appearance={isNarrowed(filter) ? 'subtle' : 'secondary'} onClick={() => show('open')}>
          {words.empty.showOpen}
        </Button>
      )}
    </div>
  );
}

function FirstDay() {
  const styles = useStyles();
  const { me } = useSession();
  const { go } = useNavigation();
  const sandbox = me.mode === 'sandbox';
  const unfinished = useUnfinishedSetup();
  return (
    <div className={styles.box}>
      <MailInbox20Regular className={styles.icon} />
      <h2 className={styles.title}>{words.empty.firstDay}</h2>
      <p className={styles.lead}>{sandbox ? words.empty.firstDayLead : words.empty.firstDayProduction}</p>
      <div className={styles.ways}>
        {unfinished && (
          <Button
            appearance={sandbox ? 'secondary' : 'primary'}
            onClick={() =>
              go({ page: 'settings', place: { part: 'setup' }, filter: filterOfView('open'), caseId: null })
            }
          >
            {words.empty.setUp}
          </Button>
        )}
        {sandbox && (
          <Button as="a" href="/sandbox/" target="_blank" rel="noreferrer" appearance="primary">
            {words.empty.openSandbox}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Whether this is an admin who has not said yet that the set-up is done. */
function useUnfinishedSetup(): boolean {
  const { api, me } = useSession();
  const [unfinished, setUnfinished] = useState(false);
  useEffect(() => {
    if (me.role !== 'admin') return;
    api('readSetup', {}).then(
      ({ doneAt }) => setUnfinished(doneAt === null),
      () => setUnfinished(false),
    );
  }, [api, me.role]);
  return unfinished;
}

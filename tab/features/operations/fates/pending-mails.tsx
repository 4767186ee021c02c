import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import type { FateList } from '../../../../backend/contracts/fates.ts';
import { timeOfDay } from '../../../../ui/format.ts';
import { words } from '../words.ts';

const shown = 5;

const useStyles = makeStyles({
  box: { padding: '8px 14px', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: '6px' },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  retrying: { color: tokens.colorStatusWarningForeground1 },
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Mails that we know of and have not finished, those to be tried next first. */
export function PendingMails({ pending }: { pending: FateList['pending'] }) {
  const styles = useStyles();
  return (
    <section className={styles.box}>
      <h2 className={styles.title}>
        <ArrowClockwise16Regular className={mergeClasses(pending.retrying > 0 && styles.retrying)} />
        {words.pending.title(pending.total)}
      </h2>
      <ul className={styles.list}>
        {pending.items.slice(0, shown).map((mail) => (
          <li key={`${mail.mailbox} ${mail.notedAt} ${mail.nextTryAt}`}>
            {mail.mailbox}, {words.pending.tries(mail.attempts)}
            <span className={styles.quiet}>
              {mail.attempts > 0 && `, ${words.pending.next(timeOfDay(Date.parse(mail.nextTryAt)))}`}
              {mail.lastError !== null && ` · ${mail.lastError}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

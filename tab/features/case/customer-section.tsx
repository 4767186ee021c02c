import { Avatar, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import { StatusLabel } from '../../../ui/status.tsx';
import { useSession } from '../../session/session.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { words } from '../../words.ts';
import { CaseLink } from './side/case-link.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '10px', marginBottom: '8px', minWidth: 0 },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  list: { listStyle: 'none', margin: '4px 0 0', padding: 0 },
});

/** Who writes, and what else they wrote about. */
export function CustomerSection({ value }: { value: Case }) {
  const styles = useStyles();
  const { api } = useSession();
  const [others, setOthers] = useState<Case[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { email, name } = value.customer;
  useEffect(() => {
    let gone = false;
    api('lookupMail', { query: { sender: email } }).then(
      ({ customerCases }) => !gone && setOthers(customerCases.filter((each) => each.id !== value.id)),
      (failure: unknown) => !gone && setError(failure),
    );
    return () => {
      gone = true;
    };
  }, [api, email, value.id]);
  return (
    <>
      <div className={styles.head}>
        <Avatar name={name === '' ? email : name} size={32} aria-hidden />
        <span>
          <span className={styles.name}>{name === '' ? email : name}</span>
          <span className={styles.quiet}>{email}</span>
        </span>
      </div>
      {error !== null && <ProblemBar what={words.customer.notLoaded} error={error} />}
      {others !== null && (
        <span className={styles.quiet}>
          {others.length === 0 ? words.customer.none : words.customer.others(others.length)}
        </span>
      )}
      <ul className={styles.list}>
        {others?.slice(0, 8).map((each) => (
          <li key={each.id}>
            <CaseLink value={each} end={<StatusLabel status={each.status} />} />
          </li>
        ))}
      </ul>
    </>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Face } from '../../ui/person.tsx';
import { sandboxToken } from '../../ui/sandbox-session.ts';
import { useFocusRing } from '../shell/focus-ring.ts';
import { ProblemBar } from '../shell/problem-bar.tsx';
import { words } from '../words.ts';
import { StartPage } from './start-pages.tsx';

/** The people of the sandbox, one of each role. */
const people = [
  { role: 'agent', name: 'Jonas Weber' },
  { role: 'manager', name: 'Sofia Marin' },
  { role: 'admin', name: 'Alex Admin' },
] as const;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  button: {
    width: '100%',
    minHeight: '60px',
    padding: '8px',
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    border: 'none',
    textAlign: 'left',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1Hover },
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

/** The sandbox's way in. The token stays in memory, so a reload asks again. */
export function SignIn({ onToken }: { onToken: (token: string) => Promise<void> }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const [error, setError] = useState<unknown>(null);
  const choose = ({ role, name }: (typeof people)[number]) => {
    setError(null);
    sandboxToken(role, name).then(onToken).catch(setError);
  };
  return (
    <StartPage title={words.signIn.title} lead={words.signIn.lead}>
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.role} className={styles.row}>
            <button type="button" className={mergeClasses(styles.button, ring)} onClick={() => choose(person)}>
              <Face id={person.name} name={person.name} size={32} />
              <span>
                <span className={styles.name}>{person.name}</span>
                {words.signIn[person.role]}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {error !== null && <ProblemBar what={words.signIn.failed} error={error} />}
    </StartPage>
  );
}

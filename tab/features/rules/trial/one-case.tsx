import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import type { Rule } from '../../../../backend/contracts/workflow.ts';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { TextButton } from '../../../shell/text-button.tsx';
import type { Field } from '../builder/use-fields.ts';
import { words } from '../words.ts';
import { CaseOutcome } from './case-outcome.tsx';
import type { CaseTrial } from './use-case-trial.ts';

const useStyles = makeStyles({
  ask: { display: 'flex', gap: '6px' },
  input: { flexGrow: 1, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', gap: '8px', alignItems: 'center', minWidth: 0 },
  subject: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** The rule on one case: by its number, or one of those that changed last. */
export function OneCase({ rule, fields, trial }: { rule: Rule; fields: Field[]; trial: CaseTrial }) {
  const styles = useStyles();
  const [text, setText] = useState(trial.ref);
  const latest = useLatestCases();
  const tryOn = (ref: string) => {
    setText(ref);
    trial.tryOn(ref);
  };
  return (
    <>
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          tryOn(text.trim());
        }}
      >
        <Input
          className={styles.input}
          size="small"
          aria-label={words.trial.which}
          placeholder={words.trial.which}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
        <Button type="submit" size="small">
          {words.trial.test}
        </Button>
      </form>
      {trial.error !== null && <ProblemBar what={words.trial.failed} error={trial.error} />}
      {trial.result !== null && <CaseOutcome rule={rule} fields={fields} number={trial.ref} result={trial.result} />}
      {latest?.length === 0 && <p className={styles.quiet}>{words.trial.noCases}</p>}
      {latest !== null && latest.length > 0 && (
        <>
          <h3 className={styles.title}>{words.trial.latest}</h3>
          <ul className={styles.list}>
            {latest.map(({ id, number, subject }) => (
              <li key={id} className={styles.line}>
                <TextButton onClick={() => tryOn(number)}>{number}</TextButton>
                <span className={styles.subject} title={subject}>
                  {subject}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function useLatestCases(): Case[] | null {
  const { api } = useSession();
  const [cases, setCases] = useState<Case[] | null>(null);
  useEffect(() => {
    // Without the list a number can still be typed.
    api('listCases', { query: { sort: '-updated', limit: 6 } }).then(
      ({ items }) => setCases(items),
      () => undefined,
    );
  }, [api]);
  return cases;
}

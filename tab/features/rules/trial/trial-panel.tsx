import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Rule } from '../../../../backend/contracts/workflow.ts';
import type { Field } from '../builder/use-fields.ts';
import type { RuleFirings } from '../use-rules.ts';
import { words } from '../words.ts';
import { FiringList } from './firing-list.tsx';
import { OneCase } from './one-case.tsx';
import { PastCases } from './past-cases.tsx';
import type { CaseTrial } from './use-case-trial.ts';

const useStyles = makeStyles({
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '0 8px' },
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '8px',
    padding: '12px 16px 20px',
  },
  foot: { margin: 0, color: tokens.colorNeutralForeground3 },
});

type Part = keyof typeof words.trial.tabs;
const parts = Object.keys(words.trial.tabs) as Part[];

interface TrialPanelProps {
  rule: Rule;
  timezone: string;
  fields: Field[];
  trial: CaseTrial;
  firings: RuleFirings | undefined;
  firingsError: unknown;
}

/** What the rule would do and what it has done: on one case, on past ones, and its firings. */
export function TrialPanel({ rule, timezone, fields, trial, firings, firingsError }: TrialPanelProps) {
  const styles = useStyles();
  const [part, setPart] = useState<Part>('case');
  return (
    <section aria-label={words.trial.label}>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={part}
        onTabSelect={(_, data) => setPart(data.value as Part)}
      >
        {parts.map((each) => (
          <Tab key={each} value={each}>
            {words.trial.tabs[each]}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" aria-label={words.trial.tabs[part]}>
        {part === 'case' && <OneCase rule={rule} fields={fields} trial={trial} />}
        {part === 'past' && <PastCases rule={rule} fields={fields} timezone={timezone} />}
        {part === 'firings' && <FiringList firings={firings} error={firingsError} />}
        {part !== 'firings' && <p className={styles.foot}>{words.trial.changesNothing}</p>}
      </div>
    </section>
  );
}

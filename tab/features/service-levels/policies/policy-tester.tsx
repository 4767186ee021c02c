import { Field, Input, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircle16Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import { Subtract16Regular } from '@fluentui/react-icons/svg/subtract';
import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';
import { priorityWords } from '../../../../ui/words.ts';
import { useDirectory } from '../../../session/directory.tsx';
import type { Directory } from '../../../session/directory-names.ts';
import { words } from '../words.ts';
import { DueTimes } from './due-times.tsx';
import { type Policy, type Priority, priorities, scopeName } from './policy.ts';
import type { TestedMail } from './use-tested-case.ts';
import type { TestedCase, Verdict } from './which-policy.ts';

const text = words.tester;

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: '300px minmax(0, 1fr)',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
    '@media (max-width: 800px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: { display: 'grid', alignContent: 'start', gap: '8px', padding: '12px 16px' },
  result: {
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 800px)': { borderLeft: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  input: { minWidth: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '4px' },
  line: {
    display: 'grid',
    gridTemplateColumns: '16px 24px minmax(0, 1fr) minmax(0, 2fr)',
    gap: '8px',
    alignItems: 'center',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  hit: { fontWeight: tokens.fontWeightSemibold },
  good: { color: tokens.colorStatusSuccessForeground1 },
});

interface PolicyTesterProps {
  policies: readonly Policy[];
  calendars: readonly CalendarSetting[];
  verdicts: readonly Verdict[];
  tested: TestedMail;
  onChange: (tested: TestedMail) => void;
}

/** A case to try the policies on: which one applies, why those before it do not, and until when. */
export function PolicyTester({ policies, calendars, verdicts, tested, onChange }: PolicyTesterProps) {
  const styles = useStyles();
  const directory = useDirectory();
  const at = verdicts.findIndex(({ kind }) => kind === 'fits');
  const found = policies[at];
  return (
    <section className={styles.frame} aria-label={text.title}>
      <div className={styles.side}>
        <h2 className={styles.title}>{text.title}</h2>
        <TestedFields tested={tested} onChange={onChange} />
      </div>
      <div className={mergeClasses(styles.side, styles.result)}>
        <div role="status">
          {found !== undefined && <h2 className={styles.title}>{text.result(at + 1, found.name)}</h2>}
        </div>
        <ol className={styles.list}>
          {policies.map((policy, i) => (
            <li key={policy.id} className={mergeClasses(styles.line, i === at && styles.hit, i !== at && styles.quiet)}>
              {i === at ? (
                <CheckmarkCircle16Filled className={styles.good} />
              ) : i < at ? (
                <DismissCircle16Regular />
              ) : (
                <Subtract16Regular />
              )}
              <span>{i + 1}</span>
              <span>{policy.name}</span>
              <span>{reason(directory, policy, verdicts[i] ?? { kind: 'not_looked_at' }, tested)}</span>
            </li>
          ))}
        </ol>
        {found !== undefined && (
          <DueTimes
            policy={found}
            priority={tested.priority}
            calendar={calendars.find(({ id }) => id === found.calendar) ?? null}
            arrives={tested.arrives}
          />
        )}
      </div>
    </section>
  );
}

function reason(directory: Directory, policy: Policy, verdict: Verdict, tested: TestedCase): string {
  if (verdict.kind === 'fits') return text.fits;
  if (verdict.kind === 'off') return text.off;
  if (verdict.kind === 'not_looked_at') return text.notLooked;
  if (verdict.kind === 'no_targets') return text.noTargets(priorityWords[tested.priority]);
  const given = tested[verdict.scope];
  const is = given === '' ? text.nobody : scopeName(directory, verdict.scope, given);
  const wanted = (policy.when[verdict.scope] ?? []).map((one) => scopeName(directory, verdict.scope, one));
  return text.reason(text.not[verdict.scope], is, wanted.join(text.or));
}

function TestedFields({ tested, onChange }: Pick<PolicyTesterProps, 'tested' | 'onChange'>) {
  const styles = useStyles();
  const { categories, teams } = useDirectory();
  const set = (part: Partial<TestedMail>) => onChange({ ...tested, ...part });
  const field = (label: string, key: 'priority' | 'category' | 'team', choices: { id: string; name: string }[]) => (
    <Field label={label} size="small" orientation="horizontal">
      <Select
        size="small"
        className={styles.input}
        value={tested[key]}
        onChange={(_, data) => set({ [key]: data.value })}
      >
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
  const typed = (label: string, key: 'customer' | 'mailbox' | 'arrives', type: 'text' | 'datetime-local') => (
    <Field label={label} size="small" orientation="horizontal">
      <Input
        size="small"
        className={styles.input}
        type={type}
        value={tested[key]}
        onChange={(_, data) => set({ [key]: data.value })}
      />
    </Field>
  );
  return (
    <>
      {typed(text.mailbox, 'mailbox', 'text')}
      {field(text.team, 'team', [{ id: '', name: text.noTeam }, ...teams])}
      {field(text.category, 'category', categories)}
      {field(
        text.priority,
        'priority',
        priorities.map((id: Priority) => ({ id, name: priorityWords[id] })),
      )}
      {typed(text.customer, 'customer', 'text')}
      {typed(text.start, 'arrives', 'datetime-local')}
    </>
  );
}

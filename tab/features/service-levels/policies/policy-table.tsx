import { Badge, Button, makeStyles, mergeClasses, Select, Switch, tokens } from '@fluentui/react-components';
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';
import { priorityWords } from '../../../../ui/words.ts';
import { useDirectory } from '../../../session/directory.tsx';
import { differences } from '../../../settings/differences.ts';
import { TextButton } from '../../../shell/text-button.tsx';
import { ParsedInput } from '../parsed-input.tsx';
import { words } from '../words.ts';
import {
  type Policy,
  type Priority,
  priorities,
  readTargets,
  type Targets,
  targetsText,
  whenText,
  withTargets,
} from './policy.ts';
import type { Verdict } from './which-policy.ts';

const text = words.policies;

const useStyles = makeStyles({
  frame: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: '6px', overflowX: 'auto' },
  table: { width: '100%', minWidth: '1080px', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    textAlign: 'start',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    padding: '6px 6px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  sub: {
    display: 'block',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  hit: { backgroundColor: tokens.colorBrandBackground2, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  cell: { padding: '4px 6px', overflowWrap: 'anywhere' },
  name: { fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground1, textAlign: 'start' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  named: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  off: { color: tokens.colorNeutralForeground3 },
  ring: { borderRadius: '5px', outline: `2px solid ${tokens.colorCompoundBrandStroke}`, display: 'block' },
  select: { minWidth: 0 },
  moves: { display: 'flex' },
  lock: { display: 'flex', padding: '4px 8px' },
});

interface PolicyTableProps {
  policies: readonly Policy[];
  saved: readonly Policy[];
  calendars: readonly CalendarSetting[];
  verdicts: readonly Verdict[];
  /** Of the tested case: its cell is lit in the row that applies. */
  priority: Priority;
  open: string | null;
  readOnly: boolean;
  onChange: (policy: Policy) => void;
  onOrder: (policies: Policy[]) => void;
  onOpen: (id: string) => void;
}

/** The policies in their order; what a person changes most is changed in its cell. */
export function PolicyTable(props: PolicyTableProps) {
  const styles = useStyles();
  const { policies, saved, verdicts } = props;
  const before = new Map(saved.map((one) => [one.id, one]));
  return (
    <section className={styles.frame} aria-label={text.table}>
      <table className={styles.table}>
        <colgroup>
          {['60px', '34px', '17%', 'auto', '148px', '100px', '100px', '100px', '100px', '100px', '58px'].map(
            (width, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns stay.
              <col key={i} style={{ width }} />
            ),
          )}
        </colgroup>
        <thead>
          <tr>
            {[text.move, text.number, text.name, text.when, text.calendar].map((word) => (
              <th key={word} scope="col" className={styles.head}>
                {word}
              </th>
            ))}
            {priorities.map((priority) => (
              <th key={priority} scope="col" className={styles.head}>
                {priorityWords[priority]}
                <span className={styles.sub}>{text.pair}</span>
              </th>
            ))}
            <th scope="col" className={styles.head}>
              {text.on}
            </th>
          </tr>
        </thead>
        <tbody>
          {policies.map((policy, at) => (
            <PolicyRow
              key={policy.id}
              {...props}
              policy={policy}
              at={at}
              changed={
                before.has(policy.id)
                  ? differences(before.get(policy.id), policy).map(({ path }) => path.slice(0, 2).join('.'))
                  : null
              }
              applies={verdicts[at]?.kind === 'fits'}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface PolicyRowProps extends PolicyTableProps {
  policy: Policy;
  at: number;
  /** Null for a policy that is new. */
  changed: string[] | null;
  applies: boolean;
}

function PolicyRow(props: PolicyRowProps) {
  const { policy, at, policies, calendars, changed, applies, priority, open, readOnly, onChange, onOpen } = props;
  const styles = useStyles();
  const directory = useDirectory();
  const last = at === policies.length - 1;
  const quiet = mergeClasses(styles.cell, !policy.on && styles.off);
  return (
    <tr className={mergeClasses(styles.row, applies && styles.hit)}>
      <td className={styles.cell}>{last ? <Lock /> : <Moves {...props} />}</td>
      <td className={quiet}>{at + 1}</td>
      <td className={styles.cell}>
        <span className={styles.named}>
          <TextButton
            aria-label={text.edit(policy.name)}
            aria-expanded={open === policy.id}
            onClick={() => onOpen(policy.id)}
          >
            <span className={mergeClasses(styles.name, !policy.on && styles.off, applies && styles.strong)}>
              {policy.name}
            </span>
          </TextButton>
          {applies && (
            <Badge appearance="outline" size="small" color="informative">
              {text.applies}
            </Badge>
          )}
        </span>
      </td>
      <td className={quiet}>{last ? text.fallback : whenText(directory, policy)}</td>
      <td className={styles.cell}>
        <Select
          size="small"
          className={styles.select}
          aria-label={text.calendarOf(policy.name)}
          disabled={readOnly}
          value={policy.calendar}
          onChange={(_, data) => onChange({ ...policy, calendar: data.value })}
        >
          {calendarChoices(calendars, policy.calendar).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </td>
      {priorities.map((each) => (
        <td key={each} className={styles.cell}>
          <span className={mergeClasses(applies && each === priority && styles.ring)}>
            <ParsedInput<Targets | null>
              label={text.target(policy.name, priorityWords[each])}
              value={policy.targets[each] ?? null}
              format={(targets) => targetsText(targets ?? undefined)}
              read={(typed) => {
                const found = readTargets(typed, policy.targets[each]);
                return last && found === null ? undefined : found;
              }}
              onChange={(targets) => onChange(withTargets(policy, each, targets))}
              hint={last ? text.lastTargetHint : text.targetHint}
              placeholder={text.notSet}
              changed={changed?.includes(`targets.${each}`) ?? true}
              disabled={readOnly}
            />
          </span>
        </td>
      ))}
      <td className={styles.cell}>
        <Switch
          aria-label={text.onOf(policy.name)}
          checked={policy.on}
          disabled={readOnly || last}
          onChange={(_, data) => onChange({ ...policy, on: data.checked })}
        />
      </td>
    </tr>
  );
}

function Moves({ policy, at, policies, readOnly, onOrder }: PolicyRowProps) {
  const styles = useStyles();
  const move = (by: -1 | 1) => {
    const others = policies.filter((one) => one !== policy);
    onOrder([...others.slice(0, at + by), policy, ...others.slice(at + by)]);
  };
  return (
    <span className={styles.moves}>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUp16Regular />}
        aria-label={text.moveUp(policy.name)}
        title={text.moveUp(policy.name)}
        disabled={readOnly}
        disabledFocusable={!readOnly && at === 0}
        onClick={() => move(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowDown16Regular />}
        aria-label={text.moveDown(policy.name)}
        title={text.moveDown(policy.name)}
        disabled={readOnly}
        disabledFocusable={!readOnly && at >= policies.length - 2}
        onClick={() => move(1)}
      />
    </span>
  );
}

function Lock() {
  const styles = useStyles();
  return (
    <span className={styles.lock} role="img" aria-label={text.locked} title={text.locked}>
      <LockClosed16Regular />
    </span>
  );
}

/** A calendar that is not there any more is still shown by its id. */
function calendarChoices(calendars: readonly CalendarSetting[], chosen: string): { id: string; name: string }[] {
  const choices = [{ id: 'always', name: words.always }, ...calendars];
  return choices.some(({ id }) => id === chosen) ? choices : [...choices, { id: chosen, name: chosen }];
}

import { makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';
import type { Rule, RulesDocument } from '../../../backend/contracts/workflow.ts';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { kindOfTrigger } from './builder/fresh-trigger.ts';
import { byId, differs } from './rule-edits.ts';
import type { EditedRules, RuleFirings } from './use-firings.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '3px solid transparent',
  },
  here: {
    borderLeftColor: tokens.colorCompoundBrandBackground,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '& span': { color: tokens.colorNeutralForeground1Selected },
  },
  opener: {
    display: 'grid',
    gridTemplateColumns: '18px minmax(0, 1fr) auto',
    columnGap: '6px',
    alignItems: 'center',
    flexGrow: 1,
    minWidth: 0,
    padding: '6px 0 6px 12px',
    border: 'none',
    font: 'inherit',
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
  when: { gridColumn: '2' },
  name: { gridColumn: '2 / -1', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  bold: { fontWeight: tokens.fontWeightSemibold },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

interface RuleListProps {
  rules: EditedRules;
  draft: RulesDocument;
  chosen: string | undefined;
  readOnly: boolean;
  onChoose: (id: string) => void;
}

/** The rules from top to bottom, as they run. */
export function RuleList({ rules, draft, chosen, readOnly, onChoose }: RuleListProps) {
  const styles = useStyles();
  const turn = (id: string, enabled: boolean) =>
    rules.change((before) => before.map((rule) => (rule.id === id ? { ...rule, enabled } : rule)));
  return (
    <ol className={styles.list} aria-label={words.list.label}>
      {draft.rules.map((rule, at) => (
        <RuleRow
          key={rule.id}
          rule={rule}
          place={at + 1}
          here={rule.id === chosen}
          unsaved={differs(byId(rules.saved, rule.id), rule)}
          firings={rules.firings?.find(({ ruleId }) => ruleId === rule.id)}
          readOnly={readOnly}
          onChoose={() => onChoose(rule.id)}
          onTurn={(enabled) => turn(rule.id, enabled)}
        />
      ))}
    </ol>
  );
}

interface RuleRowProps {
  rule: Rule;
  place: number;
  here: boolean;
  unsaved: boolean;
  firings: RuleFirings | undefined;
  readOnly: boolean;
  onChoose: () => void;
  onTurn: (enabled: boolean) => void;
}

function RuleRow({ rule, place, here, unsaved, firings, readOnly, onChoose, onTurn }: RuleRowProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const when = rule.when.map((trigger) => words.when.kinds[kindOfTrigger(trigger)]).join(` ${words.when.or} `);
  return (
    <li className={mergeClasses(styles.row, here && styles.here)}>
      <button
        type="button"
        className={mergeClasses(styles.opener, ring)}
        aria-current={here ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className={styles.quiet}>{place}</span>
        <span className={mergeClasses(styles.name, here && styles.bold)} title={rule.name}>
          {rule.name}
        </span>
        <span className={mergeClasses(styles.quiet, styles.when)} title={when}>
          {when}
        </span>
        <span className={styles.quiet} title={firings && words.list.month(firings.last30Days)}>
          {unsaved ? words.list.unsaved : firings && words.list.today(firings.today)}
        </span>
      </button>
      <Switch
        aria-label={words.list.on(rule.name)}
        checked={rule.enabled}
        disabled={readOnly}
        onChange={(_, data) => onTurn(data.checked)}
      />
    </li>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { Rule, RulesDocument } from '../../../backend/contracts/workflow.ts';
import { RuleBuilder } from './builder/rule-builder.tsx';
import { useFields } from './builder/use-fields.ts';
import { RuleHead } from './rule-head.tsx';
import { TrialPanel } from './trial/trial-panel.tsx';
import { useCaseTrial } from './trial/use-case-trial.ts';
import type { EditedRules } from './use-firings.ts';

const useStyles = makeStyles({
  bench: {
    display: 'grid',
    flexGrow: 1,
    gridTemplateColumns: 'minmax(0, 1fr) 352px',
    gridTemplateRows: '1fr',
    '@media (max-width: 1279px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto 1fr' },
  },
  builder: {
    margin: 0,
    minWidth: 0,
    padding: '8px 20px 20px',
    border: 'none',
    '@media (max-width: 639px)': { padding: '8px 16px 16px' },
  },
  trial: {
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1279px)': {
      borderLeft: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
});

interface RuleWorkbenchProps {
  rule: Rule;
  rules: EditedRules;
  draft: RulesDocument;
  readOnly: boolean;
  onRemove: () => void;
  onDuplicate: () => void;
}

/** The builder of a rule with its test beside it; the test's ticks stand in the builder too. */
export function RuleWorkbench({ rule, rules, draft, readOnly, onRemove, onDuplicate }: RuleWorkbenchProps) {
  const styles = useStyles();
  const { timezone } = draft;
  const fields = useFields();
  const trial = useCaseTrial(rule, timezone);
  const edit = (part: Partial<Rule>) =>
    rules.change((before) => before.map((each) => (each.id === rule.id ? { ...each, ...part } : each)));
  return (
    <div className={styles.bench}>
      <fieldset className={styles.builder} disabled={readOnly} aria-label={rule.name}>
        <RuleHead
          rule={rule}
          order={draft.rules}
          readOnly={readOnly}
          onEdit={edit}
          onReorder={(order) => rules.change(() => order)}
          onRemove={onRemove}
          onDuplicate={onDuplicate}
        />
        <RuleBuilder
          rule={rule}
          timezone={timezone}
          fields={fields}
          ticks={trial.ticks}
          readOnly={readOnly}
          onEdit={edit}
        />
      </fieldset>
      <div className={styles.trial}>
        <TrialPanel
          rule={rule}
          timezone={timezone}
          fields={fields}
          trial={trial}
          firings={rules.firings?.find(({ ruleId }) => ruleId === rule.id)}
          firingsError={rules.firingsError}
        />
      </div>
    </div>
  );
}

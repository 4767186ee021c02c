import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Rule, RulesDocument } from '../../../backend/contracts/workflow.ts';
import { OvertakenBar } from '../../shell/overtaken-bar.tsx';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useDone } from '../../shell/undo.tsx';
import { missingFrom } from './missing.ts';
import { byId, changesBetween, differs } from './rule-edits.ts';
import type { LoadedRules } from './use-rules.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: '8px',
    minHeight: '48px',
    boxSizing: 'border-box',
    padding: '8px 20px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  why: { flexGrow: 1, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  problem: { padding: '8px 20px' },
});

/** One button for all changes, with their number; and what stood in the way of saving. */
export function SaveBar({ rules, draft }: { rules: LoadedRules; draft: RulesDocument }) {
  const styles = useStyles();
  const done = useDone();
  const { saved, saving, saveError, stale, discard } = rules;
  const changes = saved === null ? 0 : changesBetween(saved, draft);
  const isChanged = (rule: Rule) => saved !== null && differs(byId(saved, rule.id), rule);
  const incomplete = draft.rules.find((rule) => isChanged(rule) && missingFrom(rule) !== null);
  const save = (how?: 'anyway') => {
    void rules.save(how).then((isSaved) => isSaved && done({ text: words.save.done }));
  };
  return (
    <>
      <div className={styles.bar}>
        {changes > 0 && incomplete !== undefined && (
          <span className={styles.why}>{words.missing.rule(incomplete.name, missingFrom(incomplete) ?? '')}</span>
        )}
        {changes > 0 && <Button onClick={discard}>{words.save.discard}</Button>}
        <Button
          appearance="primary"
          disabledFocusable={changes === 0 || saving || incomplete !== undefined}
          onClick={() => save()}
        >
          {words.save.save(changes)}
        </Button>
      </div>
      {stale && (
        <div className={styles.problem}>
          <OvertakenBar title={words.save.staleTitle} onTheirs={discard} onMine={() => save('anyway')}>
            {words.save.stale}
          </OvertakenBar>
        </div>
      )}
      {saveError !== null && !stale && (
        <div className={styles.problem}>
          <ProblemBar what={words.save.failed} error={saveError} onRetry={() => save()} />
        </div>
      )}
    </>
  );
}

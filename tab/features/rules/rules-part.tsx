import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { SettingsPartProps } from '../../page-props.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useDone } from '../../shell/undo.tsx';
import { byId, newRule } from './rule-edits.ts';
import { RuleList } from './rule-list.tsx';
import { RuleWorkbench } from './rule-workbench.tsx';
import { SaveBar } from './save-bar.tsx';
import { useRules } from './use-rules.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: '272px minmax(0, 1fr)',
    minHeight: '100%',
    boxSizing: 'border-box',
    '@media (max-width: 1099px)': { gridTemplateColumns: '232px minmax(0, 1fr)' },
    '@media (max-width: 799px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: {
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 799px)': { borderRight: 'none' },
  },
  work: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  loading: { display: 'grid', gap: '8px', padding: '20px' },
  problem: { padding: '20px' },
  none: { padding: '8px 20px', color: tokens.colorNeutralForeground3 },
});

/** The rules in their order, the builder of the chosen one, and what it would do. */
export default function RulesPart({ place, goTo, readOnly }: SettingsPartProps) {
  const styles = useStyles();
  const done = useDone();
  const rules = useRules();
  const { draft, error, reload, change } = rules;
  if (error !== null)
    return (
      <div className={styles.problem}>
        <ProblemBar what={words.notLoaded} error={error} onRetry={reload} />
      </div>
    );
  if (draft === null)
    return (
      <Skeleton className={styles.loading} aria-label={words.loading}>
        {Array.from({ length: 6 }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike.
          <SkeletonItem key={line} size={32} />
        ))}
      </Skeleton>
    );
  const chosen = byId(draft, place.rule ?? '') ?? draft.rules[0];
  const choose = (rule: string) => goTo({ ...place, rule });
  const add = () => {
    const rule = newRule(freshId(), words.head.fresh);
    change((before) => [...before, rule]);
    choose(rule.id);
  };
  const remove = () => {
    if (chosen === undefined) return;
    const at = draft.rules.indexOf(chosen);
    change((before) => before.filter(({ id }) => id !== chosen.id));
    const undo = async () => change((before) => before.toSpliced(at, 0, chosen));
    done({ text: words.head.removed(chosen.name), undo });
  };
  const duplicate = () => {
    if (chosen === undefined) return;
    const copy = { ...chosen, id: freshId(), name: words.head.copyOf(chosen.name).slice(0, 100), enabled: false };
    change((before) => before.toSpliced(before.findIndex(({ id }) => id === chosen.id) + 1, 0, copy));
    choose(copy.id);
  };
  return (
    <div className={styles.page}>
      <div className={styles.list}>
        <RuleList rules={rules} draft={draft} chosen={chosen?.id} readOnly={readOnly} onChoose={choose} onAdd={add} />
      </div>
      <div className={styles.work}>
        {!readOnly && <SaveBar rules={rules} draft={draft} />}
        {chosen === undefined ? (
          <p className={styles.none}>{words.none}</p>
        ) : (
          <RuleWorkbench
            key={chosen.id}
            rule={chosen}
            rules={rules}
            draft={draft}
            readOnly={readOnly}
            onRemove={remove}
            onDuplicate={duplicate}
          />
        )}
      </div>
    </div>
  );
}

function freshId(): string {
  return `rule-${crypto.randomUUID().slice(0, 8)}`;
}

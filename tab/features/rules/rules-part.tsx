import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { Rule } from '../../../backend/contracts/workflow.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { DocumentFrame } from '../../settings/document-frame.tsx';
import { useDocument } from '../../settings/use-document.ts';
import { useDone } from '../../shell/undo.tsx';
import { missingFrom } from './missing.ts';
import { byId, differs, newRule } from './rule-edits.ts';
import { RuleList } from './rule-list.tsx';
import { RuleWorkbench } from './rule-workbench.tsx';
import { useFirings } from './use-firings.ts';
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
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 799px)': { borderRight: 'none' },
  },
  work: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  none: { padding: '8px 20px', color: tokens.colorNeutralForeground3 },
});

/** The rules in their order, the builder of the chosen one, and what it would do. */
export default function RulesPart({ place, goTo, readOnly }: SettingsPartProps) {
  const styles = useStyles();
  const done = useDone();
  const document = useDocument('rules');
  const counts = useFirings();
  const { draft, saved } = document;
  const change = (edit: (rules: Rule[]) => Rule[]) => document.change((now) => ({ ...now, rules: edit(now.rules) }));
  const order = draft?.rules ?? [];
  const chosen = order.find(({ id }) => id === place.rule) ?? order[0];
  const choose = (rule: string) => goTo({ ...place, rule });
  const add = () => {
    const rule = newRule(freshId(), words.head.fresh);
    change((before) => [...before, rule]);
    choose(rule.id);
  };
  const remove = () => {
    if (chosen === undefined) return;
    const at = order.indexOf(chosen);
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
  const isChanged = (rule: Rule) => saved !== null && differs(byId(saved, rule.id), rule);
  const incomplete = order.find((rule) => isChanged(rule) && missingFrom(rule) !== null);
  return (
    <DocumentFrame
      document={document}
      title={words.title}
      lead={words.order}
      readOnly={readOnly}
      wide
      blocked={incomplete && words.missing.rule(incomplete.name, missingFrom(incomplete) ?? '')}
      actions={
        <Button
          appearance="subtle"
          size="small"
          icon={<Add16Regular />}
          aria-label={words.list.addLabel}
          disabled={saved === null}
          onClick={add}
        >
          {words.list.add}
        </Button>
      }
    >
      {(now, inForce) => {
        const rules = { saved: inForce, change, ...counts };
        return (
          <div className={styles.page}>
            <div className={styles.list}>
              <RuleList rules={rules} draft={now} chosen={chosen?.id} readOnly={readOnly} onChoose={choose} />
            </div>
            <div className={styles.work}>
              {chosen === undefined ? (
                <p className={styles.none}>{words.none}</p>
              ) : (
                <RuleWorkbench
                  key={chosen.id}
                  rule={chosen}
                  rules={rules}
                  draft={now}
                  readOnly={readOnly}
                  onRemove={remove}
                  onDuplicate={duplicate}
                />
              )}
            </div>
          </div>
        );
      }}
    </DocumentFrame>
  );
}

function freshId(): string {
  return `rule-${crypto.randomUUID().slice(0, 8)}`;
}

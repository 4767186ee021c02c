import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { Action } from '../../../../backend/contracts/workflow.ts';
import { moved, replacedAt, withoutAt } from '../rule-edits.ts';
import { words } from '../words.ts';
import { ActionDetails } from './action-details.tsx';
import { Choose, choicesOf } from './choose.tsx';
import { type ActionKind, freshAction, kindOfAction } from './fresh-action.ts';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 5fr) 24px 24px',
    gap: '6px',
    alignItems: 'start',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) 24px 24px' },
  },
  details: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '6px',
    minWidth: 0,
    '@media (max-width: 639px)': { gridColumn: '1 / -1', gridRow: '2' },
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  space: { flexGrow: 1 },
  button: { fontWeight: tokens.fontWeightRegular },
  hint: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

interface ThenEditorProps {
  actions: Action[];
  stop: boolean;
  readOnly: boolean;
  onChange: (part: { do?: Action[]; stop?: boolean }) => void;
}

/** What the rule does, one action a line. */
export function ThenEditor({ actions, stop, readOnly, onChange }: ThenEditorProps) {
  const styles = useStyles();
  const put = (next: Action[]) => onChange({ do: next });
  return (
    <Section title={words.act.title} lead={words.act.lead}>
      {actions.map((action, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an action has no other name than its place.
        <div key={at} className={styles.row}>
          <Choose
            label={words.act.action(at + 1)}
            value={kindOfAction(action)}
            choices={choicesOf(words.act.kinds)}
            onChoose={(kind) => put(replacedAt(actions, at, freshAction(kind as ActionKind)))}
          />
          <div className={styles.details}>
            <ActionDetails action={action} place={at + 1} onChange={(next) => put(replacedAt(actions, at, next))} />
          </div>
          {readOnly || at === 0 ? (
            <span />
          ) : (
            <Button
              appearance="subtle"
              size="small"
              icon={<ArrowUp16Regular />}
              aria-label={words.act.up(at + 1)}
              onClick={() => put(moved(actions, at, -1))}
            />
          )}
          {!readOnly && actions.length > 1 && (
            <Button
              appearance="subtle"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={words.act.remove(at + 1)}
              onClick={() => put(withoutAt(actions, at))}
            />
          )}
        </div>
      ))}
      <div className={styles.foot}>
        {!readOnly && actions.length < 20 && (
          <Button
            className={styles.button}
            appearance="subtle"
            size="small"
            icon={<Add16Regular />}
            onClick={() => put([...actions, freshAction('add_tags')])}
          >
            {words.act.add}
          </Button>
        )}
        <span className={styles.hint}>{words.act.placeholders}</span>
        <span className={styles.space} />
        <Switch label={words.act.stop} checked={stop} onChange={(_, data) => onChange({ stop: data.checked })} />
      </div>
    </Section>
  );
}

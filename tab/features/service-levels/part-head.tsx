import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { OvertakenBar } from '../../shell/overtaken-bar.tsx';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '36px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  lead: { color: tokens.colorNeutralForeground3, flexGrow: 1, flexShrink: 1, flexBasis: '200px' },
});

interface PartHeadProps {
  title: string;
  lead: string;
  draft: Pick<
    Draft<unknown>,
    'saved' | 'changes' | 'error' | 'overtaken' | 'saving' | 'discard' | 'save' | 'saveAnyway' | 'reload'
  >;
  readOnly: boolean;
  addWord: string;
  onAdd: () => void;
}

/** Title of a part, and the one button that saves all of its changes. */
export function PartHead({ title, lead, draft, readOnly, addWord, onAdd }: PartHeadProps) {
  const styles = useStyles();
  const { saved, changes, error, overtaken, saving } = draft;
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <span className={styles.lead}>{lead}</span>
        {!readOnly && (
          <>
            <Button size="small" appearance="subtle" icon={<Add16Regular />} disabled={saved === null} onClick={onAdd}>
              {addWord}
            </Button>
            <Button size="small" disabled={changes === 0 || saving} onClick={draft.discard}>
              {words.discard}
            </Button>
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={changes === 0 || saving || overtaken}
              onClick={draft.save}
            >
              {words.save(changes)}
            </Button>
          </>
        )}
      </div>
      {overtaken && (
        <OvertakenBar title={words.overtaken} onTheirs={draft.reload} onMine={draft.saveAnyway}>
          {words.overtakenLead}
        </OvertakenBar>
      )}
      {error !== null && !overtaken && (
        <ProblemBar
          what={saved === null ? words.notLoaded : words.notSaved}
          error={error}
          {...(saved === null && { onRetry: draft.reload })}
        />
      )}
    </>
  );
}

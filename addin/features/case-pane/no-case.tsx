import { Button, makeStyles } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { CaseList, endedCases, openCases } from './case-list.tsx';
import { PaneFrame } from './layout.tsx';
import { MailFacts } from './mail-facts.tsx';
import type { Pane } from './pane.ts';
import type { WithoutCase } from './pane-state.ts';
import { ProblemBar } from './problem-bar.tsx';
import { SuggestionSkeleton } from './skeletons.tsx';
import { Suggestion } from './suggestion.tsx';

const useStyles = makeStyles({ create: { flexGrow: 1, minHeight: '36px' } });

/** A mail that is no case: what the analyst would do, and the button that makes it one. */
export function NoCase({ state, pane }: { state: WithoutCase; pane: Pane }) {
  const styles = useStyles();
  const sender = state.mail.from?.name ?? 'this sender';
  const foot = (
    <Button
      appearance="primary"
      className={styles.create}
      icon={<Add20Regular />}
      disabledFocusable={state.creating}
      onClick={() => void pane.createCase()}
    >
      {state.creating ? 'Creating the case …' : 'Create case'}
    </Button>
  );
  return (
    <PaneFrame foot={foot}>
      {state.problem !== null && <ProblemBar problem={state.problem} onRetry={() => void pane.createCase()} />}
      <MailFacts mail={state.mail} />
      <Analysis state={state} pane={pane} />
      <CaseList title={`Open cases of ${sender}`} cases={openCases(state.others)} />
      <CaseList title="Solved before" cases={endedCases(state.others)} />
    </PaneFrame>
  );
}

function Analysis({ state, pane }: { state: WithoutCase; pane: Pane }) {
  if (state.suggestionProblem !== null) return <ProblemBar problem={state.suggestionProblem} />;
  if (state.suggestion === null) return <SuggestionSkeleton />;
  return (
    <Suggestion triage={state.suggestion} choice={state.choice} onChoose={pane.choose} disabled={state.creating} />
  );
}

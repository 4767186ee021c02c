import { Button, makeStyles } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { lazy, Suspense, useState } from 'react';
import type { Api } from '../../../ui/api.ts';
import { CaseList, endedCases, openCases } from './case-list.tsx';
import { PaneFrame, Section } from './layout.tsx';
import { MailFacts } from './mail-facts.tsx';
import { NamedCases } from './named-cases.tsx';
import type { Pane } from './pane.ts';
import type { WithoutCase } from './pane-state.ts';
import { ProblemBar } from './problem-bar.tsx';
import { SuggestionSkeleton } from './skeletons.tsx';
import { Suggestion } from './suggestion.tsx';
import { TakeAlong } from './take-along.tsx';

const CasePicker = lazy(() => import('./forms/case-picker.tsx').then(({ CasePicker: form }) => ({ default: form })));

const useStyles = makeStyles({
  foot: { flexGrow: 1, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '4px' },
  create: { gridColumn: '1 / -1', minHeight: '36px' },
  noCase: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
});

interface NoCaseProps {
  state: WithoutCase;
  pane: Pane;
  api: Api;
}

/** A mail that is no case: what the analyst would do, and the ways to go on. */
export function NoCase({ state, pane, api }: NoCaseProps) {
  const sender = state.mail.from?.name ?? 'this sender';
  const open = openCases(state.others);
  const add = state.dismissed || state.creating ? undefined : (number: string) => void pane.convert(number);
  return (
    <PaneFrame foot={<Foot state={state} pane={pane} api={api} />}>
      {state.problem !== null && <ProblemBar problem={state.problem} onRetry={() => void pane.convert()} />}
      <MailFacts mail={state.mail} />
      {state.dismissed ? (
        <Dismissed onBack={() => pane.dismiss(false)} />
      ) : (
        <>
          <Analysis state={state} pane={pane} />
          <TakeAlong state={state} onChange={pane.takeAlong} />
        </>
      )}
      <NamedCases api={api} mail={state.mail} {...(add && { onAdd: add })} />
      <CaseList title={`Open cases of ${sender}`} cases={open} {...(add && { onAdd: add })} />
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

function Dismissed({ onBack }: { onBack: () => void }) {
  const styles = useStyles();
  return (
    <Section>
      <div className={styles.noCase} role="status">
        Not a case. The mail stays where it is.
        <Button size="small" appearance="transparent" onClick={onBack}>
          Undo
        </Button>
      </div>
    </Section>
  );
}

function Foot({ state, pane, api }: NoCaseProps) {
  const styles = useStyles();
  const [picking, setPicking] = useState(false);
  if (picking) {
    return (
      <Suspense fallback={null}>
        <CasePicker
          api={api}
          label="Add this mail to"
          offered={openCases(state.others)}
          busy={state.creating}
          onPick={({ number }) => void pane.convert(number)}
          onClose={() => setPicking(false)}
        />
      </Suspense>
    );
  }
  return (
    <div className={styles.foot}>
      <Button
        appearance="primary"
        className={styles.create}
        icon={<Add20Regular />}
        disabledFocusable={state.creating}
        onClick={() => void pane.convert()}
      >
        {state.creating ? 'Creating the case …' : 'Create case'}
      </Button>
      <Button appearance="subtle" disabledFocusable={state.creating} onClick={() => setPicking(true)}>
        Add to case…
      </Button>
      <Button
        appearance="subtle"
        disabledFocusable={state.creating || state.dismissed}
        onClick={() => pane.dismiss(true)}
      >
        Not a case
      </Button>
    </div>
  );
}

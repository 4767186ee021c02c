import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add';
import type { Api } from '../../../ui/api.ts';
import { MoodLabel } from '../../../ui/mood.tsx';
import { withEdit } from './case-edit.ts';
import { CaseFoot } from './case-foot.tsx';
import { caseLink } from './case-link.ts';
import { CaseList, openCases } from './case-list.tsx';
import { agentName, useChoices } from './choices.ts';
import { ClockLines } from './clock-lines.tsx';
import { ConflictBar } from './conflict-bar.tsx';
import { Conversation } from './conversation.tsx';
import { DoneBar } from './done-bar.tsx';
import { AssigneePicker, CategoryPicker, PriorityPicker, StatusPicker } from './field-pickers.tsx';
import { PaneFrame, Section, Title } from './layout.tsx';
import { NamedCases } from './named-cases.tsx';
import type { Pane } from './pane.ts';
import type { WithCase } from './pane-state.ts';
import { ProblemBar } from './problem-bar.tsx';
import { SuggestedReply } from './suggested-reply.tsx';
import { ComplaintChip } from './suggestion.tsx';
import { TaskList } from './task-list.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', gap: '8px', alignItems: 'baseline' },
  number: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  open: { marginLeft: 'auto', fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  chips: { display: 'flex', gap: '12px', alignItems: 'center', marginTop: '6px', flexWrap: 'wrap' },
  summary: { margin: '6px 0 0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '6px' },
  mine: { marginTop: '6px', paddingLeft: 0, minWidth: 0 },
});

/** The case of the open mail: its clocks, its four fields, a reply, its tasks, its conversation. */
export function CaseView({ state, pane, api }: { state: WithCase; pane: Pane; api: Api }) {
  const { value, conflict, problem, done } = state;
  return (
    <PaneFrame
      foot={<CaseFoot state={state} pane={pane} api={api} />}
      bar={done !== null && <DoneBar done={done} onUndo={() => void pane.undo()} />}
    >
      <Head state={state} />
      {problem !== null && <ProblemBar problem={problem} />}
      {conflict !== null && <ConflictBar conflict={conflict} onSettle={(side) => void pane.settle(side)} />}
      <Fields state={state} pane={pane} />
      <SuggestedReply api={api} state={state} />
      <TaskList
        tasks={state.tasks ?? []}
        disabled={state.acting || !value.actions.includes('edit')}
        onTick={(task, isDone) => void pane.act({ kind: 'tick', task, done: isDone })}
      />
      {state.messages !== null && (
        <Conversation number={value.number} messages={state.messages} openMail={state.mail.internetMessageId} />
      )}
      <NamedCases api={api} mail={state.mail} shown={value.number} />
      <CaseList
        title={`Other open cases of ${value.customer.name || value.customer.email}`}
        cases={openCases(state.others)}
      />
    </PaneFrame>
  );
}

function Head({ state: { value } }: { state: WithCase }) {
  const styles = useStyles();
  return (
    <Section>
      <div className={styles.head}>
        <span className={styles.number}>{value.number}</span>
        <span className={styles.quiet} title={value.customer.email}>
          {value.customer.name || value.customer.email}
        </span>
        <Link className={styles.open} href={caseLink(value.number)} target="_blank" rel="noopener">
          Open case
        </Link>
      </div>
      <Title>{value.subject}</Title>
      {value.summary !== '' && <p className={styles.summary}>{value.summary}</p>}
      <div className={styles.chips}>
        <MoodLabel mood={value.sentiment} />
        {value.complaint && <ComplaintChip />}
      </div>
      <ClockLines sla={value.sla} />
    </Section>
  );
}

function Fields({ state, pane }: { state: WithCase; pane: Pane }) {
  const styles = useStyles();
  const choices = useChoices();
  const { saving, conflict } = state;
  const value = saving === null ? state.value : withEdit(state.value, saving, (id) => agentName(choices, id));
  const { me } = choices;
  const waiting = saving !== null || conflict !== null;
  const cannot = (action: (typeof value.actions)[number]) => waiting || !value.actions.includes(action);
  return (
    <Section label="Fields of the case">
      <div className={styles.fields} aria-busy={saving !== null}>
        <StatusPicker
          wide
          value={value.status}
          next={value.nextStatuses}
          disabled={cannot('set_status')}
          onPick={(to) => void pane.edit({ field: 'status', to })}
        />
        <PriorityPicker
          wide
          value={value.priority}
          disabled={cannot('set_priority')}
          onPick={(to) => void pane.edit({ field: 'priority', to })}
        />
        <AssigneePicker
          wide
          value={value.assignee}
          name={value.assigneeName}
          disabled={cannot('assign')}
          onPick={(to) => void pane.edit({ field: 'assignee', to })}
        />
        <CategoryPicker
          wide
          value={value.category}
          disabled={cannot('edit')}
          onPick={(to) => void pane.edit({ field: 'category', to })}
        />
      </div>
      {me !== null && value.assignee !== me && value.actions.includes('assign') && (
        <Button
          className={styles.mine}
          size="small"
          appearance="transparent"
          icon={<PersonAdd16Regular />}
          disabledFocusable={waiting}
          onClick={() => void pane.edit({ field: 'assignee', to: me })}
        >
          Assign to me
        </Button>
      )}
    </Section>
  );
}

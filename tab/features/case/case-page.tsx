import { Button, makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import { leadingClock } from '../../../backend/contracts/clock-words.ts';
import { toneAt } from '../../../ui/clock-reading.ts';
import { useNow } from '../../../ui/now.ts';
import { useNavigation } from '../../navigation.tsx';
import { markSeen } from '../../session/seen.ts';
import { useSession } from '../../session/session.ts';
import { useKeys } from '../../shell/keys.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useWidth } from '../../shell/width.ts';
import { words } from '../../words.ts';
import { type CaseActions, useCaseActions } from './actions/use-case-actions.ts';
import { actionWords } from './actions/words.ts';
import { CaseFields } from './case-fields.tsx';
import { CaseHead, type CasePlace, HeadClock } from './case-head.tsx';
import { Composer } from './composer/composer.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { Conversation } from './conversation.tsx';
import type { FieldChange, MenuField } from './field-words.ts';
import { LedgerSection } from './ledger/ledger-section.tsx';
import { usePresence } from './presence/use-presence.ts';
import { sideWords } from './side/words.ts';
import { SidePanel } from './side-panel.tsx';
import { TasksSection } from './tasks/tasks-section.tsx';
import { type LoadedCase, useCase } from './use-case.ts';
import { useCaseWrites } from './use-case-writes.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  scrolling: { overflowY: 'auto' },
  head: {
    flexShrink: 0,
    padding: '2px 20px 10px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gap: '6px',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  phoneHead: { padding: '2px 16px 10px' },
  body: { display: 'flex', flexGrow: 1, minHeight: 0 },
  column: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  conversation: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '12px 20px 20px' },
  side: { width: '408px', flexShrink: 0, overflowY: 'auto', borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  sideBelow: { width: 'auto', borderLeft: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  note: { padding: '12px 20px' },
  phonePart: { padding: '12px 16px 20px' },
  band: { padding: '10px 16px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  bandRisk: { backgroundColor: tokens.colorStatusWarningBackground1 },
  bandOver: { backgroundColor: tokens.colorStatusDangerBackground1 },
});

interface CasePageProps {
  caseId: string;
  place: CasePlace | null;
  /** Name of the list behind the case. */
  listName: string;
}

/** What the customer needs now, and what was promised until when. */
export function CasePage({ caseId, place, listName }: CasePageProps) {
  const styles = useStyles();
  const phone = useWidth() === 'phone';
  const { route, go } = useNavigation();
  const title = useRef<HTMLHeadingElement>(null);
  const [menu, setMenu] = useState<MenuField | null>(null);
  const loaded = useCase(caseId);
  const { value } = loaded;
  const Body = phone ? PhoneBody : WideBody;
  const writes = useCaseWrites(value, loaded.take);
  const actions = useCaseActions(value, loaded.take, loaded.reload);
  const [replying, setReplying] = useState(false);
  const people = usePresence(value?.id ?? null, replying);
  const goTo = (to: string | null) => go({ ...route, caseId: to });
  useCaseKeys(place, goTo, setMenu);
  const { me } = useSession();
  useEffect(() => {
    if (value !== null) markSeen(me.id, value);
  }, [me.id, value]);
  const known = value !== null;
  useEffect(() => {
    if (known) title.current?.focus({ preventScroll: true });
  }, [known]);

  if (loaded.missing) return <Missing onBack={() => goTo(null)} />;
  return (
    <main id="main" className={mergeClasses(styles.page, phone && styles.scrolling)} tabIndex={-1}>
      <div className={mergeClasses(styles.head, phone && styles.phoneHead)}>
        <CaseHead
          caseId={caseId}
          value={value}
          place={place}
          onGo={goTo}
          titleRef={title}
          actions={actions}
          people={people}
          listName={listName}
        />
        {value !== null && <CaseFields value={value} open={menu} onOpen={setMenu} onChange={writes.change} />}
        {actions !== null && actions.error !== null && (
          <ProblemBar what={actionWords.failed} error={actions.error} onClose={actions.clearError} />
        )}
        {writes.error !== null && (
          <ProblemBar what={words.case.notSaved} error={writes.error} onClose={writes.clearError} />
        )}
      </div>
      {loaded.error !== null && (
        <div className={styles.note}>
          <ProblemBar what={words.case.notLoaded} error={loaded.error} onRetry={loaded.reload} />
        </div>
      )}
      <Body loaded={loaded} actions={actions} onChange={writes.change} onReplying={setReplying} />
      {writes.conflict !== null && value !== null && (
        <ConflictDialog
          conflict={writes.conflict}
          seen={value}
          onKeep={writes.keepTheirs}
          onAnyway={writes.setAnyway}
        />
      )}
    </main>
  );
}

function useCaseKeys(place: CasePlace | null, goTo: (id: string | null) => void, setMenu: (field: MenuField) => void) {
  const step = (to: string | null | undefined) => {
    if (to !== null && to !== undefined) goTo(to);
  };
  useKeys({
    escape: () => goTo(null),
    '[': () => step(place?.previous),
    ']': () => step(place?.next),
    a: () => setMenu('assignee'),
    s: () => setMenu('status'),
    p: () => setMenu('priority'),
    l: () => document.getElementById('clocks')?.focus(),
  });
}

interface BodyProps {
  loaded: LoadedCase;
  actions: CaseActions | null;
  onChange: (change: FieldChange) => void;
  /** Told when this person begins or stops writing a reply. */
  onReplying: (replying: boolean) => void;
}

function WideBody(props: BodyProps) {
  const { loaded, actions, onChange } = props;
  const styles = useStyles();
  const below = useWidth() === 'medium';
  const { value, history } = loaded;
  const side = value !== null && (
    <aside
      id="clocks"
      tabIndex={-1}
      className={mergeClasses(styles.side, below && styles.sideBelow)}
      aria-label={words.case.more}
    >
      <SidePanel value={value} history={history} actions={actions} onChange={onChange} />
    </aside>
  );
  return (
    <div className={styles.body}>
      <div className={styles.column}>
        <div className={styles.conversation}>
          <Conversation loaded={loaded} actions={actions} />
          {below && side}
        </div>
        {value !== null && <Writing {...props} value={value} />}
      </div>
      {!below && side}
    </div>
  );
}

/** The composer, for those who may write on the case. */
function Writing({ loaded, value, actions, onReplying }: BodyProps & { value: Case }) {
  if (!value.actions.includes('edit')) return null;
  return (
    <Composer
      value={value}
      onSent={loaded.take}
      onNoted={loaded.reload}
      onReplying={onReplying}
      onHandOver={actions?.handOver ?? null}
    />
  );
}

/** On the phone the parts of the page stand behind tabs, under the clock's band. */
function PhoneBody(props: BodyProps) {
  const { loaded, actions, onChange } = props;
  const styles = useStyles();
  const [part, setPart] = useState<unknown>('conversation');
  const { value, history } = loaded;
  return (
    <>
      {value !== null && <ClockBand value={value} />}
      <TabList selectedValue={part} onTabSelect={(_, data) => setPart(data.value)} size="small">
        <Tab value="conversation">{words.case.conversation}</Tab>
        <Tab value="clocks">{words.case.clocks}</Tab>
        <Tab value="tasks">{sideWords.sections.tasks}</Tab>
        <Tab value="more">{words.case.more}</Tab>
      </TabList>
      <div className={styles.phonePart} role="tabpanel">
        {part === 'conversation' && <Conversation loaded={loaded} actions={actions} />}
        {part === 'conversation' && value !== null && <Writing {...props} value={value} />}
        {part === 'clocks' && value !== null && <LedgerSection value={value} />}
        {part === 'tasks' && value !== null && <TasksSection value={value} onChange={onChange} />}
        {part === 'more' && value !== null && (
          <SidePanel
            value={value}
            history={history}
            actions={actions}
            onChange={onChange}
            without={['clocks', 'tasks']}
          />
        )}
      </div>
    </>
  );
}

function ClockBand({ value }: { value: Case }) {
  const styles = useStyles();
  const nowMs = useNow(10_000);
  const lead = leadingClock(value.sla);
  if (lead === null) return null;
  const tone = toneAt(lead.clock, nowMs);
  return (
    <div
      className={mergeClasses(
        styles.band,
        tone === 'at_risk' && styles.bandRisk,
        tone === 'breached' && styles.bandOver,
      )}
    >
      <HeadClock value={value} />
    </div>
  );
}

function Missing({ onBack }: { onBack: () => void }) {
  const styles = useStyles();
  return (
    <main id="main" className={styles.note} tabIndex={-1}>
      <h1>{words.case.notFound}</h1>
      <p>{words.case.notFoundLead}</p>
      <Button onClick={onBack}>{words.case.back}</Button>
    </main>
  );
}

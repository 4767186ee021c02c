import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { SandboxOpenMail } from '../../contracts/sandbox.ts';
import { ComposeForm } from './compose-form.tsx';
import { answerTo, type Draft, emptyDraft, readyDrafts } from './drafts.ts';
import { type ListedMail, useInbox } from './inbox.ts';
import { lastResult, type Sent } from './last-result.ts';
import { useDark, useNarrow } from './looks.tsx';
import { MailList } from './mail-list.tsx';
import type { Question } from './office-shim/protocol.ts';
import { PaneFrame } from './pane-frame.tsx';
import { ReadingPane } from './reading-pane.tsx';
import type { SamplePerson, SandboxSession } from './sandbox-session.ts';
import { TopBar } from './top-bar.tsx';
import { useOutlook } from './use-outlook.ts';
import { WriteForm } from './write-form.tsx';

const useStyles = makeStyles({
  page: {
    height: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  tabs: { flexShrink: 0, backgroundColor: tokens.colorNeutralBackground1 },
  columns: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(240px, 296px) minmax(0, 1fr) minmax(320px, 352px)',
    gridTemplateRows: 'minmax(0, 1fr)',
  },
  one: { gridTemplateColumns: 'minmax(0, 1fr)' },
  inbox: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  inboxHead: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '8px',
    padding: '10px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  inboxTitle: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: 600 },
  quiet: { color: tokens.colorNeutralForeground3 },
  scroll: { overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  middle: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px',
    minHeight: 0,
    minWidth: 0,
    overflowY: 'auto',
  },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  paneHead: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '9px 14px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '22px',
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { width: '20px', height: '20px' },
  paneBody: { flexGrow: 1, minHeight: 0 },
  gone: { display: 'none' },
});

type Place = 'inbox' | 'mail' | 'pane' | 'write';

interface WorkplaceProps {
  session: SandboxSession;
  onPerson: (person: SamplePerson) => void;
}

/** Inbox, mail, form and pane beside each other; one after the other where the window is narrow. */
export function Workplace({ session, onPerson }: WorkplaceProps) {
  const styles = useStyles();
  const dark = useDark();
  const narrow = useNarrow();
  const inbox = useInbox(session);
  const [place, setPlace] = useState<Place>('inbox');
  const [draft, setDraft] = useState<Draft>(readyDrafts['sabine-doppelt'] ?? emptyDraft);
  const [sent, setSent] = useState<Sent | null>(null);
  const mails = useMemo(() => inbox.mails ?? [], [inbox.mails]);
  const outlook = useOutlook(session, mails);
  const { composed } = outlook;

  function select(id: string, more: boolean): void {
    outlook.select(id, more);
    if (!more) setPlace('mail');
  }
  function answerAsCustomer(to: SandboxOpenMail): void {
    setDraft(answerTo(to, mails.find((each) => each.id === to.id)?.fate?.caseNumber ?? null));
    setPlace('write');
  }
  const newest = newestOnCase(mails);
  function answerNewest(id: string): void {
    session.sandbox('openMail', { params: { id } }).then(answerAsCustomer, () => undefined);
  }
  function onAsk(question: Exclude<Question, { what: 'token' }>): Promise<unknown> {
    if (question.what === 'reply') setPlace('mail');
    return outlook.answer(question);
  }
  function delivered(what: Sent): void {
    setSent(what);
    inbox.refresh();
  }
  const shown = (where: Place) => (narrow && place !== where ? styles.gone : undefined);

  return (
    <div className={styles.page}>
      <TopBar session={session} onPerson={onPerson} />
      {narrow && (
        <nav aria-label="Parts of the page">
          <Places place={place} onPlace={setPlace} />
        </nav>
      )}
      <main className={mergeClasses(styles.columns, narrow && styles.one)}>
        <section className={mergeClasses(styles.inbox, shown('inbox'))} aria-label="Inbox">
          <div className={styles.inboxHead}>
            <h2 className={styles.inboxTitle}>Inbox</h2>
            <span className={styles.quiet}>{inbox.offline ? 'no connection' : countWords(inbox.total)}</span>
          </div>
          <div className={styles.scroll}>
            <MailList
              mails={mails}
              selected={outlook.openId}
              picked={outlook.picked}
              read={outlook.read}
              onSelect={select}
            />
          </div>
        </section>
        <section
          aria-label="Mail"
          className={mergeClasses(styles.middle, narrow && place !== 'mail' && place !== 'write' && styles.gone)}
        >
          {(!narrow || place === 'mail') && composed !== null && (
            <ComposeForm
              session={session}
              draft={composed}
              dark={dark}
              onDraft={outlook.compose}
              onSent={() => {
                outlook.endCompose();
                inbox.refresh();
              }}
              onDiscard={outlook.endCompose}
            />
          )}
          {(!narrow || place === 'mail') && composed === null && (
            <ReadingPane
              mail={outlook.mail}
              isEmpty={inbox.mails?.length === 0}
              onAnswer={answerAsCustomer}
              onReply={(to) => outlook.reply(to, '')}
            />
          )}
          {(!narrow || place === 'write') && (
            <WriteForm
              session={session}
              draft={draft}
              onDraft={setDraft}
              onAnswerNewest={newest === undefined ? null : () => answerNewest(newest.id)}
              onSent={delivered}
              last={sent === null ? null : lastResult(sent, mails)}
            />
          )}
        </section>
        <section className={mergeClasses(styles.pane, shown('pane'))} aria-label="HandyConnect pane">
          <div className={styles.paneHead}>
            <img className={styles.mark} src="/icons/icon-32.png" alt="" />
            HandyConnect
          </div>
          <div className={styles.paneBody}>
            <PaneFrame session={session} open={outlook.open} dark={dark} onAsk={onAsk} />
          </div>
        </section>
      </main>
    </div>
  );
}

function Places({ place, onPlace }: { place: Place; onPlace: (place: Place) => void }) {
  const styles = useStyles();
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={place}
      onTabSelect={(_, data) => onPlace(data.value as Place)}
    >
      <Tab value="inbox">Inbox</Tab>
      <Tab value="mail">Mail</Tab>
      <Tab value="pane">HandyConnect</Tab>
      <Tab value="write">Write</Tab>
    </TabList>
  );
}

/** The newest mail of a person that is on a case. */
function newestOnCase(mails: ListedMail[]): ListedMail | undefined {
  return mails.find((mail) => mail.fate?.kind === 'human' && mail.fate.caseNumber !== null);
}

function countWords(total: number): string {
  return total === 1 ? '1 mail' : `${total} mails`;
}

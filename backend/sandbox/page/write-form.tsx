import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { Code16Regular } from '@fluentui/react-icons/svg/code';
import { PersonEdit20Regular } from '@fluentui/react-icons/svg/person-edit';
import { Send16Regular } from '@fluentui/react-icons/svg/send';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../../contracts/client.ts';
import { DraftFields } from './draft-fields.tsx';
import { type Draft, type DraftFaults, emptyDraft, firstName, readDraft, readyDrafts } from './drafts.ts';
import type { LastResult, Sent } from './last-result.ts';
import type { SandboxSession } from './sandbox-session.ts';
import { TryChips } from './try-chips.tsx';

const useStyles = makeStyles({
  form: {
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    flexShrink: 0,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px 16px',
    alignItems: 'center',
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', padding: '0 12px 10px' },
  said: { flexGrow: 1, flexBasis: '100px', minWidth: 0, margin: 0, color: tokens.colorNeutralForeground3 },
  fault: { color: tokens.colorStatusDangerForeground3 },
});

interface WriteFormProps {
  session: SandboxSession;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onAnswerNewest: (() => void) | null;
  onSent: (sent: Sent) => void;
  last: LastResult | null;
}

/** A mail from outside, written here: it takes the same way as one from the internet. */
export function WriteForm({ session, draft, onDraft, onAnswerNewest, onSent, last }: WriteFormProps) {
  const styles = useStyles();
  const [faults, setFaults] = useState<DraftFaults>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [showsHeaders, setShowsHeaders] = useState(false);
  const [sending, setSending] = useState(false);
  const filled = Object.keys(readyDrafts).find((key) => readyDrafts[key] === draft) ?? null;

  function done(sent: Sent): void {
    setProblem(null);
    onSent(sent);
  }
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const read = readDraft(draft);
    setFaults(read.faults ?? {});
    if (read.faults?.headers !== undefined) setShowsHeaders(true);
    if (read.mail === null || sending) return;
    setSending(true);
    try {
      const { id } = await session.sandbox('writeMail', { body: read.mail });
      onDraft({ ...emptyDraft, from: draft.from, to: draft.to, headers: draft.headers });
      done({ mailId: id });
    } catch (error) {
      setProblem(wordsOf(error));
    } finally {
      setSending(false);
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} aria-label="Write as a customer" noValidate>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <PersonEdit20Regular /> Write as a customer
        </h2>
        <TryChips
          session={session}
          filled={filled}
          onFill={(key) => onDraft(readyDrafts[key] ?? emptyDraft)}
          onAnswerNewest={onAnswerNewest}
          onSent={done}
          onProblem={(error) => setProblem(wordsOf(error))}
        />
      </div>
      <DraftFields
        draft={draft}
        faults={faults}
        showsHeaders={showsHeaders}
        onChange={(part) => onDraft({ ...draft, ...part })}
      />
      <div className={styles.foot}>
        <p className={styles.said} role="status">
          {problem !== null ? <span className={styles.fault}>{problem}</span> : <Said last={last} />}
        </p>
        <Button
          size="small"
          appearance="subtle"
          icon={<Code16Regular />}
          aria-expanded={showsHeaders}
          onClick={() => setShowsHeaders(!showsHeaders)}
        >
          Headers
        </Button>
        <Button type="submit" size="small" appearance="primary" icon={<Send16Regular />} disabledFocusable={sending}>
          {firstName(draft.from) === '' ? 'Send' : `Send as ${firstName(draft.from)}`}
        </Button>
      </div>
    </form>
  );
}

function Said({ last }: { last: LastResult | null }) {
  if (last === null) return null;
  return (
    <>
      {last.words}
      {last.caseNumber !== null && (
        <Link inline href={`/tab/?case=${encodeURIComponent(last.caseNumber)}`} target="_blank" rel="noopener">
          {last.caseNumber}
        </Link>
      )}
      {last.after}
    </>
  );
}

function wordsOf(error: unknown): string {
  const why = error instanceof ProblemError ? error.problem.detail : 'There is no connection.';
  return `The mail was not delivered. ${why}`;
}

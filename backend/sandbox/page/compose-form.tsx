import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons/svg/attach';
import { Send16Regular } from '@fluentui/react-icons/svg/send';
import { useRef, useState } from 'react';
import { MailFrame } from '../../../ui/mail-frame.tsx';
import { ProblemError } from '../../contracts/client.ts';
import { type Composed, composedHtml, peopleText, readPeople, withPart } from './compose.ts';
import type { Completed } from './office-shim/protocol.ts';
import type { SandboxSession } from './sandbox-session.ts';
import { SendCheck } from './send-check.tsx';

const useStyles = makeStyles({
  form: {
    flexGrow: 1,
    minHeight: '320px',
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowY: 'auto',
  },
  tools: {
    display: 'flex',
    gap: '8px',
    padding: '6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  gap: { flexGrow: 1 },
  fields: { display: 'grid', gap: '6px', padding: '10px 12px' },
  field: { gridTemplateColumns: '56px minmax(0, 1fr)' },
  text: { flexShrink: 0, margin: '0 12px 8px' },
  files: { display: 'flex', gap: '8px', flexWrap: 'wrap', listStyleType: 'none', margin: 0, padding: '0 12px 8px' },
});

interface ComposeFormProps {
  session: SandboxSession;
  draft: Composed;
  dark: boolean;
  onDraft: (change: (draft: Composed) => Composed) => void;
  onSent: () => void;
  onDiscard: () => void;
}

/** What Outlook shows while a mail is written. Sending asks the add-in first, as Outlook does. */
export function ComposeForm({ session, draft, dark, onDraft, onSent, onDiscard }: ComposeFormProps) {
  const styles = useStyles();
  const [checking, setChecking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function send(): Promise<void> {
    const files = draft.attachments.flatMap(({ id, name }) => {
      const content = draft.contents[id];
      return content === undefined ? [] : [{ name, content }];
    });
    const { from, to, cc, subject, answers } = draft;
    const html = composedHtml(draft);
    const body = { from, to, cc, subject, html, files, ...(answers !== null && { inReplyTo: answers }) };
    try {
      await session.sandbox('sendMail', { body });
      onSent();
    } catch (error) {
      setRefusal(error instanceof ProblemError ? error.problem.detail : 'There is no connection.');
    }
  }
  function checked({ allowEvent = true, errorMessage }: Completed): void {
    setChecking(false);
    if (allowEvent) void send();
    else setRefusal(errorMessage ?? 'An add-in stopped the mail.');
  }

  const line = { size: 'small', orientation: 'horizontal', className: styles.field } as const;
  return (
    <section className={styles.form} aria-label="New mail in Outlook">
      <div className={styles.tools}>
        <Button
          size="small"
          appearance="primary"
          icon={<Send16Regular />}
          disabledFocusable={checking || draft.to.length === 0}
          onClick={() => {
            setRefusal(null);
            setChecking(true);
          }}
        >
          {checking ? 'Checking …' : 'Send from Outlook'}
        </Button>
        <span className={styles.gap} />
        <Button size="small" appearance="subtle" onClick={onDiscard}>
          Discard
        </Button>
      </div>
      {refusal !== null && (
        <MessageBar intent="warning" role="alert">
          <MessageBarBody>
            {refusal}{' '}
            <Button size="small" onClick={() => void send()}>
              Send anyway
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.fields}>
        <PeopleField label="To" people={draft.to} onPeople={(to) => onDraft((now) => ({ ...now, to }))} />
        <PeopleField label="Cc" people={draft.cc} onPeople={(cc) => onDraft((now) => ({ ...now, cc }))} />
        <Field {...line} label="Subject">
          <Input
            value={draft.subject}
            onChange={(_, { value }) => onDraft((now) => ({ ...now, subject: value }))}
            aria-label="Subject of the answer"
          />
        </Field>
      </div>
      <ul className={styles.files} aria-label="Attached">
        {draft.attachments.map(({ id, name }) => (
          <li key={id}>
            <Attach16Regular /> {name}
          </li>
        ))}
        <li>
          <AttachButton onFile={(name, content) => onDraft((now) => withPart(now, { addFile: { name, content } }))} />
        </li>
      </ul>
      <Textarea
        className={styles.text}
        aria-label="Text of the answer"
        resize="vertical"
        rows={8}
        value={draft.text}
        onChange={(_, { value }) => onDraft((now) => ({ ...now, text: value }))}
      />
      {draft.quoted !== '' && <MailFrame key={draft.id} html={draft.quoted} title="The mail that is answered" />}
      {checking && <SendCheck session={session} draft={draft} dark={dark} onCompleted={checked} />}
    </section>
  );
}

interface PeopleFieldProps {
  label: 'To' | 'Cc';
  people: Composed['to'];
  onPeople: (people: Composed['to']) => void;
}

/** Keeps what is typed as it is until the field is left. */
function PeopleField({ label, people, onPeople }: PeopleFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field size="small" orientation="horizontal" className={styles.field} label={label}>
      <Input
        aria-label={`${label} of the answer`}
        value={typed ?? peopleText(people)}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={() => {
          if (typed !== null) onPeople(readPeople(typed));
          setTyped(null);
        }}
      />
    </Field>
  );
}

function AttachButton({ onFile }: { onFile: (name: string, content: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    onFile(file.name, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
  }
  return (
    <>
      <Button size="small" appearance="subtle" icon={<Attach16Regular />} onClick={() => input.current?.click()}>
        Attach
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="File to attach"
        onChange={(event) => void read(event.target.files?.[0])}
      />
    </>
  );
}

import {
  Button,
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  SplitButton,
  type SplitButtonProps,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons/svg/attach';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { DocumentText16Regular } from '@fluentui/react-icons/svg/document-text';
import { Send16Regular } from '@fluentui/react-icons/svg/send';
import { Sparkle16Regular } from '@fluentui/react-icons/svg/sparkle';
import { useEffect, useRef, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { fileSize } from '../../../../ui/format.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { DraftSources } from './draft-sources.tsx';
import { GuardBar } from './guard-bar.tsx';
import { KnowledgeMenu } from './knowledge-menu.tsx';
import { joined, onPut } from './put-text.ts';
import { readFiles } from './read-files.ts';
import { RecipientLine } from './recipient-line.tsx';
import { SecondReply } from './second-reply.tsx';
import { useDraft } from './use-draft.ts';
import { type Person, type Reply, useReply } from './use-reply.ts';
import { useTemplates } from './use-templates.ts';
import { composerWords as words } from './words.ts';

const useStyles = makeStyles({
  dropping: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-4px' },
  form: {
    margin: 0,
    border: 'none',
    minWidth: 0,
    display: 'grid',
    gap: '8px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: '10px 12px',
  },
  text: { fontSize: tokens.fontSizeBase300 },
  foot: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
  file: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    padding: '0 2px 0 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** How long a reply can be taken back; the server holds it for as long. */
const undoSeconds = 15;

interface ReplyFormProps {
  value: Case;
  onSent: (value: Case) => void;
  onHandOver: ((to: { id: string; name: string }) => void) | null;
  /** The reply was taken back before it left; its text is kept. */
  onTakenBack: (value: Case) => void;
}

/** An answer to the customer: who reads it, what the guard says, the words, and what happens to the case. */
export function ReplyForm({ value, onSent, onTakenBack, onHandOver }: ReplyFormProps) {
  const styles = useStyles();
  const reply = useReply(value, onSent, onTakenBack);
  const draft = useDraft(value.id, (text) => reply.write(joined(reply.text, text)));
  useEffect(() => onPut((text) => reply.write(joined(reply.text, text))));
  const [dropping, setDropping] = useState(false);
  const waits = value.nextStatuses.includes('awaiting_customer') ? 'awaiting_customer' : null;
  const [thenStatus, setThenStatus] = useState<Case['status'] | null>(waits);
  const { to, cc, check } = reply;
  const count = to.length + cc.length;
  const ready = reply.text.trim() !== '' && count > 0 && check !== null && (!check.changed || reply.meant);
  const send = () => ready && !reply.sending && reply.send(thenStatus);
  const droppedFrom = (line: 'to' | 'cc') => (line === 'to' ? (check?.dropped ?? []) : []);
  return (
    <fieldset
      className={mergeClasses(styles.form, dropping && styles.dropping)}
      aria-label={words.reply}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={async (event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        setDropping(false);
        reply.attach([...reply.files, ...(await readFiles([...event.dataTransfer.files]))]);
      }}
    >
      <RecipientLine
        name={words.to}
        people={to}
        check={check}
        dropped={droppedFrom('to')}
        onChange={(next) => reply.address(next, cc)}
        onPutBack={(person) => reply.address([...to, plain(person)], cc)}
      />
      <RecipientLine
        name={words.cc}
        people={cc}
        check={check}
        dropped={[]}
        onChange={(next) => reply.address(to, next)}
        onPutBack={() => undefined}
      />
      <SecondReply reply={reply} onHandOver={onHandOver} />
      <GuardBar reply={reply} />
      <Textarea
        className={styles.text}
        aria-label={words.replyText}
        resize="vertical"
        rows={6}
        autoFocus
        value={reply.text}
        onChange={(_, data) => reply.write(data.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <DraftSources draft={draft} />
      <Files reply={reply} />
      {reply.error !== null && <ProblemBar what={words.notSent} error={reply.error} onClose={reply.clearError} />}
      <div className={styles.foot}>
        <AttachButton reply={reply} />
        <TemplateMenu value={value} onText={(text) => reply.write(text)} />
        <KnowledgeMenu value={value} onText={(text) => reply.write(joined(reply.text, text))} />
        <Button
          appearance="subtle"
          size="small"
          icon={<Sparkle16Regular />}
          disabledFocusable={draft.busy}
          onClick={draft.ask}
        >
          {draft.busy ? words.drafting : words.draft}
        </Button>
        <span className={styles.space} />
        <span className={styles.quiet}>
          {reply.text === '' ? words.undoHint(undoSeconds) : `${words.kept} · ${words.undoHint(undoSeconds)}`}
        </span>
        <Menu
          positioning="below-end"
          checkedValues={{ status: [thenStatus ?? 'keep'] }}
          onCheckedValueChange={(_, { checkedItems: [chosen] }) =>
            setThenStatus(chosen === 'keep' || chosen === undefined ? null : (chosen as Case['status']))
          }
        >
          <MenuTrigger disableButtonEnhancement>
            {(trigger) => (
              <SplitButton
                appearance="primary"
                icon={<Send16Regular />}
                menuButton={{ ...trigger, 'aria-label': words.sendAs } as NonNullable<SplitButtonProps['menuButton']>}
                primaryActionButton={{ onClick: send, disabledFocusable: !ready || reply.sending }}
              >
                {words.send(Math.max(1, count), thenStatus)}
              </SplitButton>
            )}
          </MenuTrigger>
          <MenuPopover>
            <MenuList aria-label={words.sendAs}>
              <MenuItemRadio name="status" value="keep">
                {words.keepStatus}
              </MenuItemRadio>
              {value.nextStatuses.map((status) => (
                <MenuItemRadio key={status} name="status" value={status}>
                  {words.setStatus(status)}
                </MenuItemRadio>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </fieldset>
  );
}

function plain({ email, name }: Person): Person {
  return { email, name };
}

function Files({ reply }: { reply: Reply }) {
  const styles = useStyles();
  if (reply.files.length === 0) return null;
  return (
    <div className={styles.foot}>
      {reply.files.map((file) => (
        <span key={file.name} className={styles.file}>
          {file.name} <span className={styles.quiet}>{fileSize(file.size)}</span>
          <Button
            appearance="transparent"
            size="small"
            icon={<Dismiss12Regular />}
            aria-label={words.remove(file.name)}
            onClick={() => reply.attach(reply.files.filter((other) => other !== file))}
          />
        </span>
      ))}
    </div>
  );
}

function AttachButton({ reply }: { reply: Reply }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={async (event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          reply.attach([...reply.files, ...(await readFiles(chosen))]);
        }}
      />
      <Button appearance="subtle" size="small" icon={<Attach16Regular />} onClick={() => input.current?.click()}>
        {words.attach}
      </Button>
    </>
  );
}

function TemplateMenu({ value, onText }: { value: Case; onText: (text: string) => void }) {
  const { templates, fill } = useTemplates(value);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" icon={<DocumentText16Regular />}>
          {words.template}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={words.template}>
          {templates.length === 0 && <MenuItem disabled>{words.noTemplates}</MenuItem>}
          {templates.map((template) => (
            <MenuItem key={template.id} onClick={() => fill(template).then(onText)}>
              {template.name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

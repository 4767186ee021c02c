import { useMemo, useState } from 'react';
import type { SandboxOpenMail } from '../../contracts/sandbox.ts';
import { answerToAll, type Composed, composedHtml, withPart } from './compose.ts';
import { type ListedMail, useOpenMail } from './inbox.ts';
import type { DraftMail, HostState, Question, SelectedMail } from './office-shim/protocol.ts';
import type { SandboxSession } from './sandbox-session.ts';

/** What Outlook has open: one mail that is read, several that are selected, or one that is written. */
export interface Outlook {
  mail: SandboxOpenMail | null;
  openId: string | null;
  /** Ids of the mails that are selected together. */
  picked: ReadonlySet<string>;
  /** Ids of the mails that were read. */
  read: ReadonlySet<string>;
  composed: Composed | null;
  /** As the pane is told. */
  open: Pick<HostState, 'mail' | 'draft' | 'selected'>;
  /** `more`: beside those that are selected. */
  select: (id: string, more: boolean) => void;
  compose: (change: (draft: Composed) => Composed) => void;
  reply: (mail: SandboxOpenMail, html: string) => void;
  endCompose: () => void;
  /** Answers what the pane asks of Outlook; null where it cannot be done. */
  answer: (question: Exclude<Question, { what: 'token' }>) => Promise<unknown>;
}

export function useOutlook(session: SandboxSession, mails: ListedMail[]): Outlook {
  const [chosen, setChosen] = useState<string | null>(null);
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [composed, setComposed] = useState<Composed | null>(null);
  // Outlook opens the newest mail when nothing is chosen, but does not run after newer ones.
  const [first, setFirst] = useState<string | null>(null);
  if (first === null && mails[0] !== undefined) setFirst(mails[0].id);
  const openId = chosen ?? first;
  const mail = useOpenMail(session, openId);
  const selected = useMemo(() => severalOf(mails, picked), [mails, picked]);
  const draft = useMemo(() => composed && asDraft(composed), [composed]);
  const open = useMemo(
    () => ({ mail: selected.length > 0 || draft !== null ? null : mail, draft, selected }),
    [mail, draft, selected],
  );

  function select(id: string, more: boolean): void {
    if (more) {
      const alone = picked.size === 0 && openId !== null ? new Set([openId]) : picked;
      setPicked(toggled(alone, id));
      return;
    }
    setPicked(new Set());
    setChosen(id);
    setComposed(null);
    setRead((before) => new Set(before).add(id));
  }

  async function answer(question: Exclude<Question, { what: 'token' }>): Promise<unknown> {
    switch (question.what) {
      case 'file': {
        const params = { id: question.mailId, file: question.fileId };
        return (await session.sandbox('openFile', { params })).content;
      }
      case 'mail':
        return session.sandbox('openMail', { params: { id: question.mailId } });
      case 'reply':
        if (mail?.id !== question.mailId) return null;
        setComposed(answerToAll(mail, question.html));
        return true;
      case 'write': {
        const { part } = question;
        if (composed === null) return null;
        setComposed((now) => now && withPart(now, part));
        return true;
      }
    }
  }

  return {
    mail,
    openId,
    picked,
    read,
    composed,
    open,
    select,
    compose: (change) => setComposed((now) => now && change(now)),
    reply: (to, html) => setComposed(answerToAll(to, html)),
    endCompose: () => setComposed(null),
    answer,
  };
}

/** The draft without what only Outlook knows of it. */
export function asDraft(composed: Composed): DraftMail {
  const { id, subject, to, cc, attachments, conversationId } = composed;
  return { id, subject, to, cc, html: composedHtml(composed), attachments, conversationId };
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The mails that are selected together; one alone is simply open. */
function severalOf(mails: ListedMail[], picked: ReadonlySet<string>): SelectedMail[] {
  if (picked.size < 2) return [];
  return mails
    .filter(({ id }) => picked.has(id))
    .map(({ id, subject, internetMessageId, conversationId }) => ({ id, subject, internetMessageId, conversationId }));
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import type { ReplyCheck } from '../../../backend/contracts/reply.ts';
import type { Api } from '../../../ui/api.ts';
import { type DraftMail, readDraft } from '../../office/draft-item.ts';
import { caseByNumber } from '../case-pane/mail-questions.ts';
import { type PaneProblem, problemOf } from '../case-pane/pane-problem.ts';
import { numberIn } from './draft-number.ts';

export interface Composing {
  /** Null until Outlook has told. */
  draft: DraftMail | null;
  /** The case that the mail belongs to; null for none, undefined until known. */
  value: Case | null | undefined;
  /** What the recipient guard says of the mail as it stands; null until it has spoken. */
  check: ReplyCheck | null;
  problem: PaneProblem | null;
  /** Reads the mail again at once, after it was changed from here. */
  look: () => void;
}

// Outlook tells of no change in the text: the mail is read again and again, which asks nobody outside Outlook.
const lookEveryMs = 1_500;

/** The mail being written, its case, and what the guard makes of it; follows what is typed. */
export function useDraft(api: Api): Composing {
  const [draft, setDraft] = useState<DraftMail | null>(null);
  const [value, setValue] = useState<Case | null>();
  const [check, setCheck] = useState<ReplyCheck | null>(null);
  const [problem, setProblem] = useState<PaneProblem | null>(null);
  const last = useRef('');

  const look = useCallback(() => {
    readDraft().then(
      (next) => {
        const text = JSON.stringify(next);
        if (text === last.current) return;
        last.current = text;
        setDraft(next);
      },
      () => undefined,
    );
  }, []);
  useEffect(() => {
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [look]);

  const number = draft === null ? null : numberIn(draft.subject);
  const conversationId = draft?.conversationId ?? '';
  const known = draft !== null;
  useEffect(() => {
    if (!known) return;
    let wanted = true;
    findCase(api, number, conversationId).then(
      (found) => {
        if (!wanted) return;
        setValue(found);
        setProblem(null);
      },
      (error) => wanted && setProblem(problemOf(error, 'The case was not looked up.')),
    );
    return () => {
      wanted = false;
    };
  }, [api, known, number, conversationId]);

  const caseId = value?.id;
  useEffect(() => {
    if (draft === null || caseId === undefined) return setCheck(null);
    let wanted = true;
    const { to, cc, text, attachmentCount } = draft;
    const body = { to, cc, text: text.slice(0, 20_000), attachmentCount };
    api('checkReply', { params: { id: caseId }, body }).then(
      (found) => wanted && setCheck(found),
      // A guard that does not answer stops nobody.
      () => wanted && setCheck(null),
    );
    return () => {
      wanted = false;
    };
  }, [api, draft, caseId]);

  return { draft, value, check, problem, look };
}

/** The case named in the subject, else that of the conversation; null for a mail that belongs to none. */
async function findCase(api: Api, number: string | null, conversationId: string): Promise<Case | null> {
  if (number !== null) {
    const named = await caseByNumber(api, number);
    if (named !== null) return named;
  }
  if (conversationId === '') return null;
  return (await api('lookupMail', { query: { conversationId } })).case;
}

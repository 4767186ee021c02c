import { useCallback, useEffect, useRef, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { ProblemError } from '../../../../backend/contracts/client.ts';
import type { ReplyCheck } from '../../../../backend/contracts/reply.ts';
import { useSession } from '../../../session/session.ts';
import { useDone } from '../../../shell/undo.tsx';
import { keepText, keptText } from './kept-text.ts';
import { composerWords } from './words.ts';

export interface Person {
  email: string;
  name: string;
}

export interface FileToSend {
  name: string;
  type: string;
  size: number;
  /** Bytes in base64. */
  content: string;
}

/** A reply being written: whom it reaches, what the guard says of that, and how it is sent. */
export interface Reply {
  text: string;
  write: (text: string) => void;
  to: Person[];
  cc: Person[];
  address: (to: Person[], cc: Person[]) => void;
  files: FileToSend[];
  attach: (files: FileToSend[]) => void;
  /** Null until the server has looked. */
  check: ReplyCheck | null;
  meant: boolean;
  mean: (meant: boolean) => void;
  sending: boolean;
  error: unknown;
  clearError: () => void;
  send: (thenStatus: Case['status'] | null) => void;
}

const settleMs = 400;

export function useReply(value: Case, onSent: (value: Case) => void, onTakenBack: (value: Case) => void): Reply {
  const { api } = useSession();
  const done = useDone();
  const [text, setText] = useState(() => keptText(value.id, 'reply'));
  const [people, setPeople] = useState<{ to: Person[]; cc: Person[] } | null>(null);
  const [files, setFiles] = useState<FileToSend[]>([]);
  const [check, setCheck] = useState<ReplyCheck | null>(null);
  const [meant, setMeant] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const key = useRef(crypto.randomUUID());
  const asked = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new mail may change whom a reply reaches.
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    const draft = { text, ...(people ?? {}), attachmentCount: files.length };
    const timer = setTimeout(() => {
      api('checkReply', { params: { id: value.id }, body: draft }).then(
        (found) => mine === asked.current && setCheck(found),
        () => undefined,
      );
    }, settleMs);
    return () => clearTimeout(timer);
  }, [api, value.id, value.messageCount, text, people, files]);

  const write = useCallback(
    (next: string) => {
      setText(next);
      keepText(value.id, 'reply', next);
    },
    [value.id],
  );
  const to = people?.to ?? check?.to.map(toPerson) ?? [];
  const cc = people?.cc ?? check?.cc.map(toPerson) ?? [];

  const send = async (thenStatus: Case['status'] | null) => {
    setSending(true);
    setError(null);
    try {
      const sent = await api('replyToCase', {
        params: { id: value.id },
        body: {
          text,
          ...(people ?? {}),
          ...(meant && { acceptRecipientChanges: true }),
          ...(check?.answers != null && { answers: check.answers }),
          ...(thenStatus !== null && { thenStatus }),
          ...(files.length > 0 && { attachments: files.map(({ size: _, ...file }) => file) }),
        },
        idempotencyKey: key.current,
      });
      const written = text;
      const undo = async () => {
        const back = await api('undoSend', { params: { id: value.id, messageId: sent.id } });
        write(written);
        onTakenBack(back);
      };
      const [first] = to;
      done({ text: composerWords.sending(first?.name || first?.email || '', to.length + cc.length - 1), undo });
      write('');
      onSent(sent.case);
    } catch (failure) {
      setError(failure);
      if (failure instanceof ProblemError && failure.problem.status < 500) key.current = crypto.randomUUID();
    } finally {
      setSending(false);
    }
  };

  return {
    text,
    write,
    to,
    cc,
    address: (nextTo, nextCc) => {
      setPeople({ to: nextTo, cc: nextCc });
      setMeant(false);
    },
    files,
    attach: setFiles,
    check,
    meant,
    mean: setMeant,
    sending,
    error,
    clearError: () => setError(null),
    send,
  };
}

function toPerson({ email, name }: Person): Person {
  return { email, name };
}

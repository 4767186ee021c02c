import type { CaseMessage } from '../../domain/case/case.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import type { Ids } from '../../ports/system.ts';

/** Texts of a rule or macro as one note on the case, or null for none. The same `id` always makes the same note. */
export function noteOf(
  deps: { ids: Ids },
  caseId: string,
  texts: string[],
  { id, author, at }: { id: string; author: string; at: Instant },
): CaseMessage | null {
  if (texts.length === 0) return null;
  return {
    id: deps.ids.derived('note', caseId, id),
    caseId,
    direction: 'note',
    from: { email: '', name: author },
    to: [],
    cc: [],
    subject: '',
    visibleText: texts.join('\n\n'),
    hasQuoted: false,
    safeHtml: '',
    at,
    attachments: [],
    internetMessageId: null,
    graph: null,
    automatic: true,
    threadedBy: { rule: 'by_hand', why: `Written by ${author}.` },
  };
}

import type { Case } from '../../backend/contracts/case.ts';
import { priorityWords, statusWords } from '../../backend/contracts/words.ts';
import { dialogAction } from './case-verbs.ts';
import type { AdaptiveCard } from './elements.ts';
import { instant } from './instants.ts';
import { asWritten, band, card, sentence } from './parts.ts';
import { line, plain } from './plain.ts';

export interface ApprovalView {
  case: Case;
  /** What was said when approval was asked for; empty when nothing was. */
  asked: string;
  askedBy: string;
  /** RFC 3339, UTC. */
  since: string;
  /** How it was decided, or null while it waits. */
  decision: { words: string; by: string; at: string } | null;
  openUrl: string;
}

/** A case that waits for somebody's word: asked in person, decided with a reason. */
export function approvalCard({ case: value, asked, askedBy, since, decision, openUrl }: ApprovalView): AdaptiveCard {
  const waits = decision === null;
  const who = line(value.customer.name, 80) || line(value.customer.email, 80);
  const ref = { ref: value.id };
  return card({
    sentence: `${value.number}, ${line(value.subject, 120) || 'no subject'}: ${waits ? 'your approval is asked for' : 'the approval is decided'}.`,
    body: [
      band({
        style: waits ? 'emphasis' : 'good',
        state: waits ? 'Approval wanted' : 'Decided',
        right: waits ? `since ${instant(since, value.updatedAt)}` : statusWords[value.status],
      }),
      asWritten(line(value.subject, 200) || 'No subject', { weight: 'bolder', size: 'medium' }, 'medium'),
      asWritten(
        [value.number, priorityWords[value.priority], who].join(' · '),
        { isSubtle: true, size: 'small' },
        'none',
      ),
      sentence(`${plain(askedBy, 80)} asks${asked === '' ? ' for your approval.' : `: ${plain(asked, 500)}`}`),
      ...(value.summary === '' ? [] : [asWritten(line(value.summary, 300), { isSubtle: true })]),
      ...(decision === null
        ? []
        : [
            sentence(
              `${plain(decision.words, 500)} ${plain(decision.by, 80)}, ${instant(decision.at, value.updatedAt)}.`,
              { weight: 'bolder' },
            ),
          ]),
    ],
    actions: [
      ...(waits
        ? [
            { ...dialogAction('Approve…', 'decide', { ...ref, decision: 'approved' }), style: 'positive' as const },
            dialogAction('Reject…', 'decide', { ...ref, decision: 'rejected' }),
          ]
        : []),
      { type: 'Action.OpenUrl', title: 'Open', url: openUrl },
    ],
  });
}

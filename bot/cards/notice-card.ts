import type { Case } from '../../backend/contracts/case.ts';
import { takeAction } from './case-verbs.ts';
import type { Action, AdaptiveCard } from './elements.ts';
import { card } from './parts.ts';
import { line, plain } from './plain.ts';

export interface NoticeView extends Pick<Case, 'id' | 'number' | 'subject' | 'status' | 'assignee'> {
  /** What there is to tell. */
  text: string;
  openUrl: string;
}

/** One fact about a case, told to somebody who can do something about it. */
export function noticeCard(view: NoticeView): AdaptiveCard {
  const { text, number, subject, openUrl } = view;
  return card({
    sentence: `${number}: ${line(text, 300).replace(/[.…]$/, '')}.`,
    body: [
      { type: 'TextBlock', text: plain(text, 1_000), wrap: true, weight: 'bolder' },
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: `${number}  `, isSubtle: true },
          { type: 'TextRun', text: line(subject, 200) },
        ],
      },
    ],
    actions: [...take(view), { type: 'Action.OpenUrl', title: 'Open', url: openUrl }],
  });
}

function take(view: NoticeView): Action[] {
  if (view.status === 'resolved' || view.status === 'closed') return [];
  return [{ ...takeAction(view, view.assignee === null ? 'Take it' : 'Take over'), style: 'positive' }];
}

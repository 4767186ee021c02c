import type { SupportCase } from '../domain/case/case.ts';
import type { NoticeKind } from '../domain/vocabulary.ts';

/** One line in somebody's activity feed in Teams, which opens the case it is about. */
export interface Activity {
  /** Names the fact: telling it again replaces the line, so that it shows once. */
  key: string;
  of: NoticeKind;
  agentId: string;
  text: string;
  about: Pick<SupportCase, 'number' | 'subject'>;
}

export interface ActivityFeed {
  /** @returns false where the person's feed does not take it, and never will @throws Failure `throttled`, `unavailable` */
  tell(activity: Activity): Promise<boolean>;
}

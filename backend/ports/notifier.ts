import type { SupportCase, Versioned } from '../domain/case/case.ts';
import type { ClockName } from '../domain/sla/clock-events.ts';
import type { NoticeKind } from '../domain/vocabulary.ts';

/** Where a notice goes: to people by agent id, or to the channel that serves a team (null: any channel). */
export type NoticeTarget = { kind: 'people'; ids: string[] } | { kind: 'channel'; team: string | null };

export interface Notice {
  /** Names the fact: the same key is told once to each place. */
  key: string;
  /** What kind of thing it is, by which people choose where they hear of it. */
  of: NoticeKind;
  text: string;
  /** The clock that it is about, if it is about one. */
  clock?: ClockName | undefined;
  target: NoticeTarget;
  /** The case it is about. */
  about: Versioned<SupportCase>;
}

/** Tells people something when nobody has asked. */
export interface Notifier {
  /** It is certain to go out once this resolves. @returns how many places are told @throws Failure `unavailable` */
  notify(notice: Notice): Promise<number>;
}

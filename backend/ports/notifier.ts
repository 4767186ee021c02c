import type { SupportCase, Versioned } from '../domain/case/case.ts';

/** Where a notice goes: to people by agent id, or to the channel that serves a team (null: any channel). */
export type NoticeTarget = { kind: 'people'; ids: string[] } | { kind: 'channel'; team: string | null };

export interface Notice {
  /** Names the fact: the same key is told once to each place. */
  key: string;
  text: string;
  target: NoticeTarget;
  /** The case it is about. */
  about: Versioned<SupportCase>;
}

/** Tells people something when nobody has asked. */
export interface Notifier {
  /** @returns how many places were told @throws Failure `throttled`, `unavailable` */
  notify(notice: Notice): Promise<number>;
}

import type { VersionedCase } from '../../backend/app/app.ts';
import { PresenceBook } from '../../backend/app/presence/presence-book.ts';
import { bindPresence, type PresenceUseCases } from '../../backend/app/presence/presence-use-cases.ts';
import { TestClock } from './test-clock.ts';

/** The real thing: it needs nothing but cases that can be found. */
export function fakePresence(get: (ref: string) => VersionedCase): PresenceUseCases {
  const index = { idByNumber: (number: string) => get(number).value.id };
  const deps = { index, store: { get: async (id: string) => get(id) }, book: new PresenceBook() };
  return bindPresence({ ...deps, clock: new TestClock() } as unknown as Parameters<typeof bindPresence>[0]);
}

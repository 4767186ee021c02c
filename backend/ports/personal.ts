import type { Versioned } from '../domain/case/case.ts';

/** One document a person. Durable; whoever has said nothing has the usual one, at version 0. */
export interface Personal<T> {
  read(agentId: string): Promise<Versioned<T>>;
  /** @throws Failure `stale` with the current one */
  write(agentId: string, value: T, ifMatch: string): Promise<Versioned<T>>;
}

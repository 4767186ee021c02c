import { TableOperations } from '../../backend/adapters/store/table-operations.ts';
import { drainPending } from '../../backend/app/intake/drain-pending.ts';
import type { LifecycleDeps } from '../../backend/app/lifecycle/deps.ts';
import type { Actor } from '../../backend/domain/access/actor.ts';
import type { SupportCase } from '../../backend/domain/case/case.ts';
import type { IncomingMail } from '../../backend/domain/mail/mail.ts';
import type { TableBackend } from '../../backend/ports/table-backend.ts';
import { aMail } from '../builders/mail.ts';
import { FixedDirectory } from '../fakes/fixed-directory.ts';
import { MemoryTables } from '../fakes/memory-tables.ts';
import { type IntakeWorld, intakeWorld } from './intake-world.ts';

export const ana: Actor = { id: 'ana', name: 'Ana Ruiz', role: 'agent', surface: 'tab' };
export const ben: Actor = { id: 'ben', name: 'Ben Adler', role: 'agent', surface: 'tab' };

export interface LifecycleWorld extends Omit<IntakeWorld, 'deps'> {
  deps: LifecycleDeps & IntakeWorld['deps'];
  /** Lets a mail arrive and be recorded, and answers its case. */
  mailCase(fields?: Partial<IncomingMail>): Promise<SupportCase>;
  drain(): Promise<void>;
  get(caseId: string): Promise<SupportCase>;
  /** Ids of the messages that show on a case. */
  shown(caseId: string): Promise<string[]>;
}

/** The real intake and the real changes to several cases, over the real store. */
export async function lifecycleWorld(backend: TableBackend = new MemoryTables()): Promise<LifecycleWorld> {
  const world = await intakeWorld(backend);
  const agents = [ana, ben].map(({ id, name }) => ({
    id,
    name,
    email: `${id}@contoso.example`,
    role: 'agent' as const,
    team: null,
  }));
  const deps = { ...world.deps, directory: new FixedDirectory(agents), operations: new TableOperations(backend) };
  const get = async (caseId: string) => {
    const found = await world.store.get(caseId);
    if (found === undefined) throw new Error(`no case ${caseId}`);
    return found.value;
  };
  const drain = async () => {
    for (let round = 0; round < 40 && (await deps.pending.count()) > 0; round++) {
      await drainPending(deps, 4);
      world.clock.advance(1_000);
    }
    await world.tailer.catchUpAll();
  };
  return {
    ...world,
    deps,
    drain,
    get,
    async mailCase(fields = {}) {
      const mail = aMail(fields);
      await world.arrive(mail);
      await drain();
      for (const { value } of await world.cases()) {
        const messages = await world.store.messages(value.id);
        if (messages.some((message) => message.internetMessageId === mail.internetMessageId)) return value;
      }
      throw new Error('the mail is on no case');
    },
    shown: async (caseId) => (await world.store.messages(caseId)).map((message) => message.id),
  };
}

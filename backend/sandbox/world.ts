import { createRequire } from 'node:module';
import path from 'node:path';
import type { sandboxEndpoints } from '../contracts/sandbox-endpoints.ts';
import type { Handlers } from '../http/call.ts';
import type { Agent, PeopleDirectory } from '../ports/directory.ts';
import type { MailText } from '../ports/mail-text.ts';
import type { Authenticate } from '../ports/sign-in.ts';
import type { Clock, Log } from '../ports/system.ts';
import { sandboxAgents, sandboxPeople, sandboxTeams } from './agents.ts';
import { type GraphEmulator, startGraphEmulator } from './graph-emulator/emulator.ts';
import { sandboxRoutes } from './http/routes.ts';
import { createSandboxIdentity } from './identity.ts';
import { createMailroom, type MailroomDeps } from './mailroom.ts';
import { type Playground, startPlayground } from './playground.ts';
import { createSampleDelivery, type SampleDelivery } from './sample-delivery.ts';

export interface WorldOptions {
  dataDir: string;
  publicUrl: string;
  /** Watched mailboxes. */
  mailboxes: string[];
  /** Graph of the settings, or null to start the emulator. */
  graphUrl: string | null;
  clock: Clock;
  log: Log;
}

/** What stands in for Microsoft 365 on one computer: mailbox, directory, sign-in, Outlook page, bot playground. */
export interface SandboxWorld {
  graphUrl: string;
  agents: Agent[];
  people: PeopleDirectory;
  teams: { id: string; name: string }[];
  authenticate: Authenticate;
  officeDir: string;
  handlers(deps: { fateOf: MailroomDeps['fateOf']; mailText: MailText }): Handlers<typeof sandboxEndpoints>;
  /** Answers its address, or null when it does not come up; the rest of the sandbox does without. */
  startPlayground(): Promise<string | null>;
  close(): Promise<void>;
}

/** Somebody's own inbox, which nobody watches: its mail becomes a case only when an agent says so. */
const privateMailbox = 'jonas.weber@contoso.example';

export async function openSandbox(options: WorldOptions): Promise<SandboxWorld> {
  const { clock, log, publicUrl } = options;
  const identity = createSandboxIdentity(options.dataDir);
  const mailboxes = [...new Set([...options.mailboxes, privateMailbox])];
  const emulator = await startGraphEmulator({ mailboxes, file: path.join(options.dataDir, 'sandbox-mailbox.jsonl') });
  let samples: SampleDelivery | undefined;
  let playground: Playground | null = null;
  const office = createRequire(import.meta.url).resolve('@microsoft/office-js/package.json');
  return {
    graphUrl: options.graphUrl ?? emulator.url,
    agents: sandboxAgents,
    people: sandboxPeople,
    teams: sandboxTeams,
    authenticate: identity.verify,
    officeDir: path.join(path.dirname(office), 'dist'),
    handlers({ fateOf, mailText }) {
      samples = createSampleDelivery({ emulator, mailboxes, clock, log });
      const mailroom = createMailroom({ emulator, mailboxes, fateOf, mailText });
      const places = () => ({
        tab: `${publicUrl}/tab/`,
        playground: playground?.url ?? null,
        docs: `${publicUrl}/api/docs`,
      });
      return sandboxRoutes({ identity, mailroom, samples, places });
    },
    async startPlayground() {
      playground = await openPlayground(publicUrl, log);
      return playground?.url ?? null;
    },
    close: () => close(emulator, samples, playground),
  };
}

async function openPlayground(publicUrl: string, log: Log): Promise<Playground | null> {
  try {
    return await startPlayground({ botUrl: `${publicUrl}/api/messages`, log, ...portBeside(publicUrl) });
  } catch (error) {
    log.warn('bot playground did not start', { error: String(error) });
    return null;
  }
}

/**
 * The port after the product's own: the same one after a restart, because the bot has noted it with its conversations, and
 * never that of another product on this computer, which would get its cards.
 */
function portBeside(publicUrl: string): { port?: number } {
  const own = Number(new URL(publicUrl).port);
  return own > 0 && own < 65_535 ? { port: own + 1 } : {};
}

async function close(emulator: GraphEmulator, samples?: SampleDelivery, playground?: Playground | null): Promise<void> {
  samples?.stop();
  await playground?.close();
  await emulator.close();
}

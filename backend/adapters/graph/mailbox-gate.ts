/** Lets at most `width` pieces of work run at once for each mailbox; the others wait in order of arrival. */
export interface MailboxGate {
  run<T>(mailbox: string, work: () => Promise<T>): Promise<T>;
}

interface Lane {
  running: number;
  waiting: (() => void)[];
}

export function createMailboxGate(width: number): MailboxGate {
  const lanes = new Map<string, Lane>();

  async function run<T>(mailbox: string, work: () => Promise<T>): Promise<T> {
    const lane = lanes.get(mailbox) ?? { running: 0, waiting: [] };
    lanes.set(mailbox, lane);
    if (lane.running >= width) await new Promise<void>((resolve) => lane.waiting.push(resolve));
    else lane.running += 1;
    try {
      return await work();
    } finally {
      leave(mailbox, lane);
    }
  }

  function leave(mailbox: string, lane: Lane): void {
    // The place is handed on rather than freed, so that nobody can slip in between.
    const next = lane.waiting.shift();
    if (next) {
      next();
      return;
    }
    lane.running -= 1;
    // Names of mailboxes may come from outside; an idle lane must not stay for ever.
    if (lane.running === 0) lanes.delete(mailbox);
  }

  return { run };
}

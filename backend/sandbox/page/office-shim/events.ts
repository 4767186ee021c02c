import type { HostLine } from './host-line.ts';
import type { Completed } from './protocol.ts';

export type EventHandler = (event: { completed(options: Completed): void }) => void;

/**
 * The events that Outlook raises for scripts without a pane. One that comes before the script is there waits for it, as
 * Outlook loads the script only for the event.
 */
export function raisedEvents(line: HostLine) {
  const handlers = new Map<string, EventHandler>();
  const waiting: string[] = [];
  let begun = false;

  function raise(name: string): void {
    const handler = handlers.get(name);
    if (!begun || handler === undefined) waiting.push(name);
    else handler({ completed: (options) => line.completed(options) });
  }
  function raiseWaiting(): void {
    for (const name of waiting.splice(0)) raise(name);
  }
  line.onEvent(raise);

  return {
    associate(name: string, handler: EventHandler): void {
      handlers.set(name, handler);
      raiseWaiting();
    },
    /** From now on the mailbox can be asked. */
    begin(): void {
      begun = true;
      raiseWaiting();
    },
  };
}

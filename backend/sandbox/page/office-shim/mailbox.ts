import { doneOf, fail, succeed } from './answers.ts';
import type { HostLine } from './host-line.ts';
import { messageRead } from './message-read.ts';
import type { HostState } from './protocol.ts';

type Handler = (args: object) => void;

const itemChanged = 'olkItemSelectedChanged';
const themeChanged = 'officeThemeChanged';

/** Values of `Office.EventType` that Outlook brings along and a plain browser does not. */
export const eventTypes = { ItemChanged: itemChanged, OfficeThemeChanged: themeChanged };

/** What Outlook puts under `Office.context`, fed by the sandbox's page. */
export function outlookContext(first: HostState, line: HostLine): Record<string, object> {
  const handlers = new Map<string, Set<Handler>>();
  let state = first;
  let item = first.mail === null ? null : messageRead(first.mail);

  function raise(type: string, args: object): void {
    for (const handler of handlers.get(type) ?? []) handler({ type, ...args });
  }

  line.onState((next) => {
    const before = state;
    state = next;
    if (next.mail?.id !== before.mail?.id) {
      item = next.mail === null ? null : messageRead(next.mail);
      raise(itemChanged, {});
    }
    if (next.dark !== before.dark) raise(themeChanged, { officeTheme: themeOf(next.dark) });
  });

  const mailbox = {
    get item() {
      return item;
    },
    get userProfile() {
      return {
        displayName: state.person.name,
        emailAddress: state.person.email,
        accountType: 'office365',
        timeZone: 'UTC',
      };
    },
    diagnostics: { hostName: 'OutlookWebApp', hostVersion: '20.0.0.0' },
    addHandlerAsync(type: string, handler: Handler, ...rest: unknown[]) {
      if (type !== itemChanged && type !== themeChanged) {
        fail(doneOf(rest), 9020, 'InternalEventHandlerError', 'The event type is not supported.');
        return;
      }
      handlers.set(type, (handlers.get(type) ?? new Set()).add(handler));
      succeed(doneOf(rest));
    },
    removeHandlerAsync(type: string, ...rest: unknown[]) {
      handlers.delete(type);
      succeed(doneOf(rest));
    },
  };

  return {
    mailbox,
    roamingSettings: roamingSettings(),
    get officeTheme() {
      return themeOf(state.dark);
    },
  };
}

function themeOf(dark: boolean): object {
  return dark
    ? {
        bodyBackgroundColor: '#292929',
        bodyForegroundColor: '#FFFFFF',
        controlBackgroundColor: '#1F1F1F',
        controlForegroundColor: '#FFFFFF',
      }
    : {
        bodyBackgroundColor: '#FFFFFF',
        bodyForegroundColor: '#242424',
        controlBackgroundColor: '#FAFAFA',
        controlForegroundColor: '#242424',
      };
}

/** Settings that would follow the person from machine to machine; here they last as long as the pane. */
function roamingSettings(): object {
  const values = new Map<string, unknown>();
  return {
    get: (name: string) => values.get(name),
    set: (name: string, value: unknown) => void values.set(name, value),
    remove: (name: string) => void values.delete(name),
    saveAsync: (...rest: unknown[]) => succeed(doneOf(rest)),
  };
}

import type { SandboxOpenMail } from '../../../contracts/sandbox.ts';
import { answerWith, doneOf, fail, succeed } from './answers.ts';
import type { HostLine } from './host-line.ts';
import { messageCompose } from './message-compose.ts';
import { messageRead } from './message-read.ts';
import type { DraftMail, HostState } from './protocol.ts';

type Handler = (args: object) => void;

const itemChanged = 'olkItemSelectedChanged';
const selectionChanged = 'olkSelectedItemsChanged';
const themeChanged = 'officeThemeChanged';

/** Values of `Office.EventType` that Outlook brings along and a plain browser does not. */
export const eventTypes = {
  ItemChanged: itemChanged,
  SelectedItemsChanged: selectionChanged,
  OfficeThemeChanged: themeChanged,
};

/** What Outlook puts under `Office.context`, fed by the sandbox's page. */
export function outlookContext(first: HostState, line: HostLine): Record<string, object> {
  const handlers = new Map<string, Set<Handler>>();
  let state = first;
  let item = itemOf(first);

  function raise(type: string, args: object): void {
    for (const handler of handlers.get(type) ?? []) handler({ type, ...args });
  }

  function itemOf({ mail, draft }: HostState): object | null {
    if (draft !== null) return messageCompose(() => draftOf(state), line);
    return mail === null ? null : messageRead(mail, line);
  }

  line.onState((next) => {
    const before = state;
    state = next;
    if (nameOf(next) !== nameOf(before)) {
      item = itemOf(next);
      raise(itemChanged, {});
    }
    if (selectionOf(next) !== selectionOf(before)) raise(selectionChanged, {});
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
      if (!Object.values(eventTypes).includes(type)) {
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
    getSelectedItemsAsync(...rest: unknown[]) {
      const one = state.mail === null ? [] : [asSelected(state.mail)];
      const items = state.selected.length > 0 ? state.selected : one;
      succeed(
        doneOf(rest),
        items.map(({ id, ...mail }) => ({ itemId: id, itemType: 'message', itemMode: 'Read', ...mail })),
      );
    },
    loadItemByIdAsync(mailId: string, ...rest: unknown[]) {
      const found = line.ask({ what: 'mail', mailId }) as Promise<SandboxOpenMail | null>;
      const loaded = found.then((mail) => mail && { ...messageRead(mail, line), unloadAsync: unload });
      answerWith(doneOf(rest), loaded);
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

function unload(...rest: unknown[]): void {
  succeed(doneOf(rest));
}

/** What is open, by name. */
function nameOf({ mail, draft }: HostState): string {
  return `${draft?.id ?? ''}|${mail?.id ?? ''}`;
}

function selectionOf({ selected, mail }: HostState): string {
  return selected.length > 0 ? selected.map(({ id }) => id).join() : (mail?.id ?? '');
}

function asSelected(mail: SandboxOpenMail): HostState['selected'][number] {
  const { id, subject, internetMessageId, conversationId } = mail;
  return { id, subject, internetMessageId: internetMessageId ?? '', conversationId: conversationId ?? '' };
}

const goneDraft: DraftMail = { id: '', subject: '', to: [], cc: [], html: '', attachments: [], conversationId: '' };

function draftOf({ draft }: HostState): DraftMail {
  return draft ?? goneDraft;
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

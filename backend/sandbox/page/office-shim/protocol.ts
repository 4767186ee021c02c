import type { SandboxOpenMail } from '../../../contracts/sandbox.ts';

export interface Person {
  email: string;
  name: string;
}

/** A mail being written, as the sandbox's page holds it. */
export interface DraftMail {
  id: string;
  subject: string;
  to: Person[];
  cc: Person[];
  html: string;
  attachments: { id: string; name: string; size: number }[];
  /** Of the mail it answers; empty for a new one. */
  conversationId: string;
}

/** One of several mails that are selected at once. */
export interface SelectedMail {
  id: string;
  subject: string;
  internetMessageId: string;
  conversationId: string;
}

/** What the sandbox's page tells the pane: who works, which mail is open or being written, how it looks. */
export interface HostState {
  kind: 'handyconnect.state';
  person: Person;
  /** The mail that is read; null while one is written or several are selected. */
  mail: SandboxOpenMail | null;
  draft: DraftMail | null;
  /** Two or more; empty otherwise. */
  selected: SelectedMail[];
  dark: boolean;
}

/** What a part of the draft is to become. `insert` goes where the cursor is, `addFile` beside the others. */
export type DraftPart =
  | { subject: string }
  | { to: Person[] }
  | { cc: Person[] }
  | { html: string }
  | { insert: string }
  | { addFile: { name: string; content: string } };

/** What the pane asks of the page, because in Outlook it is Outlook's. */
export type Question =
  | { what: 'token' }
  /** Base64 of a file of a mail. */
  | { what: 'file'; mailId: string; fileId: string }
  /** A mail that is not open. */
  | { what: 'mail'; mailId: string }
  /** Opens the form for an answer to everybody. */
  | { what: 'reply'; mailId: string; html: string }
  | { what: 'write'; part: DraftPart };

export interface Answer {
  kind: 'handyconnect.answer';
  ask: number;
  /** Null where the page could not do it. */
  value: unknown;
}

/** Outlook raises an event for the script that runs without a pane, such as before a mail is sent. */
export interface RaisedEvent {
  kind: 'handyconnect.event';
  name: string;
}

export type HostMessage = HostState | Answer | RaisedEvent;

/** What an add-in answers to the event of sending; see Office.AddinCommands.EventCompletedOptions. */
export interface Completed {
  allowEvent?: boolean;
  errorMessage?: string;
}

export type PaneMessage =
  | { kind: 'handyconnect.hello' }
  | { kind: 'handyconnect.ask'; ask: number; question: Question }
  | { kind: 'handyconnect.completed'; options: Completed };

/** Whether a message comes from the window we talk to and from our own origin. */
export function isFrom(event: MessageEvent, partner: Window | null | undefined): boolean {
  return event.origin === window.location.origin && partner !== null && event.source === partner;
}

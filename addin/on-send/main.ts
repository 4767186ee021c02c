/// <reference types="office-js" />
// Runs without a pane when a mail is about to be sent (Smart Alerts). It must never be in the way: whatever goes wrong or
// takes too long lets the mail go.
import { createApi } from '../../ui/api.ts';
import { numberIn } from '../features/compose-pane/draft-number.ts';
import { sendWarning } from '../features/compose-pane/warnings.ts';
import { type DraftMail, readDraft } from '../office/draft-item.ts';
import { officeLoaded } from '../office/loaded.ts';
import { officeSession } from '../office/office-session.ts';

/** Somebody is waiting for the mail to leave. */
const patienceMs = 300;

const session = officeSession();
const api = createApi(session.token, 'outlook');

async function warningFor(draft: DraftMail): Promise<string | null> {
  const { to, cc, text, attachmentCount, conversationId } = draft;
  const named = numberIn(draft.subject);
  const found = conversationId === '' ? null : (await api('lookupMail', { query: { conversationId } })).case;
  const number = named ?? found?.number;
  if (number === undefined) return null;
  const body = { to, cc, text: text.slice(0, 20_000), attachmentCount };
  const check = await api('checkReply', { params: { id: number }, body });
  if (named !== null && found !== null && found.number !== named)
    return `The subject names ${named}, but the mail answers ${found.number}.`;
  return sendWarning(check, number, named !== null);
}

function inTime<T>(work: Promise<T>): Promise<T | null> {
  const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  return Promise.race([work, tooLate]).catch(() => null);
}

function onMessageSend(event: Office.MailboxEvent): void {
  const warning = readDraft().then((draft) => draft && warningFor(draft));
  void inTime(warning).then((errorMessage) => {
    if (errorMessage === null) event.completed({ allowEvent: true });
    else event.completed({ allowEvent: false, errorMessage });
  });
}

async function begin(): Promise<void> {
  // Outlook on Windows runs this file without a page, with Office.js there already.
  if (typeof Office === 'undefined') await officeLoaded();
  await Office.onReady();
  Office.actions.associate('onMessageSendHandler', onMessageSend);
}

void begin();

import type { Case } from '../../../backend/contracts/case.ts';
import type { Api } from '../../../ui/api.ts';
import type { FileContent } from '../../office/open-mail.ts';
import { fromMail } from './mail-questions.ts';
import type { WithoutCase } from './pane-state.ts';

/** What the service takes in one request, with room for the mail's text; base64 makes a third more of it. */
const mostFileBytes = 28_000_000;

interface ConvertDeps {
  api: Api;
  readFiles?: ((itemId: string, ids: string[]) => Promise<FileContent[]>) | undefined;
}

/**
 * Makes a case of the mail, or adds it to one. A mail of a watched mailbox is fetched by the service itself; of any other
 * it has what the pane hands over, files included. Suggested tasks come after: a case without them is no failure.
 * @throws ProblemError, OfflineError, SignInError
 */
export async function convertMail(
  { api, readFiles }: ConvertDeps,
  { mail, choice, along, suggestion }: WithoutCase,
  into?: string,
): Promise<{ value: Case; text: string }> {
  const wanted = mail.attachments.filter(({ id }) => !along.withoutFiles.includes(id));
  const sendable = mail.ownMailbox ? withinLimit(wanted) : [];
  const files =
    sendable.length === 0
      ? []
      : await readFiles?.(
          mail.itemId,
          sendable.map(({ id }) => id),
        ).catch(() => []);
  const whole = { ...mail, attachments: wanted };
  const value = await api('caseFromMail', { body: { ...fromMail(whole, choice, files ?? []), ...(into && { into }) } });
  if (into !== undefined) return { value, text: `Added to ${value.number}.` };
  const titles = (suggestion?.suggestedTasks ?? []).map(({ title }) => title);
  const tasks = titles.filter((title) => !along.withoutTasks.includes(title));
  const made = await Promise.allSettled(tasks.map((title) => makeTask(api, value, title)));
  const missing = made.filter(({ status }) => status === 'rejected').length;
  const left = wanted.length - (mail.ownMailbox ? (files ?? []).length : wanted.length);
  return { value, text: [`${value.number} created.`, ...leftWords(missing, left)].join(' ') };
}

/** The same title for the same case is the same task, however often it is asked for. */
function makeTask(api: Api, { id }: Case, title: string) {
  return api('createTask', { body: { title, caseId: id }, idempotencyKey: `${id}|${title}`.slice(0, 200) });
}

function withinLimit<T extends { size: number }>(files: T[]): T[] {
  let left = mostFileBytes;
  return files.filter(({ size }) => {
    if (size > left) return false;
    left -= size;
    return true;
  });
}

function leftWords(tasks: number, files: number): string[] {
  return [
    ...(tasks > 0 ? [`${tasks} ${tasks === 1 ? 'task was' : 'tasks were'} not added.`] : []),
    ...(files > 0
      ? [`${files} ${files === 1 ? 'file stays' : 'files stay'} in your mailbox: too large to hand over.`]
      : []),
  ];
}

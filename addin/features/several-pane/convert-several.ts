import { ProblemError } from '../../../backend/contracts/client.ts';
import type { Api } from '../../../ui/api.ts';
import type { OpenMail } from '../../office/open-mail.ts';
import type { SelectedMail } from '../../office/selected-items.ts';
import { fromMail } from '../case-pane/mail-questions.ts';
import { problemOf } from '../case-pane/pane-problem.ts';

/** More are not converted in one go. */
export const mostAtOnce = 100;

/** What became of one of them. */
export type Outcome = { kind: 'made' | 'known'; number: string } | { kind: 'failed'; why: string };

interface Deps {
  api: Api;
  /** Null where Outlook cannot read a mail that is not open. @throws OfficeError */
  load: (itemId: string) => Promise<OpenMail | null>;
}

const atOnce = 4;

/** Makes cases of the mails, a few at a time, and tells of each as it is done. A mail that is on a case stays there. */
export async function convertSeveral(
  deps: Deps,
  mails: SelectedMail[],
  tell: (itemId: string, outcome: Outcome) => void,
  isStopped: () => boolean,
): Promise<void> {
  const waiting = mails.slice(0, mostAtOnce);
  // Outlook loads one mail at a time.
  let loading: Promise<unknown> = Promise.resolve();
  const loadAlone = (itemId: string) => {
    const loaded = loading.then(() => deps.load(itemId));
    loading = loaded.catch(() => undefined);
    return loaded;
  };
  async function work(): Promise<void> {
    for (let mail = waiting.shift(); mail !== undefined && !isStopped(); mail = waiting.shift())
      tell(mail.itemId, await convertOne({ ...deps, load: loadAlone }, mail));
  }
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function convertOne({ api, load }: Deps, { itemId, internetMessageId }: SelectedMail): Promise<Outcome> {
  try {
    const known = internetMessageId === '' ? null : await byMessageId(api, internetMessageId);
    if (known !== null) return known;
    const mail = await load(itemId);
    if (mail === null) return { kind: 'failed', why: 'It lies in no watched mailbox. Open it to make a case of it.' };
    return outcomeOf(await api('caseFromMail', { body: fromMail(mail, {}) }), false);
  } catch (error) {
    const { title, text } = problemOf(error, 'No case was made.');
    return { kind: 'failed', why: `${title} ${text}` };
  }
}

/** A mail of a watched mailbox is fetched by the service; null for one that it cannot find. */
async function byMessageId(api: Api, internetMessageId: string): Promise<Outcome | null> {
  const { case: known } = await api('lookupMail', { query: { internetMessageId } });
  if (known !== null) return outcomeOf(known, true);
  try {
    return outcomeOf(await api('caseFromMail', { body: { internetMessageId } }), false);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null;
    throw error;
  }
}

function outcomeOf({ number }: { number: string }, known: boolean): Outcome {
  return { kind: known ? 'known' : 'made', number };
}

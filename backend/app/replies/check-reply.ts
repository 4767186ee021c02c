import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import { customerConversation } from '../../domain/case/conversation.ts';
import { Failure } from '../../domain/failure.ts';
import { promisesFile } from '../../domain/mail/promised-file.ts';
import {
  checkRecipients,
  domainOf,
  type OurAddresses,
  type Recipients,
  replyAll,
} from '../../domain/mail/recipient-guard.ts';
import { getCase } from '../cases/find-case.ts';
import type { ReplyDeps } from './reply-deps.ts';
import type { CheckedReply, ReplyDraft } from './reply-use-cases.ts';

/** A reply as far as it is settled whom it answers and whom it reaches. */
export interface Addressed {
  answered: CaseMessage | null;
  /** What stands last in the conversation. */
  last: CaseMessage | null;
  recipients: Recipients;
  check: CheckedReply;
}

/** @throws Failure `not-found` */
export async function checkReply(deps: ReplyDeps, ref: string, draft: ReplyDraft): Promise<CheckedReply> {
  const { value } = await getCase(deps, ref);
  return (await address(deps, value, draft)).check;
}

/** The same rule for every surface: who answers what, who receives it, and what that changes. */
export async function address(deps: ReplyDeps, value: SupportCase, draft: ReplyDraft): Promise<Addressed> {
  const conversation = await deps.store.messages(value.id);
  const answered = answeredOf(conversation, draft.answers);
  const our = await ourAddresses(deps);
  const expected = replyAll(answered, value.customer, our);
  const given = draft.to !== undefined || draft.cc !== undefined;
  const recipients = given ? { to: draft.to ?? [], cc: draft.cc ?? [] } : expected;
  const found = checkRecipients(recipients, expected, value, our);
  const otherCases = await casesOfOthers(deps, value.id, found.added);
  const forgottenFile = draft.attachmentCount === 0 && promisesFile(writtenText(deps, draft));
  const answeredBy = earlierAnswer(conversation, answered);
  const check = { ...found, answers: answered?.id ?? null, otherCases, forgottenFile, answeredBy };
  return { answered, last: conversation.at(-1) ?? null, recipients, check };
}

/** The last mail of a person on the customer's side, else our own last one, else none. */
function answeredOf(conversation: CaseMessage[], wanted: string | undefined): CaseMessage | null {
  if (wanted !== undefined) {
    const found = conversation.find(({ id, direction }) => id === wanted && direction !== 'note');
    if (found !== undefined) return found;
    throw new Failure('invalid', 'There is no such mail on the case.', {
      faults: [{ path: 'answers', message: 'is no mail of this case' }],
    });
  }
  const mails = customerConversation(conversation).filter(({ direction }) => direction !== 'note');
  return (
    mails.findLast(({ direction, automatic }) => direction === 'inbound' && !automatic) ??
    mails.findLast(({ automatic }) => !automatic) ??
    null
  );
}

/** Who has answered a customer's message already. Two of us who write at once both think that they are the first. */
function earlierAnswer(conversation: CaseMessage[], answered: CaseMessage | null): CheckedReply['answeredBy'] {
  if (answered?.direction !== 'inbound') return null;
  const earlier = customerConversation(conversation).findLast(
    ({ direction, automatic, at }) => direction === 'outbound' && !automatic && at > answered.at,
  );
  return earlier === undefined ? null : { name: earlier.from?.name || earlier.from?.email || '', at: earlier.at };
}

async function ourAddresses(deps: ReplyDeps): Promise<OurAddresses> {
  const agents = await deps.directory.agents();
  const domains = [...deps.ourMailboxes, ...agents.map(({ email }) => email)].map((email) => domainOf({ email }));
  return { mailboxes: deps.ourMailboxes, domains: [...new Set(domains)] };
}

async function casesOfOthers(
  deps: ReplyDeps,
  caseId: string,
  added: CheckedReply['added'],
): Promise<Record<string, string>> {
  const others: Record<string, string> = {};
  for (const { email, thirdParty } of added) {
    const [id] = thirdParty ? deps.index.ofCustomer(email, 1) : [];
    const found = id === undefined || id === caseId ? undefined : await deps.store.get(id);
    if (found !== undefined) others[email] = found.value.number;
  }
  return others;
}

function writtenText(deps: ReplyDeps, { html, text }: ReplyDraft): string {
  return html === undefined ? (text ?? '') : deps.outgoingText.clean(html).text;
}

import type { Actor } from '../../domain/access/actor.ts';
import type { SupportCase } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import { placeholderValues, type Speaker } from '../../domain/reply/placeholder-values.ts';
import { blanksIn, fillIn } from '../../domain/reply/placeholders.ts';
import { plainHtml } from '../../domain/reply/plain-html.ts';
import { signatureFor } from '../../domain/reply/reply-settings.ts';
import type { ReplyDeps } from './reply-deps.ts';
import { replySettings } from './reply-settings.ts';
import type { ReplyInput } from './reply-use-cases.ts';

export interface WrittenReply {
  /** What the agent wrote, without the signature. */
  text: string;
  /** What is sent, with the signature. */
  html: string;
}

/** @throws Failure `invalid` when nothing is said, a blank is left open, or the template is unknown */
export async function writeReply(
  deps: ReplyDeps,
  actor: Actor,
  value: SupportCase,
  mailbox: string,
  reply: ReplyInput,
): Promise<WrittenReply> {
  const { templates, signatures } = await replySettings(deps);
  const speaker = await speakerOf(deps, actor);
  const language = value.language === 'und' ? 'en' : value.language;
  const moment = { nowMs: deps.clock.nowMs(), timeZone: 'UTC', backAt: null };
  const values = placeholderValues(value, language, { agent: speaker, team: value.team }, moment);
  const wanted = reply.html ?? reply.text;
  const template = templates.find(({ id }) => id === reply.templateId);
  if (wanted === undefined && template === undefined) throw nothingSaid(reply.templateId);
  const source = reply.html ?? plainHtml(reply.text ?? fillIn(template?.text ?? '', values));
  const { html, text } = deps.outgoingText.clean(source);
  if (text === '') throw nothingSaid(undefined);
  const [blank] = blanksIn(text);
  if (blank !== undefined) throw invalid('text', `still has the blank “${blank}”`);
  const signature = signatureFor(signatures, mailbox, actor.id);
  const below = signature === null ? '' : `\n${plainHtml(`-- \n${fillIn(signature.text, values)}`)}`;
  return { text, html: html + below };
}

export async function speakerOf(deps: Pick<ReplyDeps, 'directory'>, actor: Actor): Promise<Speaker> {
  const agent = await deps.directory.agent(actor.id);
  return { name: agent?.name ?? actor.name, email: agent?.email ?? '' };
}

function nothingSaid(templateId: string | undefined): Failure {
  return templateId === undefined ? invalid('text', 'must say something') : invalid('templateId', 'is no template');
}

export function invalid(path: string, message: string): Failure {
  return new Failure('invalid', `${path} ${message}.`, { faults: [{ path, message }] });
}

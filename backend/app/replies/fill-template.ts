import type { Actor } from '../../domain/access/actor.ts';
import type { SupportCase } from '../../domain/case/case.ts';
import { openCase } from '../../domain/case/open.ts';
import { Failure } from '../../domain/failure.ts';
import { placeholderValues, type TaskToGive } from '../../domain/reply/placeholder-values.ts';
import { blanksIn, fillIn } from '../../domain/reply/placeholders.ts';
import { plainHtml } from '../../domain/reply/plain-html.ts';
import { getCase } from '../cases/find-case.ts';
import { placeholderFaults } from '../settings/check-settings.ts';
import type { ReplyDeps } from './reply-deps.ts';
import { speakerOf } from './reply-text.ts';
import type { FilledTemplate, TemplateTrial } from './reply-use-cases.ts';

/** @throws Failure `invalid` naming placeholders that mean nothing, `not-found` */
export async function fillTemplate(deps: ReplyDeps, actor: Actor, trial: TemplateTrial): Promise<FilledTemplate> {
  const faults = placeholderFaults([{ path: 'text', text: trial.text }]);
  if (faults.length > 0) throw new Failure('invalid', 'Some placeholders mean nothing.', { faults });
  const value = trial.case === undefined ? madeUp(deps) : (await getCase(deps, trial.case)).value;
  const agent = await speakerOf(deps, actor);
  const nowMs = deps.clock.nowMs();
  // A preview shows every placeholder at work, also the one that only stands outside working hours.
  const moment = { nowMs, timeZone: 'UTC', backAt: new Date(nowMs + 12 * 3_600_000).toISOString() };
  const speaker = { agent, team: value.team };
  const text = fillIn(trial.text, placeholderValues(value, trial.language, speaker, moment, madeUpTask(value, nowMs)));
  return { text, html: plainHtml(text), blanks: blanksIn(text) };
}

function madeUpTask({ number }: SupportCase, nowMs: number): TaskToGive {
  return {
    id: '0'.repeat(24),
    caseNumber: number,
    title: 'Repair the ceiling',
    description: 'Please look at the pipe above the kitchen.',
    checklist: [{ text: 'Ask for the key', done: false }],
    dueAt: new Date(nowMs + 72 * 3_600_000).toISOString(),
  };
}

function madeUp(deps: Pick<ReplyDeps, 'clock' | 'ourMailboxes'>): SupportCase {
  const customer = { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' };
  return openCase({
    id: '0'.repeat(24),
    number: 'HC-1042',
    subject: 'Water is coming through the ceiling',
    customer,
    participants: [customer],
    mailbox: deps.ourMailboxes[0] ?? null,
    source: 'mail',
    linked: [],
    at: deps.clock.now(),
  });
}

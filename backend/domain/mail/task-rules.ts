import type { TaskMail } from '../task/task.ts';
import { failsAuthentication, sharesPeople } from './case-people.ts';
import type { IncomingMail } from './mail.ts';
import type { Candidate, FoundCase, MatchFacts } from './match-facts.ts';

/** Anybody may have an address there, so whoever shares the domain is no colleague. */
const publicProviders = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de mail.com proton.me protonmail.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it hotmail.fr hotmail.it hotmail.es hotmail.co.uk yahoo.fr yahoo.it yahoo.es yahoo.co.uk yahoo.de outlook.de outlook.fr outlook.es outlook.it ziggo.nl kpnmail.nl planet.nl sapo.pt btinternet.com mail.ru yandex.ru qq.com 163.com'.split(
    ' ',
  ),
);

/**
 * A mail of somebody outside about a task that was given to them. What they were sent may have been passed on, and a
 * token can be guessed: the sender must be the one it was given to, or, with the id of our mail, work for the same firm.
 */
export function byTask(mail: IncomingMail, facts: MatchFacts): Candidate | undefined {
  const thread = [facts.byInReplyTo, facts.byReference].find((found) => found?.task !== undefined);
  if (thread?.task !== undefined && belongs(mail, thread, thread.task, facts)) {
    return {
      found: thread,
      rule: 'task_thread',
      why: `It is about a task that was given to ${thread.task.contractor}.`,
    };
  }
  if (failsAuthentication(mail)) return undefined;
  const named = facts.byTaskToken?.find(({ task }) => task !== undefined && isContractor(mail, task));
  if (named?.task === undefined) return undefined;
  return {
    found: named,
    rule: 'task_token',
    why: `The subject names a task that was given to ${named.task.contractor}.`,
  };
}

/** Whoever works here and writes to the contractor alone goes on with the task; with the customer in copy it is an answer. */
function belongs(mail: IncomingMail, found: FoundCase, task: TaskMail, { byAgent }: MatchFacts): boolean {
  if (failsAuthentication(mail)) return false;
  return byAgent ? !sharesPeople(mail, found) : isContractor(mail, task) || isColleague(mail, task);
}

function isContractor({ from }: IncomingMail, { contractor }: TaskMail): boolean {
  return from !== null && from.email.trim().toLowerCase() === contractor;
}

function isColleague({ from }: IncomingMail, { contractor }: TaskMail): boolean {
  const domain = domainOf(contractor);
  return domain !== '' && !publicProviders.has(domain) && domainOf(from?.email ?? '') === domain;
}

function domainOf(email: string): string {
  return email.trim().toLowerCase().split('@')[1] ?? '';
}

import type { Case } from '../backend/contracts/case.ts';
import { clockNames } from '../backend/contracts/clock-words.ts';
import { metrics } from '../backend/contracts/metric-catalogue.ts';
import type { TeamsDocument } from '../backend/contracts/settings.ts';
import type { Actor } from '../backend/domain/access/actor.ts';
import { may } from '../backend/domain/access/permissions.ts';
import type { ClockLedger } from '../backend/domain/sla/ledger.ts';
import type { Answer, AnswerDeps, Asking } from './asking.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { answerCard, type ClockView, type Figure, rosterCard, slaCard, statsCard } from './cards/figure-cards.ts';
import { amount, instant } from './cards/instants.ts';
import { line } from './cards/plain.ts';
import { present } from './case-answers.ts';
import { barPicture } from './chart-picture.ts';
import { type NamedPeriod, periodNamed } from './commands/period-words.ts';
import { keyOf } from './commands/tokens.ts';
import { changeWords, valueWords } from './figure-words.ts';
import { answerUnclear } from './guide-answers.ts';
import { caseUrl, dashboardUrl, listUrl } from './links.ts';

const mostDelayed = 5;
const mostBars = 31;

/** Figures of a period, compared with the one before of the same length. */
export async function answerStats(asking: Asking, words: string): Promise<Answer> {
  const { actor, clock, place } = asking;
  const period = periodNamed(words)?.at(clock.nowMs(), place.zone);
  if (period === undefined) {
    return answerUnclear(asking, {
      unclear: 'Of which time do you want figures?',
      offers: ['stats today', 'stats this week'],
    });
  }
  return {
    kind: 'card',
    card: await figuresCard(asking, actor, period, { heading: `Figures of ${period.says}`, zone: place.zone }),
  };
}

/** The figures of a period as `actor` may see them: the same in answers and digests. */
export async function figuresCard(
  deps: AnswerDeps,
  actor: Actor,
  period: NamedPeriod,
  { heading, zone }: { heading: string; zone: string },
): Promise<AdaptiveCard> {
  const { app, publicUrl } = deps;
  const before = periodBefore(period);
  const [now, then, trends, late] = await Promise.all([
    app.dashboard(actor, {}, period),
    app.dashboard(actor, {}, before),
    app.trends(actor, {}, { from: period.from, to: period.to, interval: 'day' }),
    app.listCases(
      { sla: ['breached'], ...(may(actor.role, 'analytics.everybody') ? {} : { assignee: [actor.id] }) },
      { key: 'due', descending: false },
      { limit: mostDelayed },
    ),
  ]);
  const points = trends.series[0]?.points.slice(-mostBars) ?? [];
  const whose = may(actor.role, 'analytics.everybody') ? 'All cases' : 'Your cases';
  return statsCard({
    heading,
    scope: whose,
    figures: figuresOf(now.figures, then.figures),
    chart: points.length < 2 ? null : chartOf(points, zone),
    delayed: late.items.map((item) => present(deps, item, actor.role)),
    openUrl: dashboardUrl(publicUrl),
  });
}

function periodBefore({ from, to }: NamedPeriod): { from: string; to: string } {
  const length = Math.max(1, Date.parse(to) - Date.parse(from));
  return { from: new Date(Date.parse(from) - length).toISOString(), to: from };
}

type Dashboard = Awaited<ReturnType<Asking['app']['dashboard']>>['figures'];

function figuresOf(now: Dashboard, then: Dashboard): Figure[] {
  const share = (name: 'slaMetPercent' | 'csatPercent' | 'csatResponsePercent'): Figure => ({
    name,
    value: valueWords(now[name], 'percent'),
    change: changeWords(now[name], then[name], 'percent'),
  });
  return [
    { name: 'created', value: String(now.created), change: changeWords(now.created, then.created, 'cases') },
    { name: 'resolved', value: String(now.resolved), change: changeWords(now.resolved, then.resolved, 'cases') },
    share('slaMetPercent'),
    { name: 'open', value: String(now.open), change: '' },
    { name: 'atRisk', value: String(now.atRisk), change: '' },
    { name: 'breached', value: String(now.breached), change: '' },
    {
      name: 'firstResponseMinutes',
      value: valueWords(now.firstResponseMinutes.median, 'minutes'),
      change: few(now.firstResponseMinutes.n),
    },
    {
      name: 'resolutionMinutes',
      value: valueWords(now.resolutionMinutes.median, 'minutes'),
      change: few(now.resolutionMinutes.n),
    },
    { name: 'unassigned', value: String(now.unassigned), change: '' },
    // Who asks no customer has nothing to see there.
    ...(now.csatAsked + now.csatRated > 0 ? [share('csatPercent'), share('csatResponsePercent')] : []),
  ];
}

function few(n: number): string {
  return n === 0 ? '' : n < 10 ? `median of ${n}, few cases` : `median of ${n}`;
}

interface Point {
  atMs: number;
  created: number;
  resolved: number;
}

function chartOf(points: readonly Point[], zone: string) {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' });
  const created = points.reduce((sum, point) => sum + point.created, 0);
  const resolved = points.reduce((sum, point) => sum + point.resolved, 0);
  return {
    picture: {
      type: 'Image' as const,
      url: barPicture(points.map((point) => [point.created, point.resolved])),
      altText: `Bars by day: ${created} created, ${resolved} resolved in all. The numbers stand below.`,
      size: 'stretch' as const,
      spacing: 'medium' as const,
    },
    rows: points.slice(-7).map((point) => ({
      title: day.format(point.atMs),
      value: `${point.created} created, ${point.resolved} resolved`,
    })),
  };
}

/** Why the due times of a case are what they are. */
export async function answerSla(asking: Asking, ref: string): Promise<Answer> {
  const found = await asking.app.getCase(ref);
  const explained = await asking.app.explainClocks(found.value.id);
  const value = present(asking, found, asking.actor.role);
  const policy = explained.terms.policy;
  return {
    kind: 'card',
    card: slaCard({
      case: value,
      policy: policy === null ? 'No policy' : (explained.policyNames.get(policy) ?? policy),
      calendar: explained.calendar.name,
      clocks: clockViews(value, explained.ledgers),
      openUrl: caseUrl(asking.publicUrl, value.number),
    }),
  };
}

function clockViews(value: Case, ledgers: Record<keyof typeof clockNames, ClockLedger | null>): ClockView[] {
  return (Object.keys(clockNames) as (keyof typeof clockNames)[]).flatMap((name) => {
    const { state, due, targetMinutes, leftMinutes } = value.sla[name];
    const ledger = ledgers[name];
    if (state === 'none' || targetMinutes === undefined || ledger === null) return [];
    const target = amount(targetMinutes * 60_000, 'up');
    const used = amount(ledger.consumed, 'up');
    const when = due === null ? '' : instant(due, value.updatedAt);
    const says = {
      ok: `Due ${when}. Target ${target}, ${used} used.`,
      at_risk: `At risk, due ${when}. Target ${target}, ${used} used.`,
      breached: `Overdue since ${when}. Target ${target}, ${used} used.`,
      paused: `Stands still, ${amount((leftMinutes ?? 0) * 60_000, 'down')} left of ${target}.`,
      met: `Met in ${used} of ${target}.`,
    }[state];
    return [{ name, says, lines: ledgerLines(ledger, value.updatedAt) }];
  });
}

const causeWords: Record<string, string> = {
  shift: 'counted',
  closed: 'closed',
  break: 'break',
  holiday: 'holiday',
  pause: 'stood still',
  ended: 'ended',
  promise: 'promise changed',
  answered: 'answered',
  resolved: 'resolved',
};

/** The newest lines; the whole ledger is on the tab. */
function ledgerLines({ entries }: ClockLedger, near: string): ClockView['lines'] {
  return entries
    .filter(({ ahead }) => !ahead)
    .slice(-5)
    .map(({ from, cause, counted, detail }) => ({
      title: instant(new Date(from).toISOString(), near),
      value: [
        causeWords[cause] ?? cause,
        detail === null ? '' : line(detail, 60),
        counted > 0 ? amount(counted, 'up') : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    }));
}

/** Who works now, those with least to do first. */
export async function answerRoster(asking: Asking, team: string): Promise<Answer> {
  const [roster, settings] = await Promise.all([asking.app.listRoster(), asking.app.readSettings('teams')]);
  const { teams } = settings.value as TeamsDocument;
  const one = teams.find(({ id, name }) => keyOf(id) === team || keyOf(name) === team);
  if (team !== '' && one === undefined) {
    return answerUnclear(asking, {
      unclear: `I know no team ${team}.`,
      offers: ['who is on', ...teams.slice(0, 3).map(({ name }) => `who is on ${name}`)],
    });
  }
  const people = roster
    .filter((person) => one === undefined || person.team === one.id)
    .sort((a, b) => Number(a.away !== null) - Number(b.away !== null) || a.load - b.load);
  return {
    kind: 'card',
    card: rosterCard({
      heading: one === undefined ? 'Who is on' : `Who is on: ${line(one.name, 60)}`,
      people,
      openUrl: dashboardUrl(asking.publicUrl),
    }),
  };
}

const mostGroups = 8;
const mostBehind = 5;

/** A question in plain words: the figure, how it was understood, and the cases behind it. */
export async function answerAsk(asking: Asking, question: string): Promise<Answer> {
  const { app, actor, place } = asking;
  const { answer, unclear, suggestions } = await app.ask(actor, { question, zone: place.zone });
  if (answer === null) {
    const offers = suggestions.map(({ text }) => `ask ${text}`).slice(0, 3);
    const question = unclear ?? 'I do not understand that question.';
    return answerUnclear(asking, { unclear: question, offers: [...offers, 'stats today'] });
  }
  const { metric, by } = answer.query;
  const { name, unit } = metrics[metric];
  const { value, groups } = answer.figure;
  const said = (one: number | null) => valueWords(one, unit);
  const rows = (groups ?? []).slice(0, mostGroups).map((group) => ({
    title:
      by === 'assignee' && group.key !== null ? (asking.agentName(group.key) ?? group.key) : (group.key ?? 'nobody'),
    value: said(group.value),
  }));
  const behind = await Promise.all(answer.cases.slice(0, mostBehind).map(({ id }) => app.getCase(id)));
  return {
    kind: 'card',
    card: answerCard({
      heading: `${name}: ${said(value)}`,
      text: answer.reading,
      understood: answer.notes.join(' '),
      rows,
      items: behind.map((one) => present(asking, one, actor.role)),
      total: answer.total,
      openUrl: listUrl(asking.publicUrl),
    }),
  };
}

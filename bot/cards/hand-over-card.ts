import { sayAction } from './case-verbs.ts';
import type { Action, AdaptiveCard, ToggleInput } from './elements.ts';
import { instant } from './instants.ts';
import { asWritten, band, card, execute, openDashboard, sentence } from './parts.ts';
import { line, plain } from './plain.ts';
import type { CardVerb } from './verbs.ts';

export interface HandOverView {
  /** End of the shift, RFC 3339, UTC; null for somebody whose shift is over. */
  endsAt: string | null;
  /** What cannot wait until the person is back. Instants as above. */
  cases: { id: string; number: string; subject: string; dueAt: string }[];
  /** Who works next; `until` null for open-ended. */
  relief: { id: string; name: string; until: string | null }[];
  /** What has become of those that were ticked, one sentence each. */
  outcomes: string[];
  /** The instant the card speaks of. */
  now: string;
  openUrl: string;
}

const mostCases = 10;

/** Before somebody goes: what comes due before they are back, each with a tick, and who could go on with it. */
export function handOverCard({ endsAt, cases, relief, outcomes, now, openUrl }: HandOverView): AdaptiveCard {
  const left = cases.length;
  const lead =
    left === 0
      ? 'Nothing of yours comes due before you are back.'
      : `${left === 1 ? '1 case of yours comes' : `${left} cases of yours come`} due before you are back.`;
  return card({
    sentence: `Before you go: ${lead}`,
    body: [
      band({
        style: left === 0 ? 'good' : 'emphasis',
        state: left === 0 ? 'Handed over' : 'Hand over before you go',
        right: endsAt === null ? '' : `shift ends ${instant(endsAt, now)}`,
      }),
      ...outcomes.map((text) => asWritten(line(text, 200))),
      sentence(left === 0 ? lead : `${lead} ${reliefWords(relief, now)}`),
      ...cases.slice(0, mostCases).map((one) => tick(one, now)),
      ...(left === 0
        ? []
        : [{ type: 'Input.Text' as const, id: 'note', label: 'Note for them', isMultiline: true, maxLength: 3_000 }]),
    ],
    actions:
      left === 0
        ? [sayAction('My cases', 'my cases'), openDashboard(openUrl)]
        : [
            ...relief.slice(0, 2).map(({ id, name }, i) => give(`Give to ${name}`, id, cases, i === 0)),
            ...(relief.length === 0 ? [give('Back to the team', 'nobody', cases, true)] : []),
            sayAction('I stay on', 'my cases'),
          ],
  });
}

function reliefWords(relief: HandOverView['relief'], now: string): string {
  if (relief.length === 0) return 'Nobody of your team is on before that.';
  const names = relief.slice(0, 3).map(({ name, until }) => {
    const end = until === null ? '' : ` until ${instant(until, now)}`;
    return `${plain(name, 60)}${end}`;
  });
  return `On next: ${names.join(', ')}.`;
}

function tick({ id, number, subject, dueAt }: HandOverView['cases'][number], now: string): ToggleInput {
  return {
    type: 'Input.Toggle',
    id: `case-${id}`,
    title: `${number} ${plain(subject, 90)}, due ${instant(dueAt, now)}`,
    value: 'true',
  };
}

function give(title: string, to: string, cases: HandOverView['cases'], first: boolean): Action {
  const refs = cases.slice(0, mostCases).map(({ id }) => id);
  return execute(line(title, 60), 'hand-over.give' satisfies CardVerb, { to, refs }, first ? 'positive' : undefined);
}

import { answerAsk, answerRoster, answerSla, answerStats } from '../figure-answers.ts';
import { answerReport } from '../report-answers.ts';
import { type Entry, entry, isUnclear } from './command.ts';
import { periodNamed } from './period-words.ts';
import { freeText, keysOf, onCase, trimmed } from './reading.ts';
import { withNames } from './spoken.ts';

const noise = new Set(['for', 'of', 'the', 'from', 'in', 'about', 'fur', 'von', 'a']);

/** Commands that answer with figures or with who and why. */
export const figureCommands: Entry[] = [
  entry<{ ref: string }>({
    name: 'sla',
    group: 'Figures',
    phrases: [
      ...[
        'sla',
        'clock',
        'clocks',
        'deadline',
        'deadlines',
        'due',
        'when is',
        'why is',
        'how long for',
        'how long has',
        'ledger',
        'frist',
        'fristen',
      ],
      ...['sla of', 'sla for', 'clocks of', 'time left', 'time left on', 'how much time', 'when due'],
    ],
    example: 'sla HC-1042',
    summary: 'The clocks of a case: due when, and why.',
    menu: 'The clocks of a case, due when and why: sla HC-1042',
    permission: 'cases.read',
    writes: false,
    read: (rest) => {
      const on = onCase(rest, 'see the clocks of', (ref) => `sla ${ref}`, 8);
      return isUnclear(on) ? { ...on, offers: [...on.offers, 'at risk', 'overdue'] } : { ref: on.ref };
    },
    run: (asking, { ref }) => answerSla(asking, ref),
  }),
  entry<{ period: string }>({
    name: 'stats',
    group: 'Figures',
    phrases: [
      ...[
        'stats',
        'stat',
        'statistics',
        'figures',
        'numbers',
        'metrics',
        'kpi',
        'kpis',
        'how are we doing',
        'how did we do',
        'dashboard',
      ],
      ...['summary', 'overview', 'statistik', 'zahlen', 'performance', 'statistiques'],
    ],
    example: 'stats last week',
    summary: 'Figures of today, yesterday, this week, last month, the last 30 days; managers see those of everybody.',
    menu: 'Figures of a period: stats today, stats last week',
    offered: ['personal', 'shared'],
    permission: 'analytics.read',
    writes: false,
    read: ({ tokens }) => {
      const words = keysOf(trimmed(tokens, noise));
      if (periodNamed(words) === undefined) {
        return {
          unclear: 'Of which time do you want figures?',
          offers: ['stats today', 'stats this week', 'stats last month'],
        };
      }
      return { period: words };
    },
    run: (asking, { period }) => answerStats(asking, period),
  }),
  entry<{ name: string }>({
    name: 'report',
    group: 'Figures',
    phrases: [
      'report',
      'reports',
      'run report',
      'run the report',
      'run',
      'bericht',
      'rapport',
      'my reports',
      'saved reports',
    ],
    example: 'report weekly',
    summary: 'Runs a saved report; without a name it lists them.',
    menu: 'Runs a saved report by its name',
    permission: 'analytics.read',
    writes: false,
    freeText: true,
    read: ({ text, spoken }) => ({ name: freeText(withNames(text, spoken).text).slice(0, 100) }),
    run: (asking, { name }) => answerReport(asking, name),
  }),
  entry<{ question: string }>({
    name: 'ask',
    group: 'Figures',
    phrases: [
      'ask',
      'question',
      'how many',
      'how much',
      'which agent',
      'who has the most',
      'compare',
      'frage',
      'wie viele',
      'combien',
      'cuantos',
    ],
    example: 'ask how many urgent billing cases are at risk this week',
    summary: 'A question in plain words, answered with a figure and the cases behind it.',
    menu: 'A question in plain words, answered with a figure',
    offered: ['personal'],
    permission: 'analytics.read',
    writes: false,
    freeText: true,
    read: ({ text, spoken }) => {
      const whole = withNames(spoken.text, spoken).text;
      const question = /^(?:ask|question|frage)\b/iu.test(whole) ? freeText(withNames(text, spoken).text) : whole;
      return question === ''
        ? { unclear: 'What do you want to know?', offers: ['stats today', 'at risk'] }
        : { question: question.slice(0, 500) };
    },
    run: (asking, { question }) => answerAsk(asking, question),
  }),
  entry<{ team: string }>({
    name: 'who is on',
    group: 'Figures',
    phrases: [
      ...[
        'who is on',
        'whos on',
        'who is working',
        'whos working',
        'who is there',
        'whos there',
        'who is here',
        'on shift',
        'shift',
        'shifts',
      ],
      ...[
        'roster',
        'who is available',
        'whos available',
        'on call',
        'who is on call',
        'whos on call',
        'on duty',
        'who is on duty',
        'who is in',
      ],
      ...[
        'wer ist da',
        'wer arbeitet',
        'wer hat dienst',
        'qui est la',
        'quien esta',
        'team',
        'workload',
        'who is free',
        'who is on shift',
        'whos on shift',
      ],
    ],
    example: 'who is on',
    summary: 'Who works now and how many cases they have.',
    menu: 'Who works now and how many cases they have',
    offered: ['shared'],
    permission: 'cases.read',
    writes: false,
    read: ({ tokens }) => ({
      team: keysOf(
        trimmed(
          tokens,
          new Set(['in', 'the', 'team', 'of', 'today', 'now', 'right', 'at', 'currently', 'shift', 'duty']),
        ),
      ),
    }),
    run: (asking, { team }) => answerRoster(asking, team),
  }),
];

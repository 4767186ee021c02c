import type { CacheFigures } from '../../../../backend/contracts/speed.ts';
import { type Catalogue, inLanguage } from '../../../../ui/language.ts';

const english = {
  title: 'Speed and cache',
  lead: (since: string) => `This process, since it began ${since}.`,
  live: (at: string) => `Live, as of ${at}`,
  notLoaded: 'How the process is doing was not loaded.',
  loading: 'Loading how the process is doing',
  now: 'Now',
  memory: {
    name: 'Memory',
    meaning:
      'What the process holds of this computer’s memory (resident set). The heap is the part its own data takes.',
    base: (heap: string) => `heap ${heap}`,
  },
  delay: {
    name: 'Waiting for a turn',
    meaning:
      'How long work waits until the process gets to it (event-loop delay). 99 of 100 turns waited no longer than this. Above 50 ms people begin to feel it.',
    beside: (longest: string) => `longest ${longest}`,
    base: (since: string) => `since ${since}`,
  },
  requests: {
    name: 'Requests',
    meaning: 'Calls of the API that were answered since the process began, and how many came each second just now.',
    beside: (perSecond: string) => `${perSecond} a second`,
    base: (slow: string, above: number) => `${slow} above ${above} ms`,
  },
  lists: {
    name: 'Lists',
    meaning:
      'Lists and figures are answered from memory, which follows the log of changes. Behind: changes in the log that lists do not show yet. Usually none.',
    current: 'current',
    behind: (n: string) => `${n} behind`,
    base: (cases: string, events: string) => `${cases} cases, ${events} events`,
    none: 'not kept here',
  },
  text: {
    name: 'Text search',
    meaning:
      'The words of all cases are searched in an index beside the store. It is rebuilt by itself when it is lost; until then only search by words waits.',
    building: 'being built',
    behind: 'catching up',
    current: 'current',
    indexed: (n: string) => `${n} cases so far`,
    waiting: (n: string) => `${n} changed cases wait`,
    none: 'nothing waits',
  },
  snapshot: {
    name: 'Copy for restart',
    meaning:
      'Lists are copied to disk now and then, so that a restart reads only what changed since. It may be lost without harm.',
    never: 'none yet',
    ago: (span: string) => `${span} ago`,
    base: (n: string) => `${n} changes since`,
  },
  analyst: {
    name: 'Analyst',
    meaning: 'Which engine reads mails, and what it used today (UTC). The local engine costs nothing.',
    engines: { openai: 'OpenAI', local: 'local' },
    tokens: (used: string, limit: string) => `${used} of ${limit} tokens`,
    calls: (calls: string, cost: string) => `${calls} calls today, cost ${cost}`,
    free: 'no language model, no cost',
  },
  caches: {
    title: 'Kept answers',
    lead: 'What need not be worked out again.',
    columns: { name: 'What is kept', rate: 'Given from it', hits: 'Found', misses: 'Not found', memory: 'Memory' },
    names: {
      answers: 'Whole answers',
      cases: 'Single cases',
      rows: 'Rows of the store',
    } satisfies Record<CacheFigures['name'], string>,
    meanings: {
      answers:
        'Lists, counts and the dashboard, given again for a second at most while nothing was written. People who look at the same page share them.',
      cases: 'Cases as they are sent, given again until they change or one of their clocks does.',
      rows: 'Rows of the embedded file as they were last read or written.',
    } satisfies Record<CacheFigures['name'], string>,
    rate: 'Found as a share of everything that was asked for, since the process began.',
    unused: 'not asked yet',
    memory: (used: string, most: string) => `${used} of ${most}`,
  },
  queues: {
    title: 'What waits',
    columns: { name: 'Queue', waiting: 'Waiting' },
    most: (n: string) => `${n} or more`,
    rows: {
      mails: { name: 'Mails on their way', meaning: 'Mails that were noted and have not become a case or a fate yet.' },
      outbox: {
        name: 'Outbox',
        meaning:
          'Mails of ours that wait to be sent: within the time to undo, at the mailbox’s pace, or after a failure.',
      },
      unanalysed: { name: 'Not read by the analyst', meaning: 'Cases that no engine has spoken about yet.' },
      unfinished: {
        name: 'Changes to several cases',
        meaning: 'Merges, moves and links that have begun and are being carried to their end.',
      },
    },
  },
  slow: {
    title: 'Slow requests',
    lead: (above: number) => `The latest that took more than ${above} ms. Names and words searched for are not kept.`,
    none: (above: number) => `No request has taken more than ${above} ms since the process began.`,
    columns: { at: 'When', what: 'What for', asked: 'Asked for', took: 'Took', id: 'Request' },
    everything: 'no filter',
  },
  routes: {
    title: 'Where the time goes',
    lead: 'The routes that kept the process busiest.',
    columns: {
      what: 'What for',
      count: 'Calls',
      mean: 'Mean',
      p95: '95 of 100 within',
      slow: 'Slow',
      failed: 'Failed',
    },
    p95: 'The bound of the step in which the 95th of 100 calls lies, when they are put in order of their time.',
    beyond: 'above 5 s',
  },
};

const german: Catalogue<typeof english> = {
  title: 'Tempo und Zwischenspeicher',
  lead: (since) => `Dieser Prozess, seit seinem Beginn ${since}.`,
  live: (at) => `Live, Stand ${at}`,
  notLoaded: 'Wie es dem Prozess geht, wurde nicht geladen.',
  loading: 'Wie es dem Prozess geht, wird geladen',
  now: 'Jetzt',
  memory: {
    name: 'Arbeitsspeicher',
    meaning:
      'Was der Prozess vom Speicher dieses Rechners hält. Der Heap ist der Teil, den seine eigenen Daten einnehmen.',
    base: (heap) => `Heap ${heap}`,
  },
  delay: {
    name: 'Warten auf einen Zug',
    meaning:
      'Wie lange Arbeit wartet, bis der Prozess zu ihr kommt. 99 von 100 Zügen warteten höchstens so lange. Ab 50 ms spürt man es.',
    beside: (longest) => `längstens ${longest}`,
    base: (since) => `seit ${since}`,
  },
  requests: {
    name: 'Anfragen',
    meaning:
      'Aufrufe der API, die seit Beginn des Prozesses beantwortet wurden, und wie viele zuletzt je Sekunde kamen.',
    beside: (perSecond) => `${perSecond} je Sekunde`,
    base: (slow, above) => `${slow} über ${above} ms`,
  },
  lists: {
    name: 'Listen',
    meaning:
      'Listen und Zahlen kommen aus dem Speicher, der dem Protokoll der Änderungen folgt. Im Rückstand: Änderungen, die Listen noch nicht zeigen. Meist keine.',
    current: 'aktuell',
    behind: (n) => `${n} im Rückstand`,
    base: (cases, events) => `${cases} Fälle, ${events} Ereignisse`,
    none: 'hier nicht geführt',
  },
  text: {
    name: 'Textsuche',
    meaning:
      'Die Wörter aller Fälle werden in einem Verzeichnis neben dem Speicher gesucht. Geht es verloren, entsteht es von selbst neu; bis dahin wartet nur die Suche nach Wörtern.',
    building: 'wird aufgebaut',
    behind: 'holt auf',
    current: 'aktuell',
    indexed: (n) => `${n} Fälle bisher`,
    waiting: (n) => `${n} geänderte Fälle warten`,
    none: 'nichts wartet',
  },
  snapshot: {
    name: 'Kopie für den Neustart',
    meaning:
      'Listen werden hin und wieder auf die Platte kopiert, damit ein Neustart nur liest, was sich seither änderte. Sie darf ohne Schaden verloren gehen.',
    never: 'noch keine',
    ago: (span) => `vor ${span}`,
    base: (n) => `${n} Änderungen seither`,
  },
  analyst: {
    name: 'Analyst',
    meaning: 'Wer die Mails liest, und was er heute (UTC) verbraucht hat. Das eigene Verfahren kostet nichts.',
    engines: { openai: 'OpenAI', local: 'eigenes Verfahren' },
    tokens: (used, limit) => `${used} von ${limit} Tokens`,
    calls: (calls, cost) => `${calls} Aufrufe heute, Kosten ${cost}`,
    free: 'kein Sprachmodell, keine Kosten',
  },
  caches: {
    title: 'Aufgehobene Antworten',
    lead: 'Was nicht noch einmal berechnet werden muss.',
    columns: {
      name: 'Was aufgehoben wird',
      rate: 'Daraus gegeben',
      hits: 'Gefunden',
      misses: 'Nicht gefunden',
      memory: 'Speicher',
    },
    names: { answers: 'Ganze Antworten', cases: 'Einzelne Fälle', rows: 'Zeilen des Speichers' },
    meanings: {
      answers:
        'Listen, Zählungen und Übersicht, höchstens eine Sekunde lang wieder gegeben, solange nichts geschrieben wurde. Wer dieselbe Seite ansieht, teilt sie.',
      cases: 'Fälle, wie sie gesendet werden, bis sie oder eine ihrer Fristen sich ändern.',
      rows: 'Zeilen der eingebetteten Datei, wie sie zuletzt gelesen oder geschrieben wurden.',
    },
    rate: 'Anteil des Gefundenen an allem, wonach gefragt wurde, seit Beginn des Prozesses.',
    unused: 'noch nicht gefragt',
    memory: (used, most) => `${used} von ${most}`,
  },
  queues: {
    title: 'Was wartet',
    columns: { name: 'Schlange', waiting: 'Wartend' },
    most: (n) => `${n} oder mehr`,
    rows: {
      mails: {
        name: 'Mails unterwegs',
        meaning: 'Mails, die bemerkt wurden und noch weder Fall noch Verbleib haben.',
      },
      outbox: {
        name: 'Postausgang',
        meaning:
          'Unsere Mails, die auf den Versand warten: in der Frist zum Zurücknehmen, im Takt des Postfachs oder nach einem Fehler.',
      },
      unanalysed: { name: 'Vom Analysten nicht gelesen', meaning: 'Fälle, zu denen noch kein Verfahren etwas sagte.' },
      unfinished: {
        name: 'Änderungen an mehreren Fällen',
        meaning: 'Begonnene Zusammenführungen, Verschiebungen und Verknüpfungen, die zu Ende gebracht werden.',
      },
    },
  },
  slow: {
    title: 'Langsame Anfragen',
    lead: (above) => `Die letzten über ${above} ms. Namen und gesuchte Wörter werden nicht aufgehoben.`,
    none: (above) => `Keine Anfrage brauchte seit Beginn des Prozesses länger als ${above} ms.`,
    columns: { at: 'Wann', what: 'Wozu', asked: 'Gefragt nach', took: 'Dauer', id: 'Anfrage' },
    everything: 'ohne Filter',
  },
  routes: {
    title: 'Wohin die Zeit geht',
    lead: 'Die Wege, die den Prozess am meisten beschäftigten.',
    columns: {
      what: 'Wozu',
      count: 'Aufrufe',
      mean: 'Mittel',
      p95: '95 von 100 binnen',
      slow: 'Langsam',
      failed: 'Fehlgeschlagen',
    },
    p95: 'Obere Grenze der Stufe, in der der 95. von 100 nach Dauer geordneten Aufrufen liegt.',
    beyond: 'über 5 s',
  },
};

/** Every sentence of the page about speed. Each figure has a name, its meaning and what it is measured against. */
export const words = inLanguage(english, german);

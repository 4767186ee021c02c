import type { Interval } from '../analytics/period.ts';
import type { CaseGrouping, MetricName } from '../vocabulary.ts';
import type { AskFilter } from './ask-query.ts';

/** What a phrase of a question does. */
export type Meaning =
  | { kind: 'metric'; metric: MetricName }
  | { kind: 'filter'; filter: AskFilter }
  /** A field that figures may be told by: behind "by" or "which" for sure, alone only in the plural. */
  | { kind: 'field'; by: CaseGrouping; plural: boolean }
  | { kind: 'stretch'; interval: Interval }
  | { kind: 'trend' }
  | { kind: 'by' }
  | { kind: 'which' }
  | { kind: 'who' }
  | { kind: 'count' }
  | { kind: 'share' }
  | { kind: 'order'; order: 'most' | 'least' }
  | { kind: 'speed'; order: 'most' | 'least' }
  | { kind: 'top' }
  | { kind: 'statistic'; statistic: 'median' | 'p90' }
  | { kind: 'mean' }
  | { kind: 'due' }
  | { kind: 'not' }
  | { kind: 'tag' }
  | { kind: 'andAbove' }
  /** Some length of time; which is told by a metric beside it. */
  | { kind: 'duration' }
  | { kind: 'nothing' };

/** One meaning and its phrases, in English and German; `*` at the end of a word stands for any letters. */
export type AskEntry = [meaning: Meaning, en: string, de: string];

const metric = (name: MetricName): Meaning => ({ kind: 'metric', metric: name });
const filter = (value: AskFilter): Meaning => ({ kind: 'filter', filter: value });
const field = (by: CaseGrouping, plural = false): Meaning => ({ kind: 'field', by, plural });
const waiting = ['awaiting_customer', 'awaiting_vendor', 'awaiting_approval'] as const;

/** Names of figures that are other words where more is said: "Resolve", but "what did Ben resolve". */
export const standingAlone: Partial<Record<string, MetricName>> = { resolve: 'resolutionMinutes' };

/** The whole vocabulary of the grammar. Phrases are separated by `|`; the longest that fits is taken. */
export const askWords: AskEntry[] = [
  [
    metric('open'),
    'open|outstanding|unresolved|unsolved|not resolved|not closed|not solved|still open|pending|unfinished|not done',
    'offen*|ungelost*|unerledigt*|nicht gelost*|nicht geschlossen*|nicht erledigt*|noch offen*',
  ],
  [
    metric('new'),
    'new|untouched|not taken up|brand new|not started',
    'neu|neue|neuen|neuer|neues|unbearbeitet*|nicht begonnen*',
  ],
  [
    metric('unassigned'),
    'unassigned|not assigned|without owner|without an owner|without assignee|without an agent|assigned to nobody|assigned to no one|no owner|nobody s|ownerless|nobody has taken',
    'unzugewiesen*|nicht zugewiesen*|ohne bearbeiter|ohne zustandigen|niemandem zugewiesen*|niemand zugewiesen*|herrenlos*|ohne besitzer',
  ],
  [
    metric('atRisk'),
    'at risk|sla at risk|at sla risk|sla risk|in danger|about to breach|about to be late|about to be overdue|close to breach*|running out of time|near breach|risky|endangered|threatened',
    'gefahrdet*|in gefahr|kurz vor ablauf|vor dem ablauf|risiko|bald uberfallig*|drohen*|sla gefahrdet*|fast uberfallig*',
  ],
  [
    metric('breached'),
    'overdue|late|breached|sla breached|breached sla|sla breach*|breaching|breach*|past due|past deadline|past their deadline|missed deadline*|missed the deadline|missed their deadline|too late|out of sla',
    'uberfallig*|verspatet*|uberzogen*|sla verletzt*|sla verletzung*|verletzt*|frist verpasst|zu spat|frist abgelaufen|abgelaufen*|fristverletzung*',
  ],
  [
    metric('created'),
    'created|opened|received|came in|come in|coming in|incoming|arrived|arriving|submitted|logged|reported|inflow|intake|got|were raised|raised|registered',
    'eingegangen*|erstellt*|eroffnet*|angelegt*|eingang|eingange|reingekommen*|hereingekommen*|gemeldet*|bekommen|erhalten|kamen|kommen|eingehend*|kamen rein',
  ],
  [
    metric('resolved'),
    'resolved|solved|closed|completed|finished|done|handled|settled|fixed|resolve|solve|close|closing|closes|solves|resolves|finish',
    'gelost*|geschlossen*|erledigt*|abgeschlossen*|losen|lost|schliessen|schliesst|fertig',
  ],
  [
    metric('firstResponseMinutes'),
    'first response|first response time*|first reply|first reply time*|first answer|first answer time*|response time*|reply time*|answer time*|reaction time*|time to first response|time to first reply|time to respond|time until the first answer|how fast do we answer|how fast do we reply|how fast do we respond|how quickly do we answer|how quickly do we reply|how quickly do we respond|how long until we answer|how long until the first answer|how long until the first response|how long do customers wait for an answer|how long do customers wait for a reply|how long do customers wait for a first answer|first response minutes',
    'reaktionszeit*|erstreaktion*|erstantwort*|erstantwortzeit*|erste antwort|ersten antwort|antwortzeit*|zeit bis zur ersten antwort|wie schnell antworten wir|wie schnell wir antworten|wie schnell reagieren wir|wie lange warten kunden auf eine antwort|wie lange warten kunden auf antwort|wie lange bis zur ersten antwort',
  ],
  [
    metric('resolutionMinutes'),
    'resolution|resolution time*|resolve time*|time to resolve|time to resolution|time to close|time to solve|solve time*|solution time*|handling time*|cycle time*|how long does it take to resolve|how long does it take to solve|how long does it take to close|how long does it take us to resolve|how long do we take to resolve|how long do we need to resolve|how long do we take to solve|how fast do we resolve|how fast do we solve|how fast do we close|how quickly do we resolve|how quickly do we solve|how quickly do we close|how long until resolved|how long until resolution|resolution minutes',
    'losungszeit*|losungsdauer|bearbeitungszeit*|bearbeitungsdauer|durchlaufzeit*|zeit bis zur losung|wie lange dauert die losung|wie lange dauert die bearbeitung|wie lange dauert es bis zur losung|wie schnell losen wir|wie lange brauchen wir fur die losung|wie lange brauchen wir bis zur losung',
  ],
  [
    metric('slaMetPercent'),
    'in time|on time|within sla|sla met|met sla|sla|sla compliance|sla rate|sla attainment|sla percent*|sla performance|service level|service levels|service level compliance|punctuality|resolved in time|resolved on time|resolved within sla|solved in time|solved on time|closed in time|closed on time|kept our promises|within the deadline|sla met percent',
    'punktlich*|rechtzeitig*|fristgerecht*|sla erfullung*|sla quote|sla erfullt*|sla einhaltung|eingehalten*|in der frist|punktlich gelost*|rechtzeitig gelost*|fristgerecht gelost*|punktlichkeit|sla eingehalten*|servicelevel|termintreue',
  ],
  [
    metric('csatPercent'),
    'csat|csat score|csat percent*|customer satisfaction|customer satisfaction score|satisfaction|satisfaction score|satisfaction rate',
    'kundenzufriedenheit|zufriedenheit|zufriedenheitswert*|zufriedenheitsquote',
  ],
  [
    metric('csatResponsePercent'),
    'csat response rate|survey response rate|response rate of surveys|response rate of the survey|response rate',
    'rucklaufquote|rucklauf|antwortquote|csat rucklaufquote|rucklaufquote der umfrage',
  ],
  [metric('backlog'), 'backlog', 'ruckstand*|bestand'],
  [
    filter({ status: ['awaiting_customer'] }),
    'awaiting customer|awaiting the customer|waiting for customer*|waiting for the customer*|waiting on customer*|waiting on the customer*|waiting for a customer|pending customer',
    'auf kunde* warten|auf den kunden warten|warten auf kunde*|warten auf den kunden|wartet auf kunde*|wartet auf den kunden|warten auf die kunden|wartend auf kunde*',
  ],
  [
    filter({ status: ['awaiting_vendor'] }),
    'awaiting vendor|awaiting the vendor|waiting for vendor*|waiting for the vendor*|waiting for a vendor|waiting on vendor*|waiting for a supplier|waiting for supplier*|waiting for the supplier',
    'auf lieferanten warten|auf den lieferanten warten|warten auf lieferant*|warten auf den lieferanten|wartet auf lieferant*|warten auf dienstleister|warten auf den dienstleister|warten auf handwerker',
  ],
  [
    filter({ status: ['awaiting_approval'] }),
    'awaiting approval|waiting for approval|waiting on approval|waiting for an approval|pending approval',
    'auf freigabe warten|auf die freigabe warten|warten auf freigabe|wartet auf freigabe|warten auf genehmigung|warten auf die freigabe|wartend auf freigabe',
  ],
  [filter({ status: [...waiting] }), 'waiting|on hold|paused|awaiting', 'wartend*|warten|pausiert*|angehalten*'],
  [
    filter({ status: ['in_progress'] }),
    'in progress|being worked on|in work|under way|in hand|worked on',
    'in bearbeitung|in arbeit|bearbeitet werden|werden bearbeitet',
  ],
  [filter({ priority: ['critical'] }), 'critical|p1|prio 1', 'kritisch*|hochstkritisch*'],
  [filter({ priority: ['urgent'] }), 'urgent|p2|prio 2', 'dringend*|eilig*|dringlich*'],
  [
    filter({ priority: ['high'] }),
    'high|high priority|high prio|p3|prio 3',
    'hohe|hoher|hohem|hohen|hoch|hohe prioritat|hoher prioritat',
  ],
  [
    filter({ priority: ['medium'] }),
    'medium|medium priority|normal|p4|prio 4',
    'mittel|mittlere prioritat|mittlerer prioritat|normale|normaler',
  ],
  [filter({ priority: ['low'] }), 'low|low priority|minor|p5|prio 5', 'niedrig*|geringe|geringer'],
  [
    filter({ sentiment: ['positive'] }),
    'positive|happy|satisfied|pleased|content',
    'positiv*|zufrieden*|glucklich*|frohlich*',
  ],
  [filter({ sentiment: ['neutral'] }), 'neutral', 'neutral*'],
  [filter({ sentiment: ['negative'] }), 'negative', 'negativ*'],
  [
    filter({ sentiment: ['negative', 'frustrated'] }),
    'unhappy|dissatisfied|displeased|unsatisfied',
    'unzufrieden*|unglucklich*',
  ],
  [
    filter({ sentiment: ['frustrated'] }),
    'frustrated|angry|furious|upset',
    'frustriert*|verargert*|wutend*|argerlich*',
  ],
  [filter({ complaint: true }), 'complaint|complaints|complaining', 'beschwerde*|reklamation*'],
  [filter({ assignee: ['me'] }), 'my|mine|me|assigned to me|i|my own', 'mein*|mir|ich|mir zugewiesen*'],
  [
    filter({ source: ['mail'] }),
    'by email|by e mail|by mail|via email|via mail|from email|from mail|mailed|by e-mail|via e-mail|emailed',
    'per mail|per e mail|per email|per e-mail|uber mail|uber e-mail',
  ],
  [
    filter({ source: ['outlook'] }),
    'outlook|from outlook|in outlook|via outlook',
    'aus outlook|per outlook|uber outlook',
  ],
  [
    filter({ source: ['teams'] }),
    'from microsoft teams|via microsoft teams|in microsoft teams|from ms teams|via ms teams',
    'aus microsoft teams|uber microsoft teams|uber ms teams',
  ],
  [filter({ language: ['en'] }), 'english|in english', 'englisch*|auf englisch'],
  [filter({ language: ['de'] }), 'german|in german', 'deutsch*|auf deutsch'],
  [filter({ language: ['fr'] }), 'french|in french', 'franzosisch*|auf franzosisch'],
  [filter({ language: ['es'] }), 'spanish|in spanish', 'spanisch*|auf spanisch'],
  [filter({ language: ['it'] }), 'italian|in italian', 'italienisch*|auf italienisch'],
  [filter({ language: ['nl'] }), 'dutch|in dutch', 'niederlandisch*|hollandisch*'],
  [filter({ language: ['pt'] }), 'portuguese|in portuguese', 'portugiesisch*'],
  [
    { kind: 'due' },
    'due|falling due|due by|due until|must be done|to be done',
    'fallig|fallige|falligen|falliger|anstehend*',
  ],
  [
    field('assignee'),
    'agent|assignee|person|colleague|owner|employee|member|team member|handler',
    'bearbeiter|agent|person|kollege|kollegin|mitarbeiter|zustandige*',
  ],
  [
    field('assignee', true),
    'agents|assignees|people|colleagues|owners|employees|members|team members|staff|everyone|everybody|each of us',
    'agenten|personen|kollegen|mitarbeitern|bearbeitern|jeder|leute|leuten',
  ],
  [field('team'), 'team|department|group|queue', 'team|abteilung|gruppe'],
  [field('team', true), 'teams|departments|groups|queues', 'teams|abteilungen|gruppen'],
  [field('category'), 'category|topic|type|kind', 'kategorie|thema|art'],
  [field('category', true), 'categories|topics|types|kinds', 'kategorien|themen|arten'],
  [field('priority'), 'priority|prio|severity', 'prioritat|prio|dringlichkeit'],
  [field('priority', true), 'priorities|severities', 'prioritaten'],
  [field('status'), 'status|state', 'status|zustand'],
  [field('status', true), 'statuses|states', 'statuswerte|zustande|zustanden'],
  [field('sentiment'), 'sentiment|mood', 'stimmung'],
  [field('sentiment', true), 'sentiments|moods', 'stimmungen'],
  [field('source'), 'source|channel|origin', 'quelle|kanal|herkunft'],
  [field('source', true), 'sources|channels', 'quellen|kanale|kanalen'],
  [field('language'), 'language', 'sprache'],
  [field('language', true), 'languages', 'sprachen'],
  [{ kind: 'stretch', interval: 'hour' }, 'hour|hourly', 'stunde|stundlich*'],
  [{ kind: 'stretch', interval: 'day' }, 'day|daily', 'tag|taglich*'],
  [{ kind: 'stretch', interval: 'week' }, 'week|weekly', 'woche|wochentlich*'],
  [{ kind: 'stretch', interval: 'month' }, 'month|monthly', 'monat|monatlich*'],
  [
    { kind: 'trend' },
    'over time|trend|trends|development|history|curve|graph|chart|evolution',
    'verlauf|zeitverlauf|entwicklung|trend|im zeitverlauf|uber die zeit|kurve',
  ],
  [
    { kind: 'by' },
    'by|per|for each|each|for every|every|grouped by|group by|broken down by|breakdown by|split by|divided by|distribution by|across',
    'nach|pro|je|je nach|gruppiert nach|aufgeteilt nach|aufgeschlusselt nach|fur jede|fur jeden|fur jedes|jede|jeden|verteilung nach',
  ],
  [{ kind: 'which' }, 'which|what', 'welche|welcher|welches|welchem|welchen'],
  [{ kind: 'who' }, 'who|whose', 'wer|wem|wessen'],
  [
    { kind: 'count' },
    'how many|number of|count of|count|total number of|amount of|how much|total|volume|volumes|number',
    'wie viele|wieviele|wie viel|anzahl|zahl|summe|menge|anzahl der|zahl der|aufkommen',
  ],
  [
    { kind: 'share' },
    'share|percentage|percent|rate|what percentage|what share|proportion|ratio|quota',
    'anteil|prozentsatz|prozent|quote|wie viel prozent|welcher anteil',
  ],
  [
    { kind: 'order', order: 'most' },
    'most|highest|largest|biggest|the most|greatest|busiest|more than others|max|maximum',
    'meisten|meiste|grosste|grossten|hochste|hochsten|am meisten|maximal*',
  ],
  [
    { kind: 'order', order: 'least' },
    'fewest|least|lowest|smallest|the fewest|min|minimum',
    'wenigsten|wenigste|kleinste|kleinsten|niedrigste|niedrigsten|geringste|geringsten|am wenigsten',
  ],
  [
    { kind: 'speed', order: 'least' },
    'fastest|quickest|shortest|best',
    'schnellste|schnellsten|kurzeste|kurzesten|am schnellsten|beste|besten',
  ],
  [
    { kind: 'speed', order: 'most' },
    'slowest|longest|worst',
    'langsamste|langsamsten|langste|langsten|am langsamsten|am langsten|schlechteste|schlechtesten',
  ],
  [{ kind: 'top' }, 'top', 'top|ersten'],
  [
    { kind: 'statistic', statistic: 'median' },
    'median|typical|typically|usual|usually',
    'median|typisch*|ublich*|normalerweise',
  ],
  [
    { kind: 'statistic', statistic: 'p90' },
    'p90|90th percentile|90 percentile|nine out of ten|nine of ten|ninetieth percentile',
    'p90|90 perzentil|neun von zehn',
  ],
  [
    { kind: 'mean' },
    'average|mean|avg|on average',
    'durchschnitt|mittlere|mittlerer|durchschnittlich*|im schnitt|mittelwert|im durchschnitt|schnitt',
  ],
  [
    { kind: 'not' },
    'not|without|except|excluding|but not|other than|non|no',
    'nicht|ohne|ausser|kein|keine|keinen|ausgenommen',
  ],
  [
    { kind: 'tag' },
    'tagged|tag|tagged with|with tag|with the tag|label|labelled|labeled',
    'schlagwort|mit schlagwort|markiert mit|getaggt|tag',
  ],
  [
    { kind: 'andAbove' },
    'or above|and above|or higher|and higher|or more urgent|at least|or worse|and up|or more',
    'oder hoher|und hoher|mindestens|oder dringender|aufwarts|und daruber|oder daruber',
  ],
  [
    { kind: 'duration' },
    'how long|how fast|how quickly|time|time it takes|duration|how soon|speed|take|takes',
    'wie lange|wie schnell|zeit|dauer|dauert|brauchen|braucht|lange|geschwindigkeit',
  ],
  [
    { kind: 'nothing' },
    'show me|give me|tell me|list me|find me|get me|let me see|let me know|a|an|the|of|in|on|at|to|for|from|with|and|our|we|us|you|your|do|does|did|is|are|was|were|be|been|being|has|have|had|there|that|this|these|those|it|its|they|their|them|can|could|would|will|please|show|list|give|tell|display|find|get|see|want|like|need|know|about|all|any|some|case|cases|ticket|tickets|request|requests|enquiry|enquiries|inquiry|inquiries|customer requests|customer cases|customer tickets|from customers|of customers|by customers|customers cases|customer s cases|from our customers|for customers|now|right now|currently|current|at the moment|so far|until now|up to now|still|just|only|which are|that are|figure|figures|overview|report|stats|statistics|data|hello|hi|hey|thanks|thank|look|looking|belong|belonging|belongs|assigned|assigned to|handled by|owned by|work|works|working|on what|what is|what s|whats|what are|what was|what were|s|item|items|as|already|currently|exist|exists|ones|one|across the board|overall|altogether|in total|am|or|until|till|with us|day to day|today s|as of now|let|marked|concerning|regarding|related|category|during',
    'zeig mir|zeige mir|zeigen sie mir|gib mir|nenn mir|nenne mir|sag mir|sage mir|der|die|das|den|dem|des|ein|eine|einen|einem|einer|von|vom|im|am|an|auf|zu|zum|zur|fur|mit|und|bei|beim|in|ins|uns|unsere*|wir|ihr|sie|es|er|man|gibt|gab|haben|hat|hatte|hatten|sind|ist|war|waren|wird|werden|wurde|wurden|worden|sein|bitte|zeig|zeige|zeigen|liste|gib|sag|nenne|nenn|wie|was|alle|aller|allen|alles|fall|falle|fallen|faelle|ticket|tickets|anfrage|anfragen|vorgang|vorgange|vorgangen|kundenanfragen|kundenfalle|von kunden|der kunden|unserer kunden|jetzt|gerade|aktuell*|derzeit|momentan|noch|schon|bisher|nur|auch|denn|mal|so|viele|viel|ubersicht|zahlen|bericht|hallo|danke|insgesamt|zugewiesen*|gehoren|gehort|bearbeitet|liegen|liegt|steht|stehen|wo|da|dass|ob|auch|eigentlich|unter|prioritat|kategorie|status|sich|aus|davon|stuck|rein|herein|oder|bis|auch|also|kannst|du|mochte|wissen|will|ich mochte wissen|fallen an|fielen an|angefallen|einen uberblick',
  ],
];

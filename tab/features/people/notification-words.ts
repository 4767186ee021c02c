import type { Notifications } from '../../../backend/contracts/notifications.ts';
import { type Catalogue, inLanguage } from '../../../ui/language.ts';

type Kind = keyof Notifications['channels'];

const english = {
  title: 'Notifications',
  lead: 'For whoever has not chosen for themselves. Nobody is told what they did themselves.',
  where: 'Where people are told',
  kinds: {
    assigned: 'A case became theirs',
    mentioned: 'A note mentions them',
    at_risk: 'A clock of theirs is at risk',
    overdue: 'A clock of theirs is overdue',
    escalated: 'A case was escalated to them',
    hand_over: 'A case was handed over to them',
    rule: 'A rule tells them',
    contractor: 'Somebody outside wrote about a task',
  } satisfies Record<Kind, string>,
  channels: {
    teams: 'on a card in Teams',
    activity: 'in the Teams activity feed',
    email: 'by e-mail',
    off: 'not at all',
  } satisfies Record<Notifications['channels'][Kind], string>,
  quiet: 'Quiet hours',
  quietOn: 'Let notices wait in quiet hours',
  quietHint: 'They are told when the hours end. Cards to channels know no quiet hours.',
  zone: 'Time zone',
  from: 'From',
  to: 'Until',
  timeHint: 'Such as 20:00',
  toHint: 'Earlier than the beginning is the next day',
};

const german: Catalogue<typeof english> = {
  title: 'Benachrichtigungen',
  lead: 'Für alle, die nicht selbst gewählt haben. Niemand erfährt, was er selbst getan hat.',
  where: 'Wo jemand es erfährt',
  kinds: {
    assigned: 'Ein Fall gehört jetzt ihr oder ihm',
    mentioned: 'Eine Notiz erwähnt sie oder ihn',
    at_risk: 'Eine eigene Frist ist gefährdet',
    overdue: 'Eine eigene Frist ist überfällig',
    escalated: 'Ein Fall wurde eskaliert',
    hand_over: 'Ein Fall wurde übergeben',
    rule: 'Eine Regel meldet etwas',
    contractor: 'Jemand von außen schrieb zu einer Aufgabe',
  },
  channels: {
    teams: 'auf einer Karte in Teams',
    activity: 'im Aktivitätsfeed von Teams',
    email: 'per E-Mail',
    off: 'gar nicht',
  },
  quiet: 'Ruhezeiten',
  quietOn: 'Meldungen in Ruhezeiten warten lassen',
  quietHint: 'Gemeldet wird, wenn sie enden. Karten in Kanälen kennen keine Ruhezeiten.',
  zone: 'Zeitzone',
  from: 'Von',
  to: 'Bis',
  timeHint: 'Etwa 20:00',
  toHint: 'Früher als der Beginn ist der nächste Tag',
};

/** Every sentence of the notifications in the settings. */
export const words = inLanguage(english, german);

import { counted, inLanguage, numberText } from '../../../../ui/language.ts';

/** Every sentence about engines and what they cost. */
export const words = inLanguage(
  {
    title: 'Engine and cost',
    loading: 'Loading what the engines used',
    notLoaded: 'What the engines used was not loaded.',
    local: 'No language model is set up: the local analyst reads everything, and nothing leaves the house.',
    today: 'Tokens today',
    limit: (limit: number) => `of ${numberText(limit)} a day`,
    calls: 'Calls today',
    cost: 'Cost today',
    prices: 'by the prices in the settings',
    reserved: (tokens: number) => counted(tokens, '1 token set aside', '# tokens set aside'),
    days: 'The last 30 days',
    columns: { day: 'Day (UTC)', calls: 'Calls', input: 'Tokens sent', output: 'Tokens received', cost: 'Cost' },
    all: 'All days',
    none: 'No call was made in these days.',
  },
  {
    title: 'Analyse und Kosten',
    loading: 'Der Verbrauch wird geladen',
    notLoaded: 'Der Verbrauch wurde nicht geladen.',
    local: 'Kein Sprachmodell ist eingerichtet: die lokale Analyse liest alles, und nichts verlässt das Haus.',
    today: 'Tokens heute',
    limit: (limit) => `von ${numberText(limit)} am Tag`,
    calls: 'Aufrufe heute',
    cost: 'Kosten heute',
    prices: 'nach den Preisen in den Einstellungen',
    reserved: (tokens) => counted(tokens, '1 Token vorgemerkt', '# Tokens vorgemerkt'),
    days: 'Die letzten 30 Tage',
    columns: {
      day: 'Tag (UTC)',
      calls: 'Aufrufe',
      input: 'Tokens gesendet',
      output: 'Tokens empfangen',
      cost: 'Kosten',
    },
    all: 'Alle Tage',
    none: 'In diesen Tagen gab es keinen Aufruf.',
  },
);

/** The languages that pages can speak; the first is spoken where the reader's is not among them. */
const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The reader's language, settled when the page is loaded. A page names those it speaks: `<html data-languages="en de">`. */
export const language: Language = chosen();

/** What `Intl` formats by. */
export const locale = language === 'de' ? 'de-DE' : 'en-GB';

/** The shape of a catalogue in any language: the same keys and blanks, other words. */
export type Catalogue<T> = T extends string
  ? string
  : T extends (...blanks: infer Blanks) => string
    ? (...blanks: Blanks) => string
    : { [K in keyof T]: Catalogue<T[K]> };

/** The catalogue of the reader's language. The compiler checks that the German one has every key of the English one. */
export function inLanguage<T>(english: T, german: Catalogue<NoInfer<T>>): Catalogue<T> {
  return language === 'de' ? german : (english as Catalogue<T>);
}

const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** "1 case", "2,000 cases": the number stands where the # is. */
export function counted(count: number, one: string, other: string): string {
  return (plurals.select(count) === 'one' ? one : other).replace('#', numbers.format(count));
}

export function numberText(value: number): string {
  return numbers.format(value);
}

/** "0.4", "2.50": always with so many digits after the point. */
export function decimalText(value: number, digits: number): string {
  return value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** "Jonas, Ana and Tom". */
export function listText(parts: string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

function chosen(): Language {
  const spoken = 'document' in globalThis ? (document.documentElement.dataset.languages ?? '').split(' ') : [];
  // `?locale=` is how Teams hands over the language of its own pages.
  const wanted =
    spoken.length > 1 ? [new URLSearchParams(location.search).get('locale') ?? '', ...navigator.languages] : [];
  const found = wanted
    .map((tag) => languages.find((each) => tag.toLowerCase().startsWith(each)))
    .find((each) => each !== undefined && spoken.includes(each));
  if (found !== undefined) document.documentElement.lang = found;
  return found ?? 'en';
}

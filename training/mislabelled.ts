import type { Example } from './seed-mails.ts';

/** Small words of one of these languages alone; not the product's lists, so that it does not judge itself. */
const telling: Record<string, Set<string>> = {
  en: new Set(
    'the and with this that have our from which been were please would could has of for is are by through'.split(' '),
  ),
  de: new Set('der die und mit ich nicht wir eine auf sind haben wird bei für zu'.split(' ')),
  fr: new Set('les des une avec nous vous dans pour est sur cette pas'.split(' ')),
  es: new Set('los las una con nuestro para está que por hemos esta'.split(' ')),
  pt: new Set('os uma com nosso para está que não você estou esta'.split(' ')),
};

/** Whether a mail's own small words contradict the language it is labelled as. */
export function isMislabelled({ subject, text, language = '' }: Example): boolean {
  const words = `${subject} ${text}`.toLowerCase().match(/\p{L}+/gu) ?? [];
  const said = (which: string) => words.filter((word) => telling[which]?.has(word)).length;
  if (telling[language] === undefined || said(language) > 0) return false;
  return Object.keys(telling).some((other) => other !== language && said(other) >= 1);
}

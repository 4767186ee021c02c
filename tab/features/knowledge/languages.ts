import { locale } from '../../../ui/language.ts';

/** Those the analyst reads; an article may be in any other as well. */
export const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });

export function languageName(code: string): string {
  return names.of(code) ?? code;
}

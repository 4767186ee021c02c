import { inLanguage } from '../../../ui/language.ts';
import { german } from './words-de.ts';
import { english } from './words-en.ts';

/** Every sentence of the rules, in the reader's language. */
export const words = inLanguage(english, german);

import { inLanguage } from '../../../ui/language.ts';

/** Every sentence of the settings page around its parts. */
export const words = {
  parts: inLanguage('Settings', 'Einstellungen'),
  readOnly: inLanguage(
    'You can read these settings. An admin changes them.',
    'Sie können diese Einstellungen lesen. Geändert werden sie von der Administration.',
  ),
};

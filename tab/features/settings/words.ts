/** Every sentence of the settings page around its parts. */
export const words = {
  parts: 'Settings',
  readOnly: 'You can read these settings. An admin changes them.',
};

const promises = new RegExp(
  [
    '\\b(?:attached|attachment|enclosed)\\b',
    '\\b(?:angehängt|anhang|anbei|beigefügt)\\b',
    '\\bci-jointe?s?\\b|\\bpièces? jointes?\\b',
    '\\badjunt[oa]s?\\b|\\barchivos? adjuntos?\\b',
    '\\ballegat[oaie]\\b|\\bin allegato\\b',
    '\\bbijlagen?\\b|\\bbijgevoegd\\b',
    '\\banexos?\\b|\\bem anexo\\b',
  ].join('|'),
  'iu',
);

/** Whether a text speaks of a file that comes with it. */
export function promisesFile(text: string): boolean {
  return promises.test(text.slice(0, 20_000));
}

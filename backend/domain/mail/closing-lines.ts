import { fold } from './fold.ts';

/** Words with which letters close, without accents. */
const closings = new RegExp(
  `^[\\s*_]{0,4}(?:${[
    '(?:(?:with )?(?:all (?:the|my) )?(?:best|kind(?:est)?|warm(?:est)?|many|kindly) ){0,2}(?:regards|wishes)',
    'all the best|cheers|sincerely(?: yours)?|yours(?: (?:truly|sincerely|faithfully))?|many thanks|thanks(?: again)?|thank you',
    '(?:mit )?(?:viele|beste|liebe|schone|herzliche|freundliche|sonnige|besten|vielen|lieben|freundlichen|herzlichen)[mn]? (?:gru(?:ß|ss)(?:en?)?|dank)',
    'gru(?:ß|ss)e?|hochachtungsvoll|mfg|lg|vg|bg',
    '(?:bien )?cordialement|(?:bien )?a vous|salutations(?: distinguees)?|cdt|bonne journee|sinceres salutations',
    '(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|atte|muchas gracias',
    'atenciosamente|(?:melhores )?cumprimentos|obrigad[oa]|abracos',
    '(?:cordiali|distinti) saluti|saluti|grazie|cordialmente',
    '(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg',
    'med vanlig halsning|(?:med )?vennlig hilsen|(?:med )?venlig hilsen|mvh|vh|hilsen|halsningar|ystavallisin terveisin|terveisin',
    'pozdrawiam|z powazaniem|s pozdravem|udvozlettel|cu stima|с уважением',
  ].join('|')})[\\s,.!*_]{0,5}$`,
  'u',
);

/** True for a line that only closes a letter ("Kind regards,"). */
export function isClosing(line: string): boolean {
  return line.length <= 60 && closings.test(fold(line).trim());
}

const notices = new RegExp(
  [
    '^(?:caution|warning|achtung|attention|external (?:e-?mail|sender|message))\\b.{0,80}(?:external|outside|extern)',
    '^\\[?external(?: e-?mail| sender| message)?\\]?[:.!]?$',
    '^this (?:e-?mail|message) (?:originated|came|was sent) from outside',
    '^you don.t often get e-?mail from',
    '^sie erhalten nicht (?:oft|haufig) e-?mails? von',
  ].join('|'),
  'u',
);

/** True for the line that a mail gateway puts above mail from outside. */
export function isGatewayNotice(line: string): boolean {
  return notices.test(
    fold(line.slice(0, 400))
      .trim()
      .replace(/^[*_\s]{1,6}/, ''),
  );
}

const disclaimers = new RegExp(
  [
    '^(?:this|the information (?:contained )?in this|the contents? of this) (?:e-?mail|message|communication|transmission).{0,160}(?:confidential|intended|privileged|legally)',
    '^(?:confidentiality|legal|privacy|disclaimer|important) (?:notice|note|disclaimer)?\\s?:?.{0,120}(?:confidential|intended|e-?mail)|^disclaimer\\s?:',
    '^diese (?:e-?mail|nachricht).{0,120}(?:vertraulich|bestimmt|geschutzt)',
    '^ce (?:message|courriel|mail).{0,160}(?:confidentiel|destine|etabli)',
    '^este (?:mensaje|correo|e-?mail|mensagem).{0,160}(?:confidencial|dirigid|destin)|^esta mensagem.{0,160}confidencia',
    '^(?:questo|il presente|le informazioni contenute in quest).{0,160}(?:riservat|confidenzial|destinat)',
    '^dit (?:e-?mail|bericht|e-mailbericht).{0,160}(?:vertrouwelijk|bestemd)',
    '^(?:please consider the environment|bitte denken sie an die umwelt|pensez a l.environnement|before printing)',
  ].join('|'),
  'u',
);

/** True where the legal text begins that companies put below every mail. */
export function isDisclaimer(line: string): boolean {
  return disclaimers.test(
    fold(line.slice(0, 400))
      .trim()
      .replace(/^[*_\s]{1,6}/, ''),
  );
}

const contact =
  /@|www\.|https?:|\b(?:tel|phone|mobile|mobil|fax|telefon|téléphone|tél|cell)\b|\+?\d[\d\s()/.-]{6,}\d|\||\b(?:gmbh|inc|ltd|llc|s\.?a\.?r\.?l|b\.?v|ag|corp|manager|director|engineer|developer|ceo|cto|cfo)\b/iu;

/** True for lines such as name, title, company and numbers: few, short, no sentences, with a way to reach somebody. */
export function looksLikeContact(lines: string[]): boolean {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (said.length === 0 || said.length > 12) return false;
  const length = said.reduce((sum, line) => sum + line.length, 0);
  if (length > 600 || length / said.length > 70) return false;
  const sentences = said.filter((line) => line.length > 40 && /[\p{Ll}]{2}[.!?]$/u.test(line));
  return sentences.length === 0 && said.some((line) => contact.test(line));
}

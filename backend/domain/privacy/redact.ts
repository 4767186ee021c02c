const cardCandidate = /\b\d(?:[ -]?\d){12,18}\b/g;
const secret =
  /\b((?:new |temporary |my |neues |mein )?(?:password|passwort|kennwort|passcode|mot de passe|contrase(?:ñ|n)a|senha|wachtwoord|pin|otp|api[ -]?key|secret|token)\s{0,3}(?:is|ist|est|es|é|è|lautet|:|=)\s{0,3}["'«“]?)([^\s"'»”,;]{3,80})/giu;
const bearer = /\b(?:bearer\s+[\w.~+/-]{16,2000}=*|sk-[\w-]{16,200}|eyJ[\w-]{10,2000}\.[\w-]{10,4000}\.[\w-]{0,2000})/g;
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g;

/** Takes out what must not leave the house: card and bank account numbers, passwords, keys. */
export function redact(text: string): string {
  return text
    .replace(bearer, '[key removed]')
    .replace(secret, '$1[password removed]')
    .replace(iban, (found) => (found.replaceAll(' ', '').length >= 15 ? '[bank account removed]' : found))
    .replace(cardCandidate, (found) => (isCardNumber(found) ? '[card number removed]' : found));
}

/** The Luhn sum tells card numbers from order numbers (ISO/IEC 7812-1). */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length >= 13 && sum % 10 === 0;
}

const mailAddress = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/gu;
const telephone =
  /(?<![\d#A-Za-z-])(?:\+|00)\d{1,3}(?:[ ()/.-]{0,2}\d){6,13}\b|(?<![\d#A-Za-z-])0\d{2,5}[ /-]\d(?:[ -]?\d){4,9}\b/g;

/** Also what leads to a person: addresses of mail and telephone numbers. */
export function redactStrictly(text: string): string {
  return redact(text).replace(mailAddress, '[address removed]').replace(telephone, '[telephone number removed]');
}

/** The same data with every text in it redacted, however deep. */
export function redactAll(data: unknown, strict: boolean): unknown {
  if (typeof data === 'string') return strict ? redactStrictly(data) : redact(data);
  if (Array.isArray(data)) return data.map((one) => redactAll(one, strict));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, redactAll(value, strict)]));
}

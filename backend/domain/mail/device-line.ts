const devices =
  /iphone|ipad|android|galaxy|black ?berry|huawei|xiaomi|samsung|pixel|nokia|outlook|yahoo|gmail|proton|thunderbird|typeapp|smartphone|handy|mobile|móvil|mobil|phone|tablet|windows/iu;
const sent =
  /(?<!\p{L})(?:sent|gesendet|versendet|verschickt|geschickt|envoyé|transmis|enviad[oa]|inviato|verzonden|verstuurd|gestuurd|skickat|sendt|lähetetty|trimis|odesláno|poslano|gönderildi)(?!\p{L})|wysłan[eo]|küldve|отправлено|надіслано|στάλθηκε|أُ?رسل(?:ت)?|תוך|נשלח|送信|发自|發自|发送|보냄|보낸/iu;
const gets =
  /^(?:get|download|télécharger|obtener|obter|scarica|ottieni|hent|hämta|laden sie) .{0,3}outlook|^outlook (?:voor|für|for) .{2,20}(?:downloaden|herunterladen)?$/iu;
const english = /^sent (?:from|via|with|using) (?:my |the |a )?[\p{L}\p{N}’'.+ -]{2,40}$/iu;
const longest = 60;

/**
 * True for the line that a phone or mail program adds by itself ("Sent from my iPhone", "Get Outlook for iOS <link>") in
 * any common language. A sentence that begins alike is none.
 */
export function isDeviceLine(line: string): boolean {
  const text = line
    .slice(0, 400)
    .replace(/[<([{]\s{0,2}(?:https?:|mailto:)[^>)\]}]{0,300}[>)\]}]/giu, '')
    .replace(/[\p{Cf}*_[\]]/gu, '')
    .trim();
  if (text === '' || text.length > longest || /[,;:?!]|[.]$/.test(text)) return false;
  if (gets.test(text)) return true;
  if (english.test(text)) return text.split(/\s+/).length <= 7;
  return sent.test(text) && devices.test(text);
}

import type { SampleMail } from './sample-mail.ts';

/** The headers by which a client gives itself away, guessed from the body it wrote. */
export function mailerFor(sample: SampleMail): Record<string, string> {
  const body = sample.html ?? sample.text ?? '';
  if (body.includes('WordSection1'))
    return { 'Content-Language': sample.language, 'X-Mailer': 'Microsoft Outlook 16.0' };
  if (body.includes('Apple-interchange-newline')) return { 'X-Mailer': 'Apple Mail (2.3826.200.121)' };
  if (/iPhone/.test(body)) return { 'X-Mailer': 'iPhone Mail (23B85)' };
  if (sample.tags.includes('thunderbird')) return { 'User-Agent': 'Mozilla Thunderbird' };
  return {};
}

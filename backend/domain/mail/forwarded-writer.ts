import { headerBlockWriter } from './header-labels.ts';
import type { Address, IncomingMail } from './mail.ts';
import { plainBody } from './plain-body.ts';

const mostLines = 400;

/**
 * Who wrote the mail that this one passes on, as the block of headers says that mail programs put above it ("From: Ann
 * <ann@one.example>" in any of the common languages); null where there is none. Whoever forwards can write anything
 * there, so it is to be believed from our own people alone.
 */
export function forwardedWriter(mail: Pick<IncomingMail, 'body'>): Address | null {
  const lines = plainBody(mail.body).split(/\r\n|\r|\n/, mostLines);
  for (const [index] of lines.entries()) {
    const named = headerBlockWriter(lines, index);
    if (named !== null) return addressIn(named);
  }
  return null;
}

const address = /[^\s<>@[\]()"':;,]{1,100}@[^\s<>@[\]()"':;,]{1,250}/;

/** `Ann Example <ann@one.example>`, `Ann [mailto:ann@one.example]`, or the address alone. */
function addressIn(text: string): Address | null {
  const plain = text.replace(/mailto:/gi, '');
  const email = address.exec(plain)?.[0];
  if (email === undefined) return null;
  const name = plain
    .slice(0, plain.indexOf(email))
    .replace(/[<[("*_']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { email: email.toLowerCase(), name: name.slice(0, 200) };
}

import { escapeHtml } from './plain-and-html.ts';

export function companySignature(name: string, role: string, company: string, phone: string): string {
  return `\n\n-- \n${name}\n${role}\n${company}\nT ${phone}`;
}

/** The block companies let Outlook append: name in bold, grey small print under it. */
export function htmlSignature(name: string, role: string, company: string, phone: string): string {
  return (
    `<p class="MsoNormal"><b><span style="color:#1F3864">${escapeHtml(name)}</span></b><br>\n` +
    `<span style="font-size:9.0pt;color:#7F7F7F">${escapeHtml(role)} | ${escapeHtml(company)}<br>\nT ${phone}</span></p>\n`
  );
}

export const confidentialEnglish = `

This e-mail and any files sent with it are meant for the person named above. If that is not you, tell the
sender, delete it and do not act on it. Our staff cannot enter into contracts by e-mail.`;

export const confidentialGerman = `

Diese Nachricht ist nur für den oben genannten Empfänger bestimmt. Sollten Sie sie irrtümlich erhalten haben,
geben Sie uns bitte Bescheid und löschen Sie sie. Bitte denken Sie an die Umwelt, bevor Sie drucken.`;

export const confidentialFrench = `

Ce message est destiné à la seule personne nommée ci-dessus. S’il vous est parvenu par erreur, merci de le
signaler à son auteur et de le détruire.`;

/** The bar some companies put above every mail that comes from outside. */
export const externalBanner =
  '<table border="1" cellspacing="0" cellpadding="4" style="border-color:#9C6500;background:#FFEB9C"><tr><td>' +
  '<b>CAUTION:</b> This mail came from outside the organisation. Do not open links unless you know the sender.</td></tr></table>\n';

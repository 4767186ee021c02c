import type { Entities } from './analysis.ts';

const most = 10;
const longestText = 12_000;

/** A word that announces a number: "order 5561", "Rechnung Nr. R-20931", "n° de client 448120". */
const numbered =
  /\b(?:order|invoice|customer|contract|case|ticket|booking|parcel|tracking|return|request|account|policy|meter|serial|reference|ref|purchase order|po|bestellung|bestellnummer|rechnung|rechnungsnummer|kundennummer|kunden|vertrag|vertragsnummer|auftrag|sendung|z[aä]hler|commande|facture|client|contrat|dossier|colis|pedido|factura|cliente|contrato|env[ií]o|ordine|fattura|codice cliente|contratto|spedizione|bestelling|factuur|klantnummer|klant|contract|fatura|encomenda)\b[ \t]{0,3}(?:number|no|nr|n(?=[°º])|nummer|num[eé]ro|n[uú]mero|numero|id|code|is|ist|est le|est|[eé]s el|es|[eè])?[.:#°º]{0,2}[ \t]{0,3}(?:is |#)?([A-Z]{0,5}[-/]?\d[\dA-Z/.-]{1,24})/giu;
const bareNumber =
  /(?:^|[\s(])(?:#\s?\d{3,12}|[A-Z]{1,5}-\d{2,12}(?:-\d{1,8})?|\d{2,5}[-/]\d{4,10})(?=$|[\s),.;:!?])/gu;
const months =
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|m[aä]rz|march|mar|mars|marzo|apr(?:il|ile)?|abril|avril|ma[iy]|mayo|maggio|mei|jun[ei]?|juni|juin|junio|giugno|jul[iy]?|juillet|julio|luglio|aug(?:ust)?|ao[uû]t|agosto|sep(?:t|tember|tembre|tiembre)?|settembre|setembro|o[ck]t(?:ober|obre|ubre)?|ottobre|outubro|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embre)?|d[eé]cembre|diciembre|dicembre|dezembro';
const dates = new RegExp(
  [
    String.raw`\b\d{4}-\d{2}-\d{2}\b`,
    String.raw`\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})?\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th|er|\.|º|°)? (?:of |de )?(?:${months})\b\.?(?: (?:de )?\d{4}\b)?`,
    String.raw`\b(?:${months})\b\.? \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4}\b)?`,
  ].join('|'),
  'giu',
);
const places =
  /\b(?:\d{1,4}[a-z]? (?:\p{Lu}[\p{L}'’-]{1,30} ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Square|Close|Court|Way)\b|\p{Lu}[\p{L}-]{2,30}(?:straße|strasse|weg|gasse|platz|allee|laan|straat|plein)(?: \d{1,4}[a-z]?)?|(?:\d{1,4}[, ]{1,2})?(?:rue|avenue|boulevard|calle|avenida|plaza|via|viale|piazza|rua|praça) (?:(?:de|del|des|du|della|do|da|la) )?\p{Lu}[\p{L}'’-]{1,30}(?:,? \d{1,4})?|(?:flat|apartment|room|floor|building|house|unit|Wohnung|Zimmer|Haus|Stockwerk|appartement|étage|piso|interno|kamer|apto\.?) (?:no\.? |nr\.? )?\d{1,4}[a-z]?\b)/gu;
const people =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Herrn?|Frau|Mme|Monsieur|Madame|M\.|Sr|Sra|señora?|Signora?|sig\.ra|sig\.|mevrouw|meneer|mijnheer|dhr|mw)\.? {0,2}(\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?)/gu;

/** What a mail names, by patterns: each runs in time linear in the text. */
export function entitiesOf(input: { subject: string; text: string }): Entities {
  const text = `${input.subject.slice(0, 500)}\n${input.text.slice(0, longestText)}`;
  return {
    numbers: distinct([
      ...[...text.matchAll(numbered)].map((found) => found[1] ?? ''),
      ...(text.match(bareNumber) ?? []).map((found) => found.replace(/[\s(]/g, '')),
    ]),
    dates: distinct(text.match(dates) ?? []),
    places: distinct(text.match(places) ?? []),
    people: distinct([...text.matchAll(people)].map((found) => found[1] ?? '')),
  };
}

function distinct(found: string[]): string[] {
  const bare = found.map((one) => one.trim().replace(/[.,;:/-]+$/, '')).filter((one) => one !== '');
  return [...new Set(bare)].slice(0, most);
}

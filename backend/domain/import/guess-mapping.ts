import { type ImportField, importFields } from '../vocabulary.ts';

/** Which column, from 0, holds which field. */
export type ImportMapping = Partial<Record<ImportField, number>>;

/** What columns are called in other systems and languages, in letters and digits alone. */
const names: Record<ImportField, string> = {
  externalId:
    'externalid id key ticket ticketid ticketnumber ticketno number no nr casenumber caseid issue issuekey reference ref nummer vorgangsnummer numero',
  subject: 'subject title summary betreff titel sujet objet asunto titulo oggetto onderwerp',
  description: 'description text body message details content beschreibung nachricht texte descripcion descrizione',
  customerEmail:
    'customeremail customeraddress email emailaddress mail from requesteremail requester contactemail absender kundenemail correo',
  customerName: 'customername customer name requestername contact contactname kunde kundenname client cliente',
  status: 'status state zustand etat estado stato',
  priority: 'priority severity urgency prioritat priorite prioridad priorita prioriteit',
  category: 'category type topic kategorie categorie categoria',
  tags: 'tags tag labels label schlagworte etiquetas',
  assignee: 'assignee assignedto owner agent bearbeiter zustandig assigne',
  team: 'team group queue department gruppe abteilung equipe grupo',
  createdAt: 'createdat created createddate opened openedat date erstellt erstelltam eroffnet cree creado',
  endedAt: 'endedat resolvedat resolved closedat closed closeddate gelost gelostam geschlossen resolu cerrado',
  resolution: 'resolution resolutionnote solution losung',
  number: 'hcnumber handyconnectnumber',
};

const fieldOf = new Map(importFields.flatMap((field) => names[field].split(' ').map((name) => [name, field] as const)));

/** As our cases are numbered. */
const ourNumber = /^HC-\d+$/i;

/**
 * What columns seem to mean by their names; a field that two could mean goes to the first. Ids that look like our numbers
 * name cases of ours. @param samples some rows
 */
export function guessMapping(headers: readonly string[], samples: readonly (readonly string[])[] = []): ImportMapping {
  const mapping: ImportMapping = {};
  for (const [column, header] of headers.entries()) {
    const field = fieldOf.get(bare(header));
    if (field !== undefined && mapping[field] === undefined) mapping[field] = column;
  }
  const { externalId, ...rest } = mapping;
  if (externalId === undefined || mapping.number !== undefined || samples.length === 0) return mapping;
  const ours = samples.every((cells) => ourNumber.test((cells[externalId] ?? '').trim()));
  return ours ? { ...rest, number: externalId } : mapping;
}

/** Letters and digits without accents, in lower case. */
export function bare(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

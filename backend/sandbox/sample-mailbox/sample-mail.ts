/** Somebody who writes or receives mail in the sandbox's story. */
export interface Person {
  name: string;
  address: string;
}

/** Languages the sample mailbox is written in, as ISO 639-1 codes. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'nl' | 'it' | 'pl' | 'sv' | 'ja' | 'ar';

export interface SampleAttachment {
  name: string;
  /** Media type as the sender claims it. */
  type: string;
  bytes: Uint8Array;
  /** Set for a picture inside the HTML body, without angle brackets: `cid:` + this. */
  contentId?: string;
}

/** One mail of the sandbox's story, before it is put into a mailbox. */
export interface SampleMail {
  /** Unique slug; also the local part of the Message-ID. */
  key: string;
  /** What a person picks it by. */
  title: string;
  /** What it is an example of; holds the English name of its language too. */
  tags: string[];
  /** Minutes since the story began; sorting by it keeps threads in order. */
  minute: number;
  language: Language;
  from: Person | null;
  /** Who really sent it where that is not `from`. */
  sender?: Person | null;
  replyTo?: Person[];
  /** Left out: the mailbox it is delivered to. */
  to?: Person[];
  cc?: Person[];
  subject: string;
  text?: string;
  html?: string;
  /** Further headers; one named like a usual header replaces it. */
  headers?: Record<string, string>;
  /** Key of another sample, or a Message-ID in angle brackets that is in no mailbox. */
  inReplyTo?: string;
  /** Oldest first; keys or Message-IDs as in `inReplyTo`. */
  references?: string[];
  /** Key of the sample whose conversation it lies in, where the headers do not tell. */
  conversation?: string;
  /** Message-ID with angle brackets, where it is not made from the key. */
  messageId?: string;
  attachments?: SampleAttachment[];
  importance?: 'low' | 'normal' | 'high';
  /** Addresses of the mailboxes it arrives in, where that is not the support mailbox alone. */
  mailboxes?: string[];
}

type Draft = Omit<SampleMail, 'language' | 'tags'> & { language?: Language; tags?: string[] };

const languageNames: Record<Language, string> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  pt: 'portuguese',
  nl: 'dutch',
  it: 'italian',
  pl: 'polish',
  sv: 'swedish',
  ja: 'japanese',
  ar: 'arabic',
};

export function mail(draft: Draft): SampleMail {
  const language = draft.language ?? 'en';
  return { ...draft, language, tags: [...(draft.tags ?? []), languageNames[language]] };
}

const replyPrefix: Partial<Record<Language, string>> = { de: 'AW: ', nl: 'Antw: ', sv: 'SV: ', pl: 'ODP: ', it: 'R: ' };

/** A mail that answers `parent` with the headers a well-behaved client sets. */
export function replyTo(parent: SampleMail, draft: Omit<Draft, 'subject'> & { subject?: string }): SampleMail {
  const language = draft.language ?? parent.language;
  const base = parent.subject.replace(/^(AW|Antw|SV|ODP|R|Re|RE|RV|TR): /, '');
  return mail({
    inReplyTo: parent.key,
    references: [...(parent.references ?? []), parent.key],
    ...draft,
    language,
    subject: draft.subject ?? `${replyPrefix[language] ?? 'Re: '}${base}`,
    tags: ['thread', ...(draft.tags ?? [])],
  });
}

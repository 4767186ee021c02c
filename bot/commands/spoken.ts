/** Somebody named with @ in a message. */
export interface Mention {
  name: string;
  /** Entra object id, where the client said it. */
  id: string | undefined;
}

/** What a person said, without markup. A mention of somebody stands in the text as one sign, see `mentionSign`. */
export interface Spoken {
  text: string;
  mentions: Mention[];
}

/** As the channel sends it beside the text. */
export interface MentionEntity {
  mentioned: { id?: string | undefined; name?: string | undefined; aadObjectId?: string | undefined };
  /** How the mention is written in the text, such as `<at>Ana</at>`. */
  text?: string | undefined;
}

const longest = 4_000;
/** Private-use characters: nobody can type them, so no text is mistaken for a mention. */
const open = '\ue010';
const close = '\ue011';
const signs = /[\ue010\ue011]/gu;
const signed = /^\ue010(\d{1,3})\ue011$/u;
const mentionTag = /<at(?: [^<>]{0,100})?>([^<]{0,200})<\/at>/giu;
const tag = /<\/?[a-z][^<>]{0,300}>/giu;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', apos: "'" };

/** Reads a message as it came over the channel: mentions of the bot go, those of people stay, markup goes. */
export function spoken(text: string, mentioned: readonly MentionEntity[], botId: string): Spoken {
  const mentions: Mention[] = [];
  const marked = text
    .slice(0, longest)
    .replace(signs, '')
    .replace(mentionTag, (written: string, name: string) => {
      const entity =
        mentioned.find((one) => one.text === written) ?? mentioned.find((one) => one.mentioned.name === name);
      const ofBot = entity === undefined ? isOurName(name) : entity.mentioned.id === botId;
      if (ofBot) return ' ';
      mentions.push({ name: decoded(name).trim(), id: entity?.mentioned.aadObjectId });
      return ` ${open}${mentions.length - 1}${close} `;
    });
  const plain = decoded(marked.replace(/<br ?\/?>|<\/p>|<\/div>/giu, ' ').replace(tag, ''));
  return { text: plain.replace(/(?:\s|\u200b|\u200c|\u200d|\ufeff)+/gu, ' ').trim(), mentions };
}

/** The mention that a word is, if it is one. */
export function mentionSign(word: string, { mentions }: Pick<Spoken, 'mentions'>): Mention | undefined {
  const index = signed.exec(word)?.[1];
  return index === undefined ? undefined : mentions[Number(index)];
}

/** A text in which mentions read as names again, with whoever is mentioned. */
export function withNames(
  text: string,
  { mentions }: Pick<Spoken, 'mentions'>,
): { text: string; mentioned: Mention[] } {
  const mentioned: Mention[] = [];
  const named = text.replace(/\ue010(\d{1,3})\ue011/gu, (_, index: string) => {
    const found = mentions[Number(index)];
    if (found === undefined) return '';
    mentioned.push(found);
    return `@${found.name}`;
  });
  return { text: named.trim(), mentioned };
}

function isOurName(name: string): boolean {
  return name.trim().toLowerCase() === 'handyconnect';
}

function decoded(text: string): string {
  return text.replace(/&(#39|[a-z]{2,4});/giu, (whole: string, name: string) => entities[name.toLowerCase()] ?? whole);
}

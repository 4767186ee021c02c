import { wordsOf } from './words.ts';

/** Words so common that even a few of them tell the language. Those that several languages share are left out or cancel out. */
const small: Record<string, string> = {
  en: `the a an no i my is are and to of for with you your not it this that have has can how what where when why do does did was would please
    get got need want help there from order make buy they one love great awesome cool nice good works working thanks very best must should we
    issue card account money refund change user cancel cancelling track sign register payment dont wont cant its error invoice`,
  de: `der die das ein eine ich mein meine ist sind und zu für mit sie ihr nicht es dies habe hat kann wie was wo wann warum bitte wir auf von
    den dem kein keine noch auch rechnung bestellung passwort konto danke funktioniert geht ändern löschen kündigen hilfe`,
  fr: `le la les un une je mon ma mes est sont et pour avec vous votre pas ce cette ai peut comment quoi où quand pourquoi merci nous sur du des
    ne plus bonjour commande facture mot passe compte fonctionne annuler aide`,
  es: `el los las una yo mi es son y para con usted su no esto tengo puede cómo qué dónde cuándo por favor nosotros del al ya muy hola gracias
    pedido factura contraseña cuenta funciona cancelar ayuda puedo quiero está`,
  it: `il lo gli un una io mio mia è sono e per con voi vostro non questo ho può come cosa dove quando perché favore noi del della al già molto ciao
    grazie ordine fattura conto funziona annullare aiuto posso vorrei`,
  nl: `de het een ik mijn is zijn en voor met u uw niet dit heb heeft kan hoe wat waar wanneer waarom graag wij op van geen nog ook bedankt
    bestelling factuur wachtwoord rekening werkt annuleren hulp kunt`,
  pt: `os um uma eu meu minha é são e para com você seu não isto tenho pode como onde quando porque favor nós do da ao já muito olá obrigado
    obrigada pedido encomenda fatura senha conta funciona cancelar ajuda posso quero está`,
};

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(small)) {
  for (const word of new Set(wordsOf(words))) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/** The language whose small words occur most, or `und` where none leads. For texts too short for anything better. */
export function languageBySmallWords(text: string): string {
  const votes = new Map<string, number>();
  for (const word of wordsOf(text.slice(0, 400))) {
    const languages = languagesOf.get(word) ?? [];
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : 'und';
}

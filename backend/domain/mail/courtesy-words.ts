/** Phrases without case, accents and punctuation, as `courtesy.ts` folds what it reads; at most five words each. */
function phrases(...lists: string[]): ReadonlySet<string> {
  return new Set(
    lists
      .join('|')
      .split('|')
      .map((one) => one.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').trim()),
  );
}

/** Says thanks; a mail of courtesy has at least one. */
export const thanksPhrases = phrases(
  'thanks|thank you|thank u|thankyou|thx|thanx|tnx|ty|cheers|many thanks|thanks a lot|thanks so much|thank you so much',
  'thank you very much|thanks very much|thanks a million|thanks again|thank you again|thanks a bunch|much appreciated',
  'appreciate it|i appreciate it|really appreciate it|much obliged|thanks for your help|thank you for your help',
  'danke|dankeschön|danke schön|danke sehr|vielen dank|besten dank|herzlichen dank|lieben dank|tausend dank|merci vielmals',
  'danke dir|danke ihnen|danke euch|ich danke ihnen|danke vielmals|danke für ihre hilfe|danke für die hilfe',
  'vielen dank für ihre hilfe|vielen dank für die hilfe|dankend',
  'merci|merci beaucoup|merci bien|mille mercis|un grand merci|grand merci|merci à vous|je vous remercie',
  'merci pour votre aide|merci de votre aide',
  'gracias|muchas gracias|mil gracias|muchísimas gracias|gracias por su ayuda|gracias por tu ayuda|muy agradecido|muy agradecida',
  "grazie|grazie mille|molte grazie|tante grazie|grazie infinite|vi ringrazio|la ringrazio|grazie per l'aiuto",
  'obrigado|obrigada|muito obrigado|muito obrigada|agradeço|agradecido|agradecida',
  'bedankt|dank je|dank je wel|dank u|dank u wel|dankjewel|dankuwel|hartelijk dank|heel erg bedankt|hartelijk bedankt',
  'tack|tack så mycket|tusen tack|stort tack|takk|tusen takk|mange takk|tak|mange tak|tusind tak|kiitos|paljon kiitoksia|kiitoksia',
  'dziękuję|dzięki|bardzo dziękuję|wielkie dzięki|dziekuje|děkuji|díky|moc děkuji|mockrát děkuji|ďakujem|hvala|hvala lepa|hvala puno',
  'köszönöm|köszönöm szépen|mulțumesc|multumesc|mulțumesc mult|teşekkürler|teşekkür ederim|çok teşekkürler|sağolun',
  'ευχαριστώ|ευχαριστώ πολύ|спасибо|большое спасибо|благодарю|дякую|дуже дякую|благодаря',
  'ありがとうございます|ありがとうございました|ありがとう|谢谢|非常感谢|謝謝|감사합니다|고맙습니다|شكرا|شكرا جزيلا|תודה|תודה רבה',
);

/** After these a name may follow. */
export const greetingPhrases = phrases(
  'hi|hello|hey|dear|good morning|good afternoon|good evening|hi there|hello there|hi all|hello all|dear all|dear team|hi team',
  'hallo|guten tag|guten morgen|guten abend|liebe|lieber|liebes|sehr geehrte|sehr geehrter|sehr geehrte frau|sehr geehrter herr',
  'frau|herr|mr|mrs|ms|hallo zusammen|moin|servus|grüezi|grüß gott|sehr geehrte damen und herren|liebes team',
  'bonjour|bonsoir|salut|cher|chère|madame|monsieur|hola|buenos días|buenas tardes|estimado|estimada',
  'ciao|buongiorno|buonasera|gentile|olá|bom dia|boa tarde|hoi|beste|goedemorgen|goedemiddag|hej|hei|cześć|dzień dobry|ahoj|dobrý den',
  'regards|best regards|kind regards|warm regards|best wishes|all the best|best|sincerely|yours sincerely|br|kr|rgds',
  'gruß|grüße|viele grüße|liebe grüße|beste grüße|schöne grüße|freundliche grüße|mit freundlichen grüßen|mfg|lg|vg|herzliche grüße',
  'cordialement|bien cordialement|bien à vous|saludos|un saludo|saludos cordiales|cordiali saluti|distinti saluti|saluti',
  'atenciosamente|cumprimentos|met vriendelijke groet|vriendelijke groet|groeten|groetjes|med vänlig hälsning|mvh|pozdrawiam',
  'viele gruesse|liebe gruesse|mit freundlichen gruessen|freundliche gruesse|beste gruesse',
);

/** What people say around thanks, and that asks for nothing. */
export const courtesyPhrases = phrases(
  'ok|okay|okey|oki|k|great|perfect|excellent|awesome|wonderful|fantastic|lovely|brilliant|super|cool|nice|good|very good|fine|alright',
  "all right|got it|noted|understood|received|well received|sounds good|all good|all clear|that's great|that is great|that's perfect",
  'so much|very much|a lot|again|everyone|all|team|guys|for everything|for your help|for the help|for your support|for the update',
  'for the info|for the information|for your quick reply|for the quick reply|for your quick response|for the quick response|for your reply|for your answer',
  'for your time|for your patience|for letting me know|for getting back to me|for the fast reply|for helping|for the fix|for sorting this out',
  "you're welcome|you too|have a nice day|have a great day|have a good day|have a nice weekend|have a great weekend|have a good weekend|nice weekend",
  'it works now|works now|it works|that works|that worked|it worked|all working now|problem solved|issue resolved|solved|that did it',
  'gut|sehr gut|prima|toll|klasse|alles klar|in ordnung|passt|passt so|wunderbar|perfekt|bestens|ausgezeichnet|verstanden|erhalten|genau',
  'für alles|für die schnelle antwort|für ihre schnelle antwort|für die schnelle hilfe|für ihre schnelle hilfe|für die rückmeldung|für ihre rückmeldung',
  'für die info|für die information|für ihre mühe|für ihre unterstützung|für ihre antwort|für die antwort|für die schnelle rückmeldung',
  'schönen tag noch|einen schönen tag|schönen tag|schönes wochenende|ein schönes wochenende|schönen abend|schönen feierabend|gerne|nochmals|nochmal|und|ihnen',
  'es funktioniert|es funktioniert wieder|funktioniert wieder|läuft wieder|hat geklappt|hat funktioniert|es geht wieder|wieder',
  "parfait|très bien|super|d'accord|entendu|bien reçu|génial|excellent|bonne journée|bonne soirée|bon week end|ça marche|et",
  'perfecto|genial|muy bien|de acuerdo|recibido|vale|excelente|buen día|buen fin de semana|que tenga buen día|y',
  'perfetto|va bene|ottimo|ricevuto|benissimo|buona giornata|buona serata|buon fine settimana|perfeito|ótimo|recebido|tudo certo|bom fim de semana',
  'prima|geweldig|top|helemaal goed|fijne dag|fijn weekend|en|bra|toppen|perfekt|super|świetnie|super|miłego dnia|výborně|hezký den|and',
  'voor de snelle reactie|voor uw hulp|voor je hulp|voor de hulp|för hjälpen|za pomoc|за помощь|отлично|хорошо|понятно',
  'pour votre réponse|pour votre réponse rapide|pour tout|por todo|por la respuesta|por la ayuda|per tutto|per la risposta|pela ajuda|pela resposta',
);

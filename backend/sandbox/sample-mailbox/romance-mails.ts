import { appleHtml, gmailHtml, outlookHtml } from './html-bodies.ts';
import { person } from './people.ts';
import { mail, type SampleMail } from './sample-mail.ts';
import { confidentialFrench } from './signatures.ts';

export const romanceMails: SampleMail[] = [
  mail({
    key: 'fr-fuite-cave',
    title: 'De l’eau dans la cave',
    tags: ['property', 'technical', 'complaint'],
    language: 'fr',
    minute: 88,
    from: person('Bruno Marchal', 'bruno.marchal@example.org'),
    subject: 'Inondation dans les caves du 21',
    html: appleHtml(`Bonjour,

depuis l'orage de samedi il y a dix centimètres d'eau dans les caves, côté rue. La pompe tourne mais ne vide rien. Mes cartons
sont perdus, ceux de madame Petit aussi, et le compteur électrique n'est qu'à un mètre.

Merci d'envoyer quelqu'un dès ce matin et de me dire quelle assurance il faut prévenir.

Bruno Marchal, Quai 21, 3e gauche`),
  }),
  mail({
    key: 'fr-mot-de-passe',
    title: 'Mot de passe refusé',
    tags: ['product', 'account'],
    language: 'fr',
    minute: 290,
    from: person('Solène Guérin', 'solene.guerin@regie-guerin.example'),
    subject: 'Accès impossible',
    text: `Bonjour,

depuis ce matin mon mot de passe est refusé alors que je ne l'ai pas changé. Le lien de réinitialisation me dit « lien expiré »
à peine reçu. Deux collègues ont le même souci. Pouvez-vous nous débloquer ? Nous devons envoyer les quittances aujourd'hui.

Merci d'avance
Solène Guérin${confidentialFrench}`,
  }),
  mail({
    key: 'fr-merci',
    title: 'Un grand merci',
    tags: ['property', 'praise', 'positive'],
    language: 'fr',
    minute: 1500,
    from: person('Paulette Arnaud', 'paulette.arnaud@example.com'),
    subject: 'Merci à votre équipe',
    text: `Bonjour,

je tenais à remercier la jeune femme qui m'a répondu hier. Elle a pris le temps de m'expliquer la régularisation ligne par
ligne, sans jamais s'impatienter, et j'ai enfin compris pourquoi je devais 42 euros. Je les ai payés de bon cœur.

Paulette Arnaud`,
  }),
  mail({
    key: 'fr-telephone',
    title: 'Une ligne depuis le téléphone',
    tags: ['property', 'phone', 'terse'],
    language: 'fr',
    minute: 1665,
    from: person('Kévin', 'kevin.lr@example.net'),
    subject: 'digicode',
    text: 'bjr le digicode marche plus on est coincé dehors avec les courses, le code de secours svp\n\nEnvoyé de mon iPhone',
  }),
  mail({
    key: 'es-cobro-anual',
    title: 'Cobro anual no autorizado',
    tags: ['product', 'billing', 'complaint', 'frustrated'],
    language: 'es',
    minute: 210,
    from: person('Lucía Benavides', 'lucia.benavides@fincasbenavides.example'),
    subject: 'Cobro anual que nadie autorizó',
    html: outlookHtml(
      `Buenos días:

Hoy nos han cargado 1.188 € por una suscripción anual. Nosotros pagamos mes a mes desde hace tres años y nadie de la oficina
ha cambiado nada. La cuenta se ha quedado en números rojos y mañana salen las nóminas.

Les exijo la devolución inmediata y una explicación por escrito. Si no la tengo hoy, doy orden al banco de devolver el recibo.

Lucía Benavides
Fincas Benavides`,
      { language: 'es' },
    ),
  }),
  mail({
    key: 'es-ascensor',
    title: 'El ascensor huele a quemado',
    tags: ['property', 'technical', 'calm-danger'],
    language: 'es',
    minute: 1625,
    from: person('Ramón Ulloa', 'ramon.ulloa@example.com'),
    subject: 'Olor en el ascensor',
    text: `Hola, buenos días. Quería comentarles que desde ayer el ascensor huele un poco a quemado, más que nada entre el primero y el
segundo, y a veces la luz parpadea. Funciona, así que no sé si es importante. Ya me dirán.

Un saludo, Ramón (4.º B)`,
  }),
  mail({
    key: 'es-funcion',
    title: 'Sugerencia: firma en la tableta',
    tags: ['product', 'feature'],
    language: 'es',
    minute: 1680,
    from: person('Noelia Prado', 'noelia@pradoygil.example'),
    subject: 'Sugerencia para las entregas de llaves',
    html: gmailHtml(`Hola, equipo:

En las entregas de llaves todavía imprimimos el acta para que la firme el inquilino. ¿Han pensado en que se pueda firmar en la
propia tableta y que la copia le llegue por correo? Nos ahorraría unas treinta hojas a la semana.

Gracias por el buen trabajo,
Noelia`),
  }),
  mail({
    key: 'pt-acesso-bloqueado',
    title: 'Conta bloqueada',
    tags: ['product', 'account'],
    language: 'pt',
    minute: 245,
    from: person('Duarte Figueira', 'duarte.figueira@example.org'),
    subject: 'Conta bloqueada depois de três tentativas',
    text: `Bom dia,

enganei-me três vezes na palavra-passe e a conta ficou bloqueada. A mensagem diz para contactar o administrador, mas o
administrador sou eu. Podem desbloqueá-la? Estou disponível no 21 555 0132 para confirmar os meus dados.

Cumprimentos,
Duarte Figueira`,
  }),
  mail({
    key: 'pt-infiltracao',
    title: 'Infiltração no teto',
    tags: ['property', 'technical', 'complaint'],
    language: 'pt',
    minute: 1605,
    from: person('Marta Valente', 'marta.valente@example.com'),
    subject: 'Infiltração no teto do quarto',
    text: `Boa tarde,

é a quarta vez que escrevo. A mancha no teto do quarto já tem mais de um metro e ontem caiu um bocado de estuque em cima da cama
onde dorme a minha filha. Da última vez vieram, tiraram fotografias e nunca mais disseram nada.

Quero saber, por favor, em que dia começa a obra.

Marta Valente`,
  }),
  mail({
    key: 'it-riscaldamento',
    title: 'Termosifoni freddi',
    tags: ['property', 'technical'],
    language: 'it',
    minute: 140,
    from: person('Carlo Benussi', 'carlo.benussi@example.net'),
    subject: 'Termosifoni freddi al terzo piano',
    text: `Buongiorno,

da ieri sera al terzo piano i termosifoni sono freddi, mentre al primo si sta in maniche corte. L'idraulico dell'anno scorso
diceva che la pompa era da cambiare. Potete mandare qualcuno prima del fine settimana? In casa abbiamo un neonato.

Grazie mille
Carlo Benussi, scala B`,
  }),
  mail({
    key: 'it-complimenti',
    title: 'Complimenti',
    tags: ['product', 'praise', 'positive'],
    language: 'it',
    minute: 1660,
    from: person('Elena Moretti-Sala', 'elena@morettisala.example'),
    subject: 'Complimenti per il nuovo calendario',
    text: `Buongiorno a tutti, il nuovo calendario delle scadenze è fantastico: finalmente vedo tutto in una pagina. Unica cosa, la stampa
taglia la domenica. Ma va benissimo così, bravi!

Elena`,
  }),
];

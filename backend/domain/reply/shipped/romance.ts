import type { ShippedTexts } from './shipped-texts.ts';

export const spanish: ShippedTexts = {
  acknowledgement: `Hola, {{customer.name}}:

hemos recibido su mensaje y abierto el caso {{case.number}}. Le responderemos en un plazo de {{firstResponse.target}}.

Si quiere añadir algo, responda a este correo.`,
  calmAcknowledgement: `Hola, {{customer.name}}:

hemos leído que algo ha salido mal y lamentamos las molestias. Su mensaje es el caso {{case.number}}. Una persona lo está revisando y le responderá en un plazo de {{firstResponse.target}}.

Si quiere añadir algo, responda a este correo.`,
  outsideHours: `Hola, {{customer.name}}:

hemos recibido su mensaje y abierto el caso {{case.number}}. En este momento no hay nadie trabajando; volvemos el {{hours.back}} y le responderemos entonces.

Si quiere añadir algo, responda a este correo.`,
  calmOutsideHours: `Hola, {{customer.name}}:

hemos leído que algo ha salido mal y lamentamos las molestias. Su mensaje es el caso {{case.number}}. En este momento no hay nadie trabajando; volvemos el {{hours.back}} y nos ocuparemos entonces.

Si quiere añadir algo, responda a este correo.`,
  stillWorking: `Hola, {{customer.name}}:

unas palabras sobre el caso {{case.number}}: seguimos trabajando en él y no le hemos olvidado. Le escribiremos en cuanto haya novedades.`,
  confirmSolved: `Hola, {{customer.name}}:

creemos que el caso {{case.number}} está resuelto. ¿Es así? Si falta algo, responda a este correo y continuaremos. Si todo está bien, no tiene que hacer nada.`,
  closing: `Hola, {{customer.name}}:

no hemos tenido noticias suyas sobre el caso {{case.number}} y lo hemos cerrado. Si todavía nos necesita, responda a este correo y se abrirá de nuevo.`,
  survey: `Hola, {{customer.name}}:

su caso {{case.number}} ha terminado. Con un clic nos dice cómo lo hicimos; lleva menos de un minuto.`,
  assignment: `Buenos días:

{{agent.name}} le pide que se encargue de este trabajo. Nuestra referencia es {{task.reference}}.

{{task.title}}

{{task.description}}

{{task.checklist}}

Debe estar hecho el {{task.due}}.

Responda a este correo cuando lo acepte, si tiene alguna pregunta y cuando esté terminado. Deje la referencia en el asunto para que su respuesta llegue a su sitio.`,
};

export const italian: ShippedTexts = {
  acknowledgement: `Buongiorno {{customer.name}},

abbiamo ricevuto il suo messaggio e aperto la pratica {{case.number}}. Le risponderemo entro {{firstResponse.target}}.

Se desidera aggiungere qualcosa, risponda a questa e-mail.`,
  calmAcknowledgement: `Buongiorno {{customer.name}},

abbiamo letto che qualcosa non è andato come doveva e ce ne dispiace. Il suo messaggio è la pratica {{case.number}}. Una persona se ne sta occupando e le risponderà entro {{firstResponse.target}}.

Se desidera aggiungere qualcosa, risponda a questa e-mail.`,
  outsideHours: `Buongiorno {{customer.name}},

abbiamo ricevuto il suo messaggio e aperto la pratica {{case.number}}. In questo momento non c'è nessuno al lavoro; torniamo {{hours.back}} e le risponderemo allora.

Se desidera aggiungere qualcosa, risponda a questa e-mail.`,
  calmOutsideHours: `Buongiorno {{customer.name}},

abbiamo letto che qualcosa non è andato come doveva e ce ne dispiace. Il suo messaggio è la pratica {{case.number}}. In questo momento non c'è nessuno al lavoro; torniamo {{hours.back}} e ce ne occuperemo allora.

Se desidera aggiungere qualcosa, risponda a questa e-mail.`,
  stillWorking: `Buongiorno {{customer.name}},

due parole sulla pratica {{case.number}}: ci stiamo ancora lavorando e non ci siamo dimenticati di lei. Le scriveremo non appena ci saranno novità.`,
  confirmSolved: `Buongiorno {{customer.name}},

riteniamo che la pratica {{case.number}} sia risolta. È così? Se manca qualcosa, risponda a questa e-mail e riprenderemo. Se è tutto a posto, non deve fare nulla.`,
  closing: `Buongiorno {{customer.name}},

non abbiamo più avuto sue notizie sulla pratica {{case.number}} e l'abbiamo chiusa. Se ha ancora bisogno di noi, risponda a questa e-mail e sarà riaperta.`,
  survey: `Buongiorno {{customer.name}},

la sua pratica {{case.number}} è conclusa. Con un clic può dirci come abbiamo lavorato; richiede meno di un minuto.`,
  assignment: `Buongiorno,

{{agent.name}} le chiede di occuparsi di questo lavoro. Il nostro riferimento è {{task.reference}}.

{{task.title}}

{{task.description}}

{{task.checklist}}

La scadenza è {{task.due}}.

Risponda a questa e-mail per accettarlo, per qualsiasi domanda e a lavoro finito. Lasci il riferimento nell'oggetto, così la sua risposta arriva al posto giusto.`,
};

export const portuguese: ShippedTexts = {
  acknowledgement: `Olá, {{customer.name}},

recebemos a sua mensagem e abrimos o caso {{case.number}}. Responderemos no prazo de {{firstResponse.target}}.

Se quiser acrescentar algo, responda a este e-mail.`,
  calmAcknowledgement: `Olá, {{customer.name}},

lemos que algo correu mal e lamentamos o transtorno. A sua mensagem é o caso {{case.number}}. Uma pessoa está a tratar do assunto e responderá no prazo de {{firstResponse.target}}.

Se quiser acrescentar algo, responda a este e-mail.`,
  outsideHours: `Olá, {{customer.name}},

recebemos a sua mensagem e abrimos o caso {{case.number}}. Neste momento não há ninguém a trabalhar; voltamos {{hours.back}} e responderemos nessa altura.

Se quiser acrescentar algo, responda a este e-mail.`,
  calmOutsideHours: `Olá, {{customer.name}},

lemos que algo correu mal e lamentamos o transtorno. A sua mensagem é o caso {{case.number}}. Neste momento não há ninguém a trabalhar; voltamos {{hours.back}} e trataremos do assunto nessa altura.

Se quiser acrescentar algo, responda a este e-mail.`,
  stillWorking: `Olá, {{customer.name}},

uma palavra sobre o caso {{case.number}}: continuamos a trabalhar nele e não nos esquecemos de si. Damos notícias assim que houver novidades.`,
  confirmSolved: `Olá, {{customer.name}},

acreditamos que o caso {{case.number}} está resolvido. Está? Se faltar alguma coisa, responda a este e-mail e continuamos. Se estiver tudo bem, não precisa de fazer nada.`,
  closing: `Olá, {{customer.name}},

não tivemos mais notícias suas sobre o caso {{case.number}} e fechámo-lo. Se ainda precisar de nós, responda a este e-mail e ele será reaberto.`,
  survey: `Olá {{customer.name}},

o seu caso {{case.number}} está concluído. Com um clique diz-nos como correu; demora menos de um minuto.`,
  assignment: `Bom dia,

{{agent.name}} pede-lhe que se encarregue deste trabalho. A nossa referência é {{task.reference}}.

{{task.title}}

{{task.description}}

{{task.checklist}}

Deve estar feito até {{task.due}}.

Responda a este e-mail para o aceitar, se tiver alguma pergunta e quando estiver pronto. Deixe a referência no assunto, para que a sua resposta chegue ao sítio certo.`,
};

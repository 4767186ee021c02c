import type { ShippedTexts } from './shipped-texts.ts';

export const german: ShippedTexts = {
  acknowledgement: `Guten Tag {{customer.name}},

wir haben Ihre Nachricht erhalten und dazu den Vorgang {{case.number}} angelegt. Sie erhalten innerhalb von {{firstResponse.target}} eine Antwort.

Möchten Sie etwas ergänzen, antworten Sie einfach auf diese E-Mail.`,
  calmAcknowledgement: `Guten Tag {{customer.name}},

wir haben gelesen, dass etwas schiefgegangen ist, und bedauern die Umstände. Ihre Nachricht ist der Vorgang {{case.number}}. Jemand kümmert sich persönlich darum und antwortet Ihnen innerhalb von {{firstResponse.target}}.

Möchten Sie etwas ergänzen, antworten Sie einfach auf diese E-Mail.`,
  outsideHours: `Guten Tag {{customer.name}},

wir haben Ihre Nachricht erhalten und dazu den Vorgang {{case.number}} angelegt. Zurzeit ist niemand im Dienst; wir sind wieder da: {{hours.back}}. Dann antworten wir Ihnen.

Möchten Sie etwas ergänzen, antworten Sie einfach auf diese E-Mail.`,
  calmOutsideHours: `Guten Tag {{customer.name}},

wir haben gelesen, dass etwas schiefgegangen ist, und bedauern die Umstände. Ihre Nachricht ist der Vorgang {{case.number}}. Zurzeit ist niemand im Dienst; wir sind wieder da: {{hours.back}}. Dann nehmen wir uns der Sache an.

Möchten Sie etwas ergänzen, antworten Sie einfach auf diese E-Mail.`,
  stillWorking: `Guten Tag {{customer.name}},

kurz zum Vorgang {{case.number}}: Wir arbeiten weiter daran und haben Sie nicht vergessen. Sie hören von uns, sobald es etwas Neues gibt.`,
  confirmSolved: `Guten Tag {{customer.name}},

nach unserem Stand ist der Vorgang {{case.number}} gelöst. Stimmt das? Fehlt noch etwas, antworten Sie auf diese E-Mail, und wir machen weiter. Ist alles in Ordnung, brauchen Sie nichts zu tun.`,
  closing: `Guten Tag {{customer.name}},

zum Vorgang {{case.number}} haben wir nichts mehr von Ihnen gehört und ihn geschlossen. Brauchen Sie uns noch, antworten Sie auf diese E-Mail, und er wird wieder geöffnet.`,
  survey: `Guten Tag {{customer.name}},

Ihr Vorgang {{case.number}} ist abgeschlossen. Mit einem Klick sagen Sie uns, wie wir waren; es dauert keine Minute.`,
  assignment: `Guten Tag,

{{agent.name}} bittet Sie, diese Arbeit zu übernehmen. Unser Zeichen ist {{task.reference}}.

{{task.title}}

{{task.description}}

{{task.checklist}}

Fällig ist sie am {{task.due}}.

Bitte antworten Sie auf diese E-Mail, wenn Sie die Arbeit übernehmen, wenn Sie eine Frage haben und wenn sie erledigt ist. Lassen Sie unser Zeichen im Betreff stehen, damit Ihre Antwort zur Arbeit findet.`,
};

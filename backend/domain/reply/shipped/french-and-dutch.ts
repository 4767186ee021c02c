import type { ShippedTexts } from './shipped-texts.ts';

export const french: ShippedTexts = {
  acknowledgement: `Bonjour {{customer.name}},

nous avons bien reçu votre message et ouvert le dossier {{case.number}}. Nous vous répondrons dans un délai de {{firstResponse.target}}.

Pour ajouter une précision, répondez simplement à ce message.`,
  calmAcknowledgement: `Bonjour {{customer.name}},

nous avons lu que quelque chose ne s'est pas passé comme il faut et nous le regrettons. Votre message porte le numéro de dossier {{case.number}}. Une personne s'en occupe et vous répondra dans un délai de {{firstResponse.target}}.

Pour ajouter une précision, répondez simplement à ce message.`,
  outsideHours: `Bonjour {{customer.name}},

nous avons bien reçu votre message et ouvert le dossier {{case.number}}. Personne n'est au bureau en ce moment ; nous serons de retour : {{hours.back}}, et nous vous répondrons alors.

Pour ajouter une précision, répondez simplement à ce message.`,
  calmOutsideHours: `Bonjour {{customer.name}},

nous avons lu que quelque chose ne s'est pas passé comme il faut et nous le regrettons. Votre message porte le numéro de dossier {{case.number}}. Personne n'est au bureau en ce moment ; nous serons de retour : {{hours.back}}, et nous nous en occuperons alors.

Pour ajouter une précision, répondez simplement à ce message.`,
  stillWorking: `Bonjour {{customer.name}},

un mot sur le dossier {{case.number}} : nous y travaillons toujours et ne vous avons pas oublié. Vous aurez de nos nouvelles dès qu'il y en aura.`,
  confirmSolved: `Bonjour {{customer.name}},

nous pensons que le dossier {{case.number}} est résolu. Est-ce bien le cas ? S'il manque quelque chose, répondez à ce message et nous reprendrons. Si tout va bien, vous n'avez rien à faire.`,
  closing: `Bonjour {{customer.name}},

sans nouvelles de votre part au sujet du dossier {{case.number}}, nous l'avons clos. Si vous avez encore besoin de nous, répondez à ce message et il sera rouvert.`,
  survey: `Bonjour {{customer.name}},

votre dossier {{case.number}} est terminé. Un clic suffit pour nous dire comment nous avons travaillé ; cela prend moins d'une minute.`,
  assignment: `Bonjour,

{{agent.name}} vous demande de prendre en charge ce travail. Notre référence est {{task.reference}}.

{{task.title}}

{{task.description}}

{{task.checklist}}

Il est à faire pour le {{task.due}}.

Merci de répondre à ce message pour l'accepter, pour toute question et quand il est terminé. Laissez la référence dans l'objet, pour que votre réponse rejoigne le travail.`,
};

export const dutch: ShippedTexts = {
  acknowledgement: `Beste {{customer.name}},

we hebben uw bericht ontvangen en er zaak {{case.number}} voor geopend. U krijgt binnen {{firstResponse.target}} antwoord.

Wilt u iets toevoegen, beantwoord dan gewoon deze e-mail.`,
  calmAcknowledgement: `Beste {{customer.name}},

we hebben gelezen dat er iets is misgegaan en dat spijt ons. Uw bericht is zaak {{case.number}}. Iemand kijkt er persoonlijk naar en antwoordt u binnen {{firstResponse.target}}.

Wilt u iets toevoegen, beantwoord dan gewoon deze e-mail.`,
  outsideHours: `Beste {{customer.name}},

we hebben uw bericht ontvangen en er zaak {{case.number}} voor geopend. Op dit moment is er niemand aan het werk; we zijn terug op {{hours.back}} en antwoorden u dan.

Wilt u iets toevoegen, beantwoord dan gewoon deze e-mail.`,
  calmOutsideHours: `Beste {{customer.name}},

we hebben gelezen dat er iets is misgegaan en dat spijt ons. Uw bericht is zaak {{case.number}}. Op dit moment is er niemand aan het werk; we zijn terug op {{hours.back}} en pakken het dan op.

Wilt u iets toevoegen, beantwoord dan gewoon deze e-mail.`,
  stillWorking: `Beste {{customer.name}},

kort over zaak {{case.number}}: we werken er nog aan en zijn u niet vergeten. U hoort van ons zodra er nieuws is.`,
  confirmSolved: `Beste {{customer.name}},

volgens ons is zaak {{case.number}} opgelost. Klopt dat? Ontbreekt er nog iets, beantwoord dan deze e-mail en we gaan verder. Is alles in orde, dan hoeft u niets te doen.`,
  closing: `Beste {{customer.name}},

we hebben niets meer van u gehoord over zaak {{case.number}} en hebben die gesloten. Hebt u ons nog nodig, beantwoord dan deze e-mail en de zaak wordt weer geopend.`,
  survey: `Beste {{customer.name}},

uw zaak {{case.number}} is afgerond. Met één klik laat u ons weten hoe we het deden; het kost nog geen minuut.`,
  assignment: `Goedendag,

{{agent.name}} vraagt u dit werk op u te nemen. Onze referentie is {{task.reference}}.

{{task.title}}

{{task.description}}

{{task.checklist}}

Het moet klaar zijn op {{task.due}}.

Beantwoord deze e-mail als u het werk aanneemt, als u een vraag hebt en als het klaar is. Laat de referentie in het onderwerp staan, dan komt uw antwoord bij het werk terecht.`,
};

import type { ShippedTexts } from './shipped-texts.ts';

export const english: ShippedTexts = {
  acknowledgement: `Hello {{customer.name}},

we have received your message and opened case {{case.number}} for it. Somebody will answer you within {{firstResponse.target}}.

If you want to add something, just answer this mail.`,
  calmAcknowledgement: `Hello {{customer.name}},

we have read that something went wrong, and we are sorry for the trouble. Your message is case {{case.number}}. A person is looking into it and will answer you within {{firstResponse.target}}.

If you want to add something, just answer this mail.`,
  outsideHours: `Hello {{customer.name}},

we have received your message and opened case {{case.number}} for it. Nobody is at work at the moment; we are back on {{hours.back}} and will answer you then.

If you want to add something, just answer this mail.`,
  calmOutsideHours: `Hello {{customer.name}},

we have read that something went wrong, and we are sorry for the trouble. Your message is case {{case.number}}. Nobody is at work at the moment; we are back on {{hours.back}} and will take it up then.

If you want to add something, just answer this mail.`,
  stillWorking: `Hello {{customer.name}},

a short word on case {{case.number}}: we are still working on it and have not forgotten you. You will hear from us as soon as there is news.`,
  confirmSolved: `Hello {{customer.name}},

we believe that case {{case.number}} is solved. Is it? If something is still missing, answer this mail and we go on. If all is well, you need do nothing.`,
  closing: `Hello {{customer.name}},

we have not heard from you about case {{case.number}} and have closed it. If you still need us, answer this mail and it is opened again.`,
  survey: `Hello {{customer.name}},

your case {{case.number}} is finished. One click tells us how we did; it takes less than a minute.`,
  assignment: `Hello,

{{agent.name}} asks you to take on this work. Our reference is {{task.reference}}.

{{task.title}}

{{task.description}}

{{task.checklist}}

It is due on {{task.due}}.

Please answer this mail when you can take it on, when you have a question, and when it is done. Leave the reference in the subject, so that your answer finds the work.`,
};

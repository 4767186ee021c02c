import { isFailure } from '../../domain/failure.ts';
import type { IncomingMail } from '../../domain/mail/mail.ts';
import type { IntakeDeps } from './deps.ts';
import type { ReadPart } from './study-mail.ts';

/** Reports are read with the mail they return, which tells most surely what they are about. */
export function partReader({ mailbox }: Pick<IntakeDeps, 'mailbox'>, mail: IncomingMail): ReadPart {
  return async ({ id, bytes }) => {
    if (bytes !== undefined || mail.graphId === null) return bytes ?? null;
    try {
      return (await mailbox.attachment(mail.mailbox, mail.graphId, id)).bytes;
    } catch (error) {
      if (!isFailure(error, 'not-found')) throw error;
      return null;
    }
  };
}

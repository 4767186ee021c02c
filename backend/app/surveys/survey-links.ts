import type { Ticket } from '../../domain/survey/ticket.ts';
import { readTicket, ticketText } from '../../domain/survey/ticket.ts';
import type { Signer } from '../../ports/signer.ts';

/** Makes and reads the links by which customers say how content they are. */
export interface SurveyLinks {
  /** Address of the page on which the customer answers. */
  to(ticket: Ticket): string;
  /** What a link of ours names; null for one that we never made. */
  read(text: string): Ticket | null;
}

/** @param publicUrl without a slash at the end */
export function surveyLinks(signer: Signer, publicUrl: string): SurveyLinks {
  return {
    to(ticket) {
      const text = ticketText(ticket);
      return `${publicUrl}/survey/${text}.${signer.sign(`survey ${text}`)}`;
    },
    read(signed) {
      const end = signed.lastIndexOf('.');
      const text = signed.slice(0, Math.max(0, end));
      return signer.isSigned(`survey ${text}`, signed.slice(end + 1)) ? readTicket(text) : null;
    },
  };
}

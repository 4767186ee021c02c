/** Words with a number that are no tickets of anybody. */
const noTickets = /^(?:HC|UTF|ISO|DIN|EN|IEC|RFC|SHA|CVE|COVID|IPV|WIN|MP|USB|PS|RE|FW|AW|WG)-/;

const numbered = /\b(?:INC|RITM|REQ|CHG|CTASK|SCTASK|TASK|PRB|CS|CAS|SR|CALL)\d{5,12}\b/g;
const keyed = /(?<![\w-])[A-Z][A-Z0-9]{1,9}-\d{1,8}(?:-[A-Z0-9]{4,8})?(?![\w-])/g;
const worded =
  /(?:ticket|case|incident|request|issue|vorgang|anfrage|fall|dossier|demande|caso|incidencia|chamado|zaak|ärende)[\s-]{0,2}(?:id|no|nr|number|nummer)?[.:#\s]{1,4}(\d{4,12})(?!\d)/giu;
const hashed = /(?:\[#|##|\(#)(\d{3,12})(?:\]|##|\))/g;

/**
 * Numbers of other people's ticket systems in a subject: ServiceNow (INC0012345), Jira (VPN-17), Dynamics
 * (CAS-01234-X1Y2Z3), "Ticket 12345", [#12345]. Each once, at most five. Our own numbers are not among them.
 */
export function foreignTickets(subject: string): string[] {
  const text = subject.slice(0, 500);
  const whole = [...text.matchAll(numbered), ...text.matchAll(keyed)].map(([ticket]) => ticket);
  const digits = [...text.matchAll(worded), ...text.matchAll(hashed)].map((match) => `#${match[1] ?? ''}`);
  return [...new Set([...whole.filter((ticket) => !noTickets.test(ticket)), ...digits])].slice(0, 5);
}

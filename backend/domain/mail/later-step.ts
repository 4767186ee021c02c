import type { Instant, LaterStep, MailFate } from './mail.ts';

/** The fate with a step that was taken after it was recorded; null where that is known already, or no times are. */
export function withStep(fate: MailFate, step: LaterStep, at: Instant): MailFate | null {
  const { noted, steps } = fate;
  if (noted === undefined || steps === undefined || steps[step] !== undefined) return null;
  return { ...fate, steps: { ...steps, [step]: Math.max(0, Date.parse(at) - Date.parse(noted.at)) } };
}

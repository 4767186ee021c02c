import type { SupportCase } from '../case/case.ts';
import { assignTo, type Changed, editFields, moveToStatus, settle } from '../case/change.ts';
import type { Instant } from '../mail/mail.ts';
import { endedStatuses } from '../vocabulary.ts';
import type { ImportedChange } from './imported-case.ts';

/** A case with what a row says of it. @throws Failure `conflict` for a status that may not follow */
export function applyImported(before: SupportCase, change: ImportedChange, at: Instant): Changed {
  const { status, assignee, resolution, ...fields } = change;
  let { value } = editFields(before, fields, at);
  if (assignee !== undefined && assignee !== value.assignee) value = assignTo(value, assignee, undefined, at).value;
  if (status !== undefined) value = moveToStatus(value, status, at, resolution ?? null).value;
  if (resolution !== undefined && endedStatuses.includes(value.status)) value = { ...value, resolution };
  return settle(before, value, at);
}

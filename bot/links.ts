import type { MailBecame } from '../backend/domain/vocabulary.ts';

/** The tab's list of cases. */
export function listUrl(publicUrl: string): string {
  return new URL('/tab/', publicUrl).href;
}

/** What became of each mail, or the mails that became this. */
export function fatesUrl(publicUrl: string, became?: MailBecame): string {
  return new URL(`/tab/?page=operations${became === undefined ? '' : `&became=${became}`}`, publicUrl).href;
}

/** The tab with one case open. */
export function caseUrl(publicUrl: string, number: string): string {
  return new URL(`/tab/?case=${encodeURIComponent(number)}`, publicUrl).href;
}

/** The tab's page of one's own work, tasks included. */
export function workUrl(publicUrl: string): string {
  return new URL('/tab/?page=work', publicUrl).href;
}

export function dashboardUrl(publicUrl: string): string {
  return new URL('/tab/?page=dashboard', publicUrl).href;
}

/** One saved report, with its files. */
export function reportUrl(publicUrl: string, id: string): string {
  return new URL(`/tab/?page=reports&report=${encodeURIComponent(id)}`, publicUrl).href;
}

/** The number of the case that a link of ours opens; undefined for any other link. */
export function caseInLink(publicUrl: string, link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  const ours = new URL(publicUrl);
  if (url.host !== ours.host) return undefined;
  const named = url.searchParams.get('case') ?? '';
  return /^HC-\d{1,9}$/iu.test(named) ? named.toUpperCase() : undefined;
}

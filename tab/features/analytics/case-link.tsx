import type { ComponentPropsWithoutRef, MouseEvent } from 'react';
import type { CaseFilterQuery } from '../../../backend/contracts/case.ts';
import { useNavigation } from '../../navigation.tsx';
import { readRoute } from '../../route.ts';

/** The address of the list that holds exactly the cases of a query; null for null. */
export function listAddress(query: CaseFilterQuery | null): string | null {
  if (query === null) return null;
  const params = new URLSearchParams({ view: 'all' });
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return `?${params.toString().replaceAll('%2C', ',')}`;
}

type CaseLinkProps = { address: string | null } & ComponentPropsWithoutRef<'a'>;

/** A link to a list of cases; where there is no list, something that looks the same and leads nowhere. */
export function CaseLink({ address, ...rest }: CaseLinkProps) {
  const { go } = useNavigation();
  if (address === null) return <a role="link" aria-disabled="true" {...rest} />;
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(readRoute(address));
  };
  return <a href={window.location.pathname + address} onClick={follow} {...rest} />;
}

import type { Role, Surface } from '../vocabulary.ts';

/** Whoever acts. `role` is null for customers and for the product itself, who act without permission of their own. */
export interface Actor {
  /** Entra object id of a person; `customer:<address>` for a customer; `system` for the product. */
  id: string;
  name: string;
  role: Role | null;
  surface: Surface;
}

export const system: Actor = { id: 'system', name: 'HandyConnect', role: null, surface: 'system' };

export function customerActor(address: string, name: string): Actor {
  return { id: `customer:${address.toLowerCase()}`, name: name || address, role: null, surface: 'mail' };
}

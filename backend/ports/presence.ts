export type PresenceState = 'available' | 'busy' | 'away' | 'out_of_office' | 'unknown';

/** Where people are, as Microsoft 365 sees it. */
export interface Presence {
  /** By agent id; who is missing is unknown. Never throws: not knowing is an answer. */
  of(agentIds: string[]): Promise<Map<string, PresenceState>>;
}

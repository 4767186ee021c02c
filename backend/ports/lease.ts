/** At most one process holds a named lease at a time. */
export interface Lease {
  /** True when this process holds the lease for the next `ttlMs`. */
  hold(name: string, ttlMs: number): Promise<boolean>;
  release(name: string): Promise<void>;
}

/** What the emulator has seen since it started or was reset. */
export interface EmulatorStats {
  /** Requests by method and route, such as `GET /users/{mailbox}/messages/{id}`. */
  requests: Record<string, number>;
  /** The most requests that were open at the same time, by mailbox. */
  maxConcurrent: Record<string, number>;
  notifications: { sent: number; dropped: number; retried: number; lost: number };
}

export interface StatsKeeper {
  stats: EmulatorStats;
  /** Returns what to call when the request is over. */
  begin(mailbox: string | undefined): () => void;
  count(route: string): void;
  reset(): void;
}

export function createStats(): StatsKeeper {
  const open = new Map<string, number>();
  const stats: EmulatorStats = {
    requests: {},
    maxConcurrent: {},
    notifications: { sent: 0, dropped: 0, retried: 0, lost: 0 },
  };

  function begin(mailbox: string | undefined): () => void {
    if (mailbox === undefined) return () => {};
    const now = (open.get(mailbox) ?? 0) + 1;
    open.set(mailbox, now);
    stats.maxConcurrent[mailbox] = Math.max(stats.maxConcurrent[mailbox] ?? 0, now);
    return () => open.set(mailbox, (open.get(mailbox) ?? 1) - 1);
  }

  return {
    stats,
    begin,
    count: (route) => {
      stats.requests[route] = (stats.requests[route] ?? 0) + 1;
    },
    reset: () => {
      stats.requests = {};
      stats.maxConcurrent = {};
      stats.notifications = { sent: 0, dropped: 0, retried: 0, lost: 0 };
    },
  };
}

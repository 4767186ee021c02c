/**
 * How long sending waits for an answer that does not come: a claim outlives a call to Graph with all its retries, and
 * Exchange shows a mail among the sent ones within a minute after it took it.
 */
export const sendPatience = { claimMs: 40_000, lookMs: 60_000 };

/** A reply can be taken back for so long. */
export const undoMs = 15_000;

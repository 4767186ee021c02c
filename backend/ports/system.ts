import type { Instant } from '../domain/mail/mail.ts';

export interface Clock {
  now(): Instant;
  /** Milliseconds since the epoch. */
  nowMs(): number;
}

export interface Ids {
  /** A fresh case id: 24 lower-case hex digits. */
  caseId(): string;
  /** The same parts always give the same id: 24 lower-case hex digits (of SHA-256). Makes repeated operations one. */
  derived(...parts: string[]): string;
  /** SHA-256 as 64 lower-case hex digits. */
  hash(text: string): string;
  /** 128 random bits, url-safe. */
  secret(): string;
}

/** Structured log. `event` is a constant sentence; facts go into fields. Never mail text, never secrets. */
export interface Log {
  debug(event: string, fields?: Record<string, unknown>): void;
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
  with(fields: Record<string, unknown>): Log;
}

import type { endpoints } from '../../contracts/endpoints.ts';
import type { Handlers } from '../call.ts';

/** A handler for every row of the table of endpoints. */
export type ApiHandlers = Handlers<typeof endpoints>;

import type { Request, Response, Server } from 'restify';
import { addRoute } from './mount.ts';
import { readJson, usualBodyLimit } from './read-body.ts';
import { type ProblemContext, respondProblem } from './respond.ts';

/** What the Bot Framework's adapter wants: the parsed body on the request, and restify's `status`, `send` and `end`. */
export type BotMessages = (request: Request, response: Response) => Promise<void>;

/** Where the Bot Framework posts activities. The adapter checks the token itself. */
export function mountBotMessages(server: Server, process: BotMessages, context: Omit<ProblemContext, 'route'>): void {
  addRoute(server, 'POST', '/api/messages', async (request, response) => {
    try {
      request.body = (await readJson(request, usualBodyLimit)).value;
      await process(request, response);
    } catch (error) {
      respondProblem(response, error, { ...context, route: 'bot.messages' });
    }
  });
}

import { type GraphRequest, type Routes, readJson } from './router.ts';
import { context } from './routes-messages.ts';
import type { HeldSubscription, SubscriptionBook } from './subscription-book.ts';

/** Asking to be told of changes. */
export function subscriptionRoutes(book: SubscriptionBook): Routes {
  const show = (request: GraphRequest, { shown }: HeldSubscription) => ({
    '@odata.context': context(request),
    ...shown,
    // Graph never shows it again.
    clientState: null,
  });
  const one = '/subscriptions/{id}';
  return {
    'GET /subscriptions': (request) => {
      const value = book.active().map(({ shown }) => ({ ...shown, clientState: null }));
      return { status: 200, json: { '@odata.context': context(request), value } };
    },
    'POST /subscriptions': async (request) => {
      const held = await book.create(readJson(request), request.prefer.immutable);
      return { status: 201, json: { ...show(request, held), clientState: held.shown.clientState } };
    },
    [`GET ${one}`]: (request) => ({ status: 200, json: show(request, book.get(request.path.id ?? '')) }),
    [`PATCH ${one}`]: (request) => ({
      status: 200,
      json: show(request, book.renew(request.path.id ?? '', readJson(request))),
    }),
    [`POST ${one}/reauthorize`]: (request) => {
      book.get(request.path.id ?? '');
      return { status: 204 };
    },
    [`DELETE ${one}`]: (request) => {
      book.remove(request.path.id ?? '');
      return { status: 204 };
    },
  };
}

import type { Operation, ResponseObject } from './openapi-types.ts';

/** The doors that Microsoft's services knock at, for completeness: nobody else calls them. */
export function microsoftPaths(): Record<string, Record<string, Operation>> {
  const validation = {
    name: 'validationToken',
    in: 'query',
    required: false,
    description: 'Echoed as plain text when Graph makes a subscription.',
    schema: { type: 'string' },
  } as const;
  const graph = { '200': plain('The validation token'), '202': plain('Stored'), '503': plain('Not stored; try again') };
  const believed = 'Needs no token: a notification is believed by its clientState.';
  return {
    '/graph/notifications': {
      post: operation('graphNotifications', 'Change notifications of Microsoft Graph', believed, [validation], graph),
    },
    '/graph/lifecycle': {
      post: operation('graphLifecycle', 'Lifecycle notifications of Microsoft Graph', believed, [validation], graph),
    },
    '/api/messages': {
      post: operation('botMessages', 'Activities of the Bot Framework', 'Takes the Bot Framework’s own token.', [], {
        '200': plain('Handled, with the answer to an invoke'),
        '401': plain('No token of the Bot Framework'),
      }),
    },
  };
}

function operation(
  operationId: string,
  summary: string,
  description: string,
  parameters: Operation['parameters'],
  responses: Record<string, ResponseObject>,
): Operation {
  const requestBody = { required: false, content: { 'application/json': { schema: { type: 'object' } } } };
  return {
    operationId,
    tags: ['Microsoft 365'],
    summary,
    description,
    security: [],
    parameters,
    requestBody,
    responses,
  };
}

function plain(description: string): ResponseObject {
  return { description };
}

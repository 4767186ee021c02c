import type { VersionedCase } from '../../backend/app/app.ts';
import type { ReplyUseCases } from '../../backend/app/replies/reply-use-cases.ts';
import { aMessage } from '../builders/stored.ts';

/** Answering as far as the face needs it: everything is sent to whoever is named. */
export function fakeReplies(get: (ref: string) => VersionedCase): ReplyUseCases {
  return {
    replyToCase: async (_actor, ref, { text = '', to = [], cc = [] }) => {
      const value = get(ref);
      const message = aMessage(value.value.id, { direction: 'outbound', visibleText: text, to, cc });
      return { message, case: value, created: true };
    },
    checkReply: async (ref) => {
      get(ref);
      const nobody = { to: [], cc: [], added: [], dropped: [], changed: false };
      return { ...nobody, answers: null, otherCases: {}, forgottenFile: false, answeredBy: null };
    },
    undoSend: async (_actor, ref) => get(ref),
    sendAgain: async (_actor, ref) => get(ref),
    fillTemplate: async (_actor, { text }) => ({ text, html: `<p>${text}</p>`, blanks: [] }),
  };
}

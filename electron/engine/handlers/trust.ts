/** The user's key and the known ones. They belong to the laptop; a case need not be open. */
import type { trustCalls } from '../../../shared/contract/trust-calls.ts';
import { forgetSigner, listSigners, saveSigner } from '../../services/trust/signers.ts';
import type { EngineContext, HandlersFor } from '../context.ts';

const nobody = { id: 'nobody', name: '' };
const list = ({ profile, author }: EngineContext) => listSigners(profile, author?.() ?? nobody);
const now = (): string => new Date().toISOString();

export const trustHandlers: HandlersFor<keyof typeof trustCalls> = {
  'signer/list': (context) => list(context),
  'signer/save': (context, change) => {
    saveSigner(context.profile, change, now());
    return list(context);
  },
  'signer/forget': (context, { publicKey }) => {
    forgetSigner(context.profile, publicKey);
    return list(context);
  },
};

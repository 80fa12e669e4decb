import { z } from 'zod';

const signatures = z.record(z.string(), z.record(z.string(), z.string()));
const answerSchema = z.object({
  master_keys: z.record(z.string(), z.unknown()).default({}),
  self_signing_keys: z.record(z.string(), z.object({ keys: z.record(z.string(), z.string()) })).default({}),
  device_keys: z
    .record(z.string(), z.record(z.string(), z.object({ signatures: signatures.default({}) })))
    .default({}),
});

export interface PublishedIdentity {
  /** The homeserver gives a cross-signing identity to whoever asks. */
  readonly exists: boolean;
  /** It gives with the device a signature by that identity; whether the signature is right is for the machine to say. */
  readonly deviceSigned: boolean;
}

/** What others are told of our user, from the answer of POST /keys/query: the only proof that an upload has arrived. */
export const publishedIdentity = (answer: unknown, userId: string, deviceId: string): PublishedIdentity => {
  const {
    master_keys: masters,
    self_signing_keys: signers,
    device_keys: devices,
  } = answerSchema.parse(answer);
  const signerIds = Object.keys(signers[userId]?.keys ?? {});
  const signed = devices[userId]?.[deviceId]?.signatures[userId] ?? {};
  return { exists: masters[userId] !== undefined, deviceSigned: signerIds.some((id) => id in signed) };
};

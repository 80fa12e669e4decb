import {
  type CryptoApi,
  VerificationPhase,
  type VerificationRequest,
  VerifierEvent,
} from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { Trust, Verifying } from './person.ts';

/** What a person's client does to verify somebody's keys. */
export const verificationMethods = (crypto: () => CryptoApi) => ({
  async verifyIn(roomId: string, userId: string): Promise<string | null> {
    await crypto().getUserDeviceInfo([userId], true);
    return await cancelled(await crypto().requestVerificationDM(userId, roomId));
  },
  async verifyDevice(userId: string, deviceId: string): Promise<string | null> {
    return await cancelled(await crypto().requestDeviceVerification(userId, deviceId));
  },
  async beginVerification(userId: string, where: { roomId: string } | { deviceId: string }): Promise<void> {
    await crypto().getUserDeviceInfo([userId], true);
    watch(
      'roomId' in where
        ? await crypto().requestVerificationDM(userId, where.roomId)
        : await crypto().requestDeviceVerification(userId, where.deviceId),
    );
  },
  verifying: (): Verifying => verifying,
  confirmEmoji: (): Promise<void> => confirm(),
  async trusts(userId: string, deviceId: string): Promise<Trust> {
    const device = await crypto().getDeviceVerificationStatus(userId, deviceId);
    const user = await crypto().getUserVerificationStatus(userId);
    return { user: user.isVerified(), device: device?.localVerified ?? false };
  },
  async signOwnDevice(): Promise<void> {
    await crypto().bootstrapCrossSigning({
      authUploadDeviceSigningKeys: async (upload) => void (await upload(null)),
    });
  },
});

/** Code with which the other side has ended a verification. */
const cancelled = async (request: VerificationRequest): Promise<string | null> => {
  while (request.phase !== VerificationPhase.Cancelled && request.phase !== VerificationPhase.Done)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return request.cancellationCode;
};

/** The verification under way, as the client shows it. */
let verifying: Verifying = { emoji: null, ended: null };
let confirm = async (): Promise<void> => {};

/** Waits to be accepted, begins by emoji, and shows them. */
const follow = async (request: VerificationRequest): Promise<void> => {
  while (request.phase < VerificationPhase.Ready) await new Promise((resolve) => setTimeout(resolve, 50));
  if (request.phase !== VerificationPhase.Ready) throw new Error(request.cancellationCode ?? 'not ready');
  const verifier = await request.startVerification('m.sas.v1');
  verifier.on(VerifierEvent.ShowSas, ({ sas, confirm: agree }) => {
    verifying = { ...verifying, emoji: (sas.emoji ?? []).map(([symbol]) => symbol) };
    confirm = agree;
  });
  await verifier.verify();
};

const watch = (request: VerificationRequest): void => {
  verifying = { emoji: null, ended: null };
  follow(request).then(
    () => {
      verifying = { ...verifying, ended: 'done' };
    },
    (error: unknown) => {
      verifying = { ...verifying, ended: String(error) };
    },
  );
};

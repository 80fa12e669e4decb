import type { OlmMachine } from '@matrix-org/matrix-sdk-crypto-nodejs';

/** What `!etat` shows of the bot's device, for somebody who wants to check it in his client. */
export interface DeviceStatus {
  readonly deviceId: string;
  /** Ed25519 key of the device, in groups of four as Element shows it. */
  readonly fingerprint: string;
  /** The device bears the signature of the bot's identity. */
  readonly signed: boolean;
}

export const deviceStatus = async (machine: OlmMachine): Promise<DeviceStatus> => {
  const { deviceSigned } = await machine.crossSigning.ownIdentity();
  return {
    deviceId: machine.deviceId.toString(),
    fingerprint: inGroupsOfFour(machine.identityKeys.ed25519.toBase64()),
    signed: deviceSigned,
  };
};

const inGroupsOfFour = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? '';

import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';
import { type RoomMessage, type ToDeviceRequest, takeRoomMessage, takeToDeviceRequest } from './requests.ts';

/** A message of a verification, to be sent at once and then marked as sent. */
export type VerificationMessage = ToDeviceRequest | RoomMessage;

/** What both sides compare. */
export interface ShortString {
  /** Seven numbers from 0 to 63, of the emoji of the specification. */
  readonly emoji: readonly number[];
  /** Three numbers of four digits, the same in another form. */
  readonly decimals: readonly number[];
}

export type VerificationStage =
  /** Asked, and not accepted yet. */
  | { readonly kind: 'asked' }
  /** Accepted: the other side is to choose how. */
  | { readonly kind: 'ready' }
  /** The other side has begun, or keys are being exchanged. */
  | { readonly kind: 'begun' }
  | ({ readonly kind: 'shown' } & ShortString)
  /** We have said that they are the same. */
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'done' }
  /** `code`: that of the specification; `byUs`: the machine, or who decides for it. */
  | { readonly kind: 'cancelled'; readonly code: string; readonly byUs: boolean };

/** A verification by emoji that somebody has asked for. It is not kept on the disk. */
export class VerificationRequest {
  readonly #request: wasm.VerificationRequest;
  /** Kept, since the machine forgets it once it is over. */
  #sas: wasm.Sas | null = null;
  #listener: () => void = () => {};

  constructor(request: wasm.VerificationRequest) {
    this.#request = request;
  }

  /** Device that asks, or that has answered for the person. */
  get deviceId(): string | null {
    return this.#request.otherDeviceId?.toString() ?? null;
  }

  stage(): VerificationStage {
    const sas = this.#started();
    if (this.#request.isCancelled() || sas?.isCancelled()) return this.#cancelled();
    if (this.#request.isDone() || sas?.isDone()) return { kind: 'done' };
    if (sas === null) return { kind: this.#request.isReady() ? 'ready' : 'asked' };
    if (sas.haveWeConfirmed()) return { kind: 'confirmed' };
    const [emoji, decimals] = [sas.emojiIndex(), sas.decimals()];
    if (!sas.canBePresented() || emoji === undefined || decimals === undefined) return { kind: 'begun' };
    return { kind: 'shown', emoji: [...emoji], decimals: [...decimals] };
  }

  /** Calls `listener` after each change, time limits included. To be called once. */
  onChange(listener: () => void): void {
    this.#listener = listener;
    this.#request.registerChangesCallback(async () => listener());
  }

  /** Says that we are ready to compare emoji, and nothing else. */
  accept(): readonly VerificationMessage[] {
    return taken(this.#request.acceptWithMethods([wasm.VerificationMethod.SasV1]));
  }

  /** Accepts what the other side has begun; nothing when there is nothing to accept. */
  begin(): readonly VerificationMessage[] {
    const sas = this.#started();
    return sas === null || sas.hasBeenAccepted() ? [] : taken(sas.accept());
  }

  /** Says that both sides show the same. The signature that the machine makes of the person's identity is not kept. */
  async confirm(): Promise<readonly VerificationMessage[]> {
    const requests: (wasm.SignatureUploadRequest | OutgoingVerification)[] =
      (await this.#started()?.confirm()) ?? [];
    return requests.flatMap((request) => {
      if (!(request instanceof wasm.SignatureUploadRequest)) return taken(request);
      request.free();
      return [];
    });
  }

  /** @param code `m.mismatched_sas` once emoji are shown; before, the machine only says `m.user` */
  cancel(code: 'm.user' | 'm.mismatched_sas'): readonly VerificationMessage[] {
    const sas = this.#started();
    return taken(sas === null ? this.#request.cancel() : sas.cancelWithCode(code));
  }

  free(): void {
    this.#sas?.free();
    this.#request.free();
  }

  #started(): wasm.Sas | null {
    if (this.#sas !== null) return this.#sas;
    const verification = this.#request.getVerification();
    if (verification instanceof wasm.Sas) {
      this.#sas = verification;
      verification.registerChangesCallback(async () => this.#listener());
    } else verification?.free();
    return this.#sas;
  }

  #cancelled(): VerificationStage {
    const info = this.#sas?.cancelInfo() ?? this.#request.cancelInfo;
    const code = info?.cancelCode() ?? 'm.user';
    const byUs = info?.cancelledbyUs() ?? false;
    info?.free();
    return { kind: 'cancelled', code, byUs };
  }
}

type OutgoingVerification = wasm.ToDeviceRequest | wasm.RoomMessageRequest;

const taken = (request: OutgoingVerification | undefined): readonly VerificationMessage[] => {
  if (request === undefined) return [];
  return [request instanceof wasm.ToDeviceRequest ? takeToDeviceRequest(request) : takeRoomMessage(request)];
};

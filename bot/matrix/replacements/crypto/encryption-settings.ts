import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';

/** What matrix-bot-sdk fills from `m.room.encryption` and `m.room.history_visibility`. */
export class EncryptionSettings {
  /** undefined: an algorithm that nobody here knows. */
  algorithm: wasm.EncryptionAlgorithm | undefined = wasm.EncryptionAlgorithm.MegolmV1AesSha2;
  historyVisibility: wasm.HistoryVisibility = wasm.HistoryVisibility.Shared;
  /** Milliseconds, although the native package says microseconds: that is what matrix-bot-sdk 0.8 gives. */
  rotationPeriod = 604_800_000n;
  rotationPeriodMessages = 100n;
}

/** Converts, milliseconds to microseconds included. Throws on an unknown algorithm: such a room gets nothing from us. */
export function toWasmSettings(settings: EncryptionSettings): wasm.EncryptionSettings {
  if (settings.algorithm !== wasm.EncryptionAlgorithm.MegolmV1AesSha2) {
    throw new Error('Room encryption algorithm unknown to this bot');
  }
  const converted = new wasm.EncryptionSettings();
  converted.algorithm = settings.algorithm;
  converted.historyVisibility = settings.historyVisibility;
  converted.rotationPeriod = settings.rotationPeriod * 1000n;
  converted.rotationPeriodMessages = settings.rotationPeriodMessages;
  return converted;
}

/** `StoreType` of the native package; matrix-bot-sdk re-exports the type only, so pass the literal 0. */
export const StoreType = { Sqlite: 0 } as const;
export type StoreType = (typeof StoreType)[keyof typeof StoreType];

export class OlmMachine {}

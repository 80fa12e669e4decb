import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';

/** A request that the machine wants sent; its answer goes back through `markRequestAsSent(id, type, answer)`. */
export interface OutgoingRequest {
  readonly id: string;
  readonly type: wasm.RequestType;
  /** JSON. */
  readonly body: string;
}

/** What `shareRoomKey` returns. */
export interface ToDeviceRequest extends OutgoingRequest {
  readonly txnId: string;
  readonly eventType: string;
}

/** A message of a verification in a room. */
export interface RoomMessage extends OutgoingRequest {
  readonly roomId: string;
  readonly txnId: string;
  readonly eventType: string;
}

interface WasmRequest {
  readonly id: string | undefined;
  readonly type: wasm.RequestType;
  readonly body: string;
  free(): void;
}

/** Copies a request out of the bindings and frees it. Throws on a request without id, which cannot be marked as sent. */
export function takeRequest(request: WasmRequest): OutgoingRequest {
  const { id, type, body } = request;
  request.free();
  if (id === undefined) throw new Error(`Request of type ${type} without id`);
  return { id, type, body };
}

/** matrix-bot-sdk reads transaction id and event type from the body of some requests, and from the request of others. */
export function takeToDeviceRequest(request: wasm.ToDeviceRequest): ToDeviceRequest {
  const { event_type: eventType, txn_id: txnId } = request;
  const { id, type, body } = takeRequest(request);
  const messages = JSON.parse(body) as { messages: unknown };
  return {
    id,
    type,
    txnId,
    eventType,
    body: JSON.stringify({ ...messages, event_type: eventType, txn_id: txnId }),
  };
}

export function takeRoomMessage(request: wasm.RoomMessageRequest): RoomMessage {
  const { room_id: roomId, event_type: eventType, txn_id: txnId } = request;
  return { ...takeRequest(request), roomId, eventType, txnId };
}

export function takeOutgoing(request: wasm.OutgoingRequest): OutgoingRequest | RoomMessage {
  if (request instanceof wasm.ToDeviceRequest) return takeToDeviceRequest(request);
  return request instanceof wasm.RoomMessageRequest ? takeRoomMessage(request) : takeRequest(request);
}

/**
 * matrix-bot-sdk throws at signature uploads, room messages and key backups, which would break every sync. Room messages
 * and signatures are those of verifications (`verifications.ts`); cross-signing gets its uploads from the calls that cause
 * them.
 */
export function isSentBySdk(request: { readonly type: wasm.RequestType }): boolean {
  return request.type <= wasm.RequestType.ToDevice;
}

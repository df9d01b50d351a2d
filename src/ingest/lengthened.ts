/** Room for what is needed now and some more, so that it is seldom asked for. */
export function roomFor(count: number): number {
  return Math.ceil(count * 1.5);
}

/** `values` at the beginning of `room`, which is at least as long. */
export function lengthened<T extends Uint8Array | Uint16Array | Int32Array>(values: T, room: T): T {
  room.set(values);
  return room;
}

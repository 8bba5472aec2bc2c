/**
 * Random digits 0 … 9 and a … z. Four of them are a few per cent likelier than the others, which leaves 5.16 bits a digit
 * nearly whole.
 */
export const digits = (count: number): string =>
  // Not by `Array.from`: Prototype.js puts its own there, which takes no function.
  [...crypto.getRandomValues(new Uint8Array(count))].map((byte) => (byte % 36).toString(36)).join('')

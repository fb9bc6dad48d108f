/** A name that no other fact has: 16 signs, 64 random bits. */
export function newFactId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Bytes at once, so that their characters fit into one call. A multiple of three: the parts join without padding. */
const PART_BYTES = 30_000

/** Bytes as base64, for calls that carry text only. Pure. */
export function asBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += PART_BYTES) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PART_BYTES))))
  }
  return parts.join('')
}

import { expect, test } from 'vitest'
import { asBase64 } from './as-base64.ts'

test.each([0, 1, 2, 3, 29_999, 30_000, 30_001, 90_001])('%i bytes come back as they were', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256)
  const decoded = Uint8Array.from(atob(asBase64(bytes)), (letter) => letter.codePointAt(0) ?? 0)
  expect(decoded).toEqual(bytes)
})

import { expect, test } from 'vitest'
import { payloadContext } from './payload-context.ts'

test.each([
  [{ slug: 'acme' }, { slug: 'acme' }],
  [{ Board: 'acme' }, { slug: 'acme' }],
  [
    { board_token: 'acme', 'Company Name': 'Acme' },
    { slug: 'acme', company: 'Acme' },
  ],
  [{ COUNTRY: 'DE' }, { country: 'DE' }],
  [{ cc: 'de', 'country-code': 'AT' }, { country: 'AT' }],
  [{ slug: 'acme', board: 'other' }, { slug: 'acme' }],
  [{ Variant: 'com' }, { variant: 'com' }],
  [{}, {}],
])('%j is %j', (given, context) => {
  expect(payloadContext(given)).toEqual(context)
})

import { expect, test } from 'vitest'
import type { DocumentContent } from '#shared/documents.ts'
import { nextShown } from './shown-proposal.ts'

const content = (subject: string): DocumentContent => ({
  kind: 'letter',
  header: {
    name: '',
    headline: '',
    email: '',
    phone: '',
    city: '',
    countryCode: null,
    links: [],
    isPlaceShown: true,
  },
  recipient: { name: '', company: '', address: '' },
  dateLine: '',
  subject,
  greeting: '',
  paragraphs: [],
  closing: '',
  signature: '',
})

test('only what became different by itself counts as made anew', () => {
  const [base, proposal, other] = [content('base'), content('proposal'), content('other')]
  const [asked, askedNext] = [{ jobId: 1 }, { jobId: 1 }]
  const first = nextShown(null, { asked, base, proposal })
  expect(first.isRemade).toBe(false)
  expect(nextShown(first, { asked, base, proposal })).toBe(first)
  expect(nextShown(first, { asked, base, proposal: other }).isRemade).toBe(true)
  expect(nextShown(first, { asked, base: other, proposal }).isRemade).toBe(true)
  expect(nextShown(first, { asked: askedNext, base, proposal: other }).isRemade).toBe(false)
})

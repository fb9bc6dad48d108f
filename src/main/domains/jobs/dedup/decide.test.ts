import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jobIdSchema } from '#shared/ids.ts'
import { blockingKeys } from './blocking.ts'
import { candidateOf, type DedupCandidate, type DedupIncoming } from './candidate.ts'
import { compareCompanies, isRecruiter } from './compare-companies.ts'
import { compareTitles } from './compare-titles.ts'
import { couldBeSame, decide } from './decide.ts'
import { signatureOf } from './signature.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 23)
const TEXT = Array.from({ length: 120 }, (_, index) => `word${index}`).join(' ')

const INCOMING: DedupIncoming = {
  titleKey: 'data engineer',
  companyKey: 'acme',
  placeKey: 'berlin|DE',
  fingerprint: 'f1',
  countryCode: 'DE',
  seniority: 'unknown',
  workplace: 'unknown',
  language: 'en',
  postedAt: NOW,
  closesAt: null,
  signature: signatureOf(TEXT),
  sourceId: 'muse',
  sourcePostingId: '1',
  canonicalUrl: 'https://muse.example/1',
  requisitionId: null,
}

function stored(changes: Partial<DedupIncoming> & { id?: number; lastSeenAt?: number } = {}): DedupCandidate {
  const { id = 1, lastSeenAt, ...rest } = changes
  const other = { ...INCOMING, sourceId: 'arbeitnow', canonicalUrl: `https://arbeitnow.example/${id}`, ...rest }
  const candidate = candidateOf(other, { jobId: jobIdSchema.parse(id), city: 'Berlin', seenAt: other.postedAt ?? NOW })
  return { ...candidate, lastSeenAt: lastSeenAt ?? candidate.lastSeenAt }
}

function decideAmong(candidates: DedupCandidate[], changes: Partial<DedupIncoming> = {}) {
  const sourceName = (id: string) => ({ arbeitnow: 'Arbeitnow', muse: 'The Muse' })[id] ?? id
  return decide({ incoming: { ...INCOMING, ...changes }, candidates, now: NOW, sourceName })
}

describe('decide', () => {
  it('says why in a sentence that names the source and the distance', () => {
    expect(decideAmong([stored({ postedAt: NOW - 3 * DAY_MS })])).toEqual({
      kind: 'merge',
      jobId: 1,
      layer: 'fingerprint',
      reason: 'Same title, company and place as on Arbeitnow, 3 days apart',
      score: null,
    })
    expect(decideAmong([stored({ canonicalUrl: INCOMING.canonicalUrl })])).toMatchObject({
      layer: 'url',
      reason: 'Same web address as on Arbeitnow, posted the same day',
    })
    const typo = decideAmong([stored({ titleKey: 'data enginer', fingerprint: 'f2', postedAt: null })])
    expect(typo).toMatchObject({
      layer: 'fuzzy',
      reason: 'Similar title, same company, same place and 100 % of the text as on Arbeitnow',
    })
  })

  it('prefers the surest layer, then the job that was seen last', () => {
    const byUrl = stored({ id: 1, canonicalUrl: INCOMING.canonicalUrl, postedAt: NOW - 20 * DAY_MS })
    const older = stored({ id: 2, postedAt: NOW - 9 * DAY_MS })
    const newer = stored({ id: 3, postedAt: NOW - 2 * DAY_MS })
    expect(decideAmong([older, newer])).toMatchObject({ jobId: 3, layer: 'fingerprint' })
    expect(decideAmong([newer, byUrl, older])).toMatchObject({ jobId: 1, layer: 'url' })
  })

  it.each([
    [
      'a posting that is still listed after months',
      { postedAt: NOW - 90 * DAY_MS, lastSeenAt: NOW - DAY_MS },
      {},
      'merge',
    ],
    [
      'one that has not been seen for 31 days',
      { postedAt: NOW - 60 * DAY_MS, lastSeenAt: NOW - 31 * DAY_MS },
      {},
      'repost',
    ],
    ['no dates at all, seen last week', { postedAt: null, lastSeenAt: NOW - 7 * DAY_MS }, { postedAt: null }, 'merge'],
    [
      'no dates at all, seen 40 days ago',
      { postedAt: null, lastSeenAt: NOW - 40 * DAY_MS },
      { postedAt: null },
      'repost',
    ],
    ['one that was over more than a year ago', { postedAt: NOW - 400 * DAY_MS }, {}, 'new'],
    ['an older posting that is read later', {}, { postedAt: NOW - 60 * DAY_MS }, 'new'],
    [
      'a repost without a date after the closing date',
      { postedAt: NOW - 20 * DAY_MS, closesAt: NOW - 5 * DAY_MS },
      { postedAt: null },
      'repost',
    ],
  ] as const)('keeps to the time in which a job was open: %s', (_what, candidate, incoming, kind) => {
    expect(decideAmong([stored(candidate)], incoming)).toMatchObject({ kind })
  })

  it('links what is posted again after a job was over, and merges it into a job that is open', () => {
    const over = {
      ...stored({ id: 1, postedAt: NOW - 40 * DAY_MS, lastSeenAt: NOW - 12 * DAY_MS }),
      closedAt: NOW - 12 * DAY_MS,
    }
    expect(decideAmong([over])).toEqual({
      kind: 'repost',
      jobId: 1,
      reason: 'Posted again 12 days after it closed on Arbeitnow',
    })
    expect(decideAmong([over, stored({ id: 2, postedAt: NOW - 3 * DAY_MS })])).toMatchObject({
      kind: 'merge',
      jobId: 2,
    })
    const unseen = stored({ postedAt: NOW - 90 * DAY_MS, lastSeenAt: NOW - 75 * DAY_MS })
    expect(decideAmong([unseen])).toMatchObject({
      kind: 'repost',
      reason: 'Posted again 75 days after it was last seen on Arbeitnow',
    })
  })

  it('lets a listing of before the closing join the job that has closed since', () => {
    const over = { ...stored({ postedAt: NOW - 20 * DAY_MS }), closedAt: NOW - DAY_MS }
    expect(decideAmong([over], { postedAt: NOW - 5 * DAY_MS })).toMatchObject({ kind: 'merge' })
  })

  it('takes a requisition id as the same however it is written, and a fresh one as another opening', () => {
    const candidate = { ...stored(), requisitionIds: ['jr-11111'] }
    expect(decideAmong([candidate], { requisitionId: 'JR11111' })).toMatchObject({ kind: 'merge' })
    expect(decideAmong([candidate], { requisitionId: 'JR22222' })).toEqual({ kind: 'new' })
  })

  it('asks the text where one source lists an opening under two ids', () => {
    const halfTheText = signatureOf(
      TEXT.split(' ').slice(0, 84).join(' ') +
        ' other'.repeat(1) +
        Array.from({ length: 60 }, (_, index) => ` else${index}`).join(''),
    )
    expect(decideAmong([stored({ sourceId: 'arbeitnow', signature: halfTheText })])).toMatchObject({ kind: 'merge' })
    expect(decideAmong([stored({ sourceId: 'muse', signature: halfTheText })])).toEqual({ kind: 'new' })
  })

  it('never holds a candidate back that it would merge', () => {
    const isNeverHeldBack = fc.property(someIncoming, someIncoming, (a, b) => {
      const candidate = stored({ ...b, canonicalUrl: b.canonicalUrl })
      const decision = decide({ incoming: a, candidates: [candidate], now: NOW, sourceName: (id) => id })
      return decision.kind === 'new' || couldBeSame(a, candidate)
    })
    expect(fc.check(isNeverHeldBack, { numRuns: 3000 }).counterexample).toBeNull()
  })

  it('decides the same whichever posting came first', () => {
    fc.assert(
      fc.property(someIncoming, someIncoming, (a, b) => {
        const one = decide({ incoming: a, candidates: [stored(b)], now: NOW, sourceName: (id) => id })
        const other = decide({ incoming: b, candidates: [stored(a)], now: NOW, sourceName: (id) => id })
        expect(one.kind === 'merge').toBe(other.kind === 'merge')
      }),
      { numRuns: 3000 },
    )
  })

  it('never merges levels, unnamed companies or two named cities', () => {
    fc.assert(
      fc.property(someIncoming, someIncoming, (a, b) => {
        const decision = decide({ incoming: a, candidates: [stored(b)], now: NOW, sourceName: (id) => id })
        if (decision.kind !== 'merge' || decision.layer === 'url') return
        expect(a.titleKey.includes('senior')).toBe(b.titleKey.includes('senior'))
        expect(a.companyKey).not.toBe('')
        expect([a.placeKey, b.placeKey].sort()).not.toEqual(['berlin|DE', 'munich|DE'])
      }),
      { numRuns: 3000 },
    )
  })
})

const texts = [TEXT, `${TEXT} and more of it here`, TEXT.split(' ').slice(0, 70).join(' '), 'short', ''].map((text) =>
  signatureOf(text),
)
const someIncoming: fc.Arbitrary<DedupIncoming> = fc
  .record({
    titleKey: fc.constantFrom('data engineer', 'data engineer senior', 'data enginer', 'data engineer payments'),
    companyKey: fc.constantFrom('acme', 'acme group', 'nordwind analytics', 'nordwind analitycs', ''),
    placeKey: fc.constantFrom('berlin|DE', 'munich|DE', 'berlin|', '|DE', 'remote;|DE', '', 'berlin|DE;munich|DE'),
    workplace: fc.constantFrom('unknown', 'remote', 'onsite'),
    signature: fc.constantFrom(...texts),
    canonicalUrl: fc.constantFrom('https://a.example/1', 'https://a.example/2', 'https://a.example/3'),
    requisitionId: fc.constantFrom(null, 'JR11111', 'JR22222'),
    sourceId: fc.constantFrom('muse', 'arbeitnow'),
    postedAt: fc.constantFrom(NOW, NOW - 20 * DAY_MS, NOW - 50 * DAY_MS),
    seniority: fc.constantFrom('unknown', 'senior'),
  })
  .map((parts) => ({
    ...INCOMING,
    ...parts,
    fingerprint: parts.companyKey === '' ? '' : `${parts.titleKey} ${parts.companyKey} ${parts.placeKey}`,
  }))

describe('compareTitles', () => {
  it.each([
    ['data engineer', 'data engineer', 'same'],
    ['data engineer', 'data enginer', 'variant'],
    ['developer java', 'engineer java', 'variant'],
    ['softwareentwickler', 'entwickler software', 'variant'],
    ['data engineer', 'data engineer payments', 'longer'],
    ['data engineer payments', 'data engineer search', 'different'],
    ['2 engineer', '3 engineer', 'different'],
    ['engineer senior', 'engineer', 'different'],
    ['java', 'javascript', 'different'],
    ['', '', 'different'],
  ])('%s / %s: %s', (a, b, verdict) => {
    expect(compareTitles(a, b).verdict).toBe(verdict)
    expect(compareTitles(b, a)).toEqual(compareTitles(a, b))
  })
})

describe('compareCompanies', () => {
  it.each([
    ['acme', 'acme', 'same'],
    ['data dog', 'datadog', 'same'],
    ['acme', 'acme deutschland', 'related'],
    ['siemens healthineers', 'siemens healthiners', 'typo'],
    ['nordwind systems', 'nordwind solutions', 'different'],
    ['kruidhof', 'kruidhof supermarkten', 'namesake'],
    ['sternberg versicherungen', 'sternberg versicherungsverein', 'namesake'],
    ['bank amber', 'bank', 'different'],
    ['atelier numa', 'atelier nuna', 'typo'],
    ['meta', 'metallica', 'different'],
    ['aral', 'oral', 'different'],
    ['', '', 'different'],
  ])('%s / %s: %s', (a, b, verdict) => {
    expect(compareCompanies(a, b).verdict).toBe(verdict)
    expect(compareCompanies(b, a)).toEqual(compareCompanies(a, b))
  })

  it.each([
    ['hays', true],
    ['randstad deutschland', true],
    ['brandt personalberatung', true],
    ['wise', false],
    ['acme', false],
  ])('knows who places people with others: %s', (company, expected) => {
    expect(isRecruiter(company)).toBe(expected)
  })
})

describe('blockingKeys', () => {
  it('spares lookups that could find nothing but strangers', () => {
    expect(blockingKeys({ ...INCOMING, companyKey: '' })).toEqual({
      canonicalUrl: INCOMING.canonicalUrl,
      titleAndPlace: null,
      companyKey: null,
      similarCompany: null,
    })
    const titleKeys = ['data engineer', 'data developer']
    expect(blockingKeys(INCOMING)).toMatchObject({
      titleAndPlace: { titleKeys, placeKey: 'berlin|DE' },
      similarCompany: { from: 'acme', to: 'acmf', titleKeys },
    })
  })
})

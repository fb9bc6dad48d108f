import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { placeSchema, senioritySchema, workplaceSchema } from '#shared/facts.ts'
import { jobIdSchema } from '#shared/ids.ts'
import { SILENT_FACTS } from '../facts-json.ts'
import { normalise } from '../pipeline/normalise.ts'
import type { ReadPosting } from '../posting.ts'
import { candidateOf, incomingOf, type DedupDecision } from './candidate.ts'
import { createClusters } from './clusters/clusters.ts'
import { decide } from './decide.ts'
import pairs from './fixtures/pairs.json' with { type: 'json' }

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 23)

const sideSchema = z
  .object({
    title: z.string(),
    company: z.string(),
    places: z.array(z.string()),
    locations: z.array(z.string()),
    country: z.string().nullable(),
    text: z.array(z.string()),
    append: z.string(),
    cut: z.number(),
    language: z.string(),
    posted: z.number(),
    closes: z.number(),
    source: z.string(),
    url: z.string(),
    requisition: z.string(),
    workplace: workplaceSchema,
    seniority: senioritySchema,
  })
  .partial()
  .strict()
type Side = z.infer<typeof sideSchema>

const paragraphs: Readonly<Record<string, string>> = pairs.paragraphs

function readPosting(side: Side, id: string): ReadPosting {
  const text = [...(side.text ?? []).map((name) => `<p>${paragraphs[name] ?? ''}</p>`), side.append ?? ''].join('')
  const normalised = normalise(
    {
      sourcePostingId: id,
      title: side.title ?? '',
      company: side.company || null,
      url: side.url ?? `https://${side.source ?? 'board'}.example/jobs/${id}`,
      locations: side.locations ?? [],
      countryCode: side.country ?? null,
      descriptionHtml: side.cut === undefined ? text : text.slice(0, side.cut),
      postedAt: NOW - 100 * DAY_MS + (side.posted ?? 0) * DAY_MS,
      closesAt: side.closes === undefined ? null : NOW - 100 * DAY_MS + side.closes * DAY_MS,
      statedSalary: null,
      salaryText: null,
      workplace: side.workplace ?? null,
      employmentType: null,
      requisitionId: side.requisition ?? null,
    },
    { sourceId: side.source ?? 'board', now: NOW },
  )
  if (!normalised.ok) throw new Error(normalised.detail)
  const places = (side.places ?? []).map((place) => {
    const [city = '', country = ''] = place.split('|')
    return placeSchema.parse({ city: city || null, countryCode: country || null, latitude: null, longitude: null })
  })
  return {
    posting: normalised.posting,
    facts: {
      ...SILENT_FACTS,
      workplace: side.workplace ?? 'unknown',
      places,
      seniority: side.seniority ?? 'unknown',
      language: side.language ?? null,
    },
  }
}

function sidesOf(pair: { a: unknown; b: unknown }): [ReadPosting, ReadPosting] {
  const a = { ...sideSchema.parse(pairs.base), ...sideSchema.parse(pair.a) }
  const changes = sideSchema.parse(pair.b)
  const { url: _url, append: _append, closes: _closes, requisition: _requisition, ...shared } = a
  return [readPosting(a, 'a1'), readPosting({ ...shared, source: 'board-b', ...changes }, 'b1')]
}

function decideOn(stored: ReadPosting, coming: ReadPosting): DedupDecision {
  const first = incomingOf(stored)
  const seenAt = first.postedAt ?? NOW
  const candidate = candidateOf(first, { jobId: jobIdSchema.parse(1), city: null, seenAt })
  const incoming = incomingOf(coming)
  return decide({ incoming, candidates: [candidate], now: incoming.postedAt ?? NOW, sourceName: (id) => id })
}

describe('pairs of one opening are merged, whichever comes first', () => {
  it.each(pairs.duplicates)('$why', (pair) => {
    const [a, b] = sidesOf(pair)
    expect(decideOn(a, b)).toMatchObject({ kind: 'merge' })
    expect(decideOn(b, a)).toMatchObject({ kind: 'merge' })
  })

  it.each(pairs.duplicates)('are found through the lookups of the store: $why', (pair) => {
    const [a, b] = sidesOf(pair)
    const rows = [
      { id: 'a', read: a },
      { id: 'b', read: b },
    ]
    const clusters = createClusters(NOW)
    expect(rows.map((row) => clusters.add(row).clusterId)).toEqual(['a', 'a'])
  })
})

describe('pairs that only look alike stay apart, whichever comes first', () => {
  it.each(pairs.lookAlikes)('$why', (pair) => {
    const [a, b] = sidesOf(pair)
    expect(decideOn(a, b).kind).not.toBe('merge')
    expect(decideOn(b, a).kind).not.toBe('merge')
  })
})

describe('a cluster learns from what joins it', () => {
  const read = (id: string, side: Side) => ({ id, read: readPosting({ ...sideSchema.parse(pairs.base), ...side }, id) })

  it('the city that its first posting left open, so that another city stays out', () => {
    const clusters = createClusters(NOW)
    const ids = [
      read('country', { places: ['|DE'], source: 'board-a' }),
      read('berlin', { places: ['Berlin|DE'], source: 'board-b' }),
      read('munich', { places: ['Munich|DE'], source: 'board-c' }),
    ].map((row) => clusters.add(row).clusterId)
    expect(ids).toEqual(['country', 'country', 'munich'])
  })

  it('the whole text of which its first posting was an excerpt, so that another text stays out', () => {
    const clusters = createClusters(NOW)
    const role = (text: string[]) => ({ title: 'Software Engineer', text: ['about', ...text, 'benefits'] })
    const ids = [
      read('excerpt', { ...role([]), cut: 240, source: 'board-a' }),
      read('pay', { ...role(['payRole', 'payNeeds']), source: 'board-b' }),
      read('search', { ...role(['searchRole', 'searchNeeds']), source: 'board-c' }),
    ].map((row) => clusters.add(row).clusterId)
    expect(ids).toEqual(['excerpt', 'excerpt', 'search'])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import feed from '#resources/sample-feed.json' with { type: 'json' }
import type { JobFacts, SalaryFact } from '#shared/facts.ts'
import { type PreparedItem, prepareItem } from '#main/domains/jobs/pipeline/prepare.ts'
import { sample } from '#main/domains/jobs/sources/sample/sample.source.ts'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import { foldLetters } from '#main/infra/text/fold.ts'
import { offlineContext } from '../support/offline-context.ts'

const NOW = Date.UTC(2026, 10, 23)

/** The bundled feed knows the truth about its own postings. The readers were not written from it, so it measures them; the
 *  bars say what may not be lost. */

type Truth = (typeof feed.postings)[number]['truth']
interface Read {
  readonly title: string
  readonly facts: JobFacts
  readonly truth: Truth
}

const reads: Read[] = []

beforeAll(async () => {
  const truths = new Map(feed.postings.map((posting) => [posting.id, posting.truth]))
  for (const item of await allItems()) {
    const prepared: PreparedItem = prepareItem(item, { sourceId: 'sample', now: NOW, isKnown: () => false })
    if (prepared.kind !== 'posting') continue
    const truth = truths.get(prepared.posting.sourcePostingId)
    if (truth === undefined) throw new Error(`No truth for ${prepared.posting.sourcePostingId}`)
    reads.push({ title: prepared.posting.title, facts: prepared.facts, truth })
  }
})

async function allItems(): Promise<ParsedItem[]> {
  const context = offlineContext(NOW)
  const items: ParsedItem[] = []
  let cursor: string | null = null
  do {
    const page = await sample.fetchPage(context, cursor)
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}

function pay(salary: Pick<SalaryFact, 'min' | 'max' | 'currency' | 'period'> | null): string {
  return salary === null ? 'none' : [salary.min, salary.max, salary.currency, salary.period].join(' ')
}

const bars: [string, number, (read: Read) => [unknown, unknown]][] = [
  ['visa', 0.95, ({ facts, truth }) => [facts.visa.status, truth.visa]],
  ['salary', 0.97, ({ facts, truth }) => [pay(facts.salary), pay(truth.salary as SalaryFact | null)]],
  ['city', 0.97, ({ facts, truth }) => [foldLetters(facts.places[0]?.city ?? ''), foldLetters(truth.city ?? '')]],
  ['country', 0.97, ({ facts, truth }) => [facts.places[0]?.countryCode ?? null, truth.country]],
  ['workplace', 0.95, ({ facts, truth }) => [facts.workplace, truth.workplace]],
  ['seniority', 0.95, ({ facts, truth }) => [facts.seniority, truth.seniority]],
  ['role family', 0.95, ({ facts, truth }) => [facts.roleFamily, truth.roleFamily]],
]

describe('reading the sample feed', () => {
  test.each(bars)('%s agrees with the truth in at least %s of the postings', (name, bar, compare) => {
    const wrong = reads.flatMap((read) => {
      const [got, want] = compare(read)
      return got === want ? [] : [`${read.title}: read ${String(got)}, is ${String(want)}${why(name, read)}`]
    })
    const share = 1 - wrong.length / reads.length
    expect(share, `${wrong.length} of ${reads.length} wrong:\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(bar)
  })

  test('no posting that refuses is ever read as one that offers', () => {
    const turned = reads.filter(({ facts, truth }) => truth.visa === 'refuses' && facts.visa.status === 'offers')
    expect(turned.map((read) => [read.title, read.facts.visa.evidence])).toEqual([])
  })
})

function why(name: string, { facts, truth }: Read): string {
  if (name === 'visa') return ` [${facts.visa.rule ?? ''}: ${facts.visa.evidence ?? ''} // ${truth.visaEvidence ?? ''}]`
  return name === 'salary' ? ` [${facts.salary?.evidence ?? ''} // ${truth.salaryEvidence ?? ''}]` : ''
}

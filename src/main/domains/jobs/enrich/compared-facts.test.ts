import { expect, it } from 'vitest'
import feed from '#resources/sample-feed.json' with { type: 'json' }
import { postingOfRow } from '../rows/posting-row.ts'
import { readComparedFacts } from './basics.ts'
import { readFacts } from './enrich.ts'

const NOW = Date.UTC(2026, 10, 23)

it('compares postings by what a whole reading says of them', () => {
  for (const { id, title, company, location, descriptionHtml } of feed.postings.slice(0, 60)) {
    const posting = postingOfRow({ id, title, company, location, description: descriptionHtml }, NOW)
    expect(readFacts(posting)).toMatchObject(readComparedFacts(posting))
  }
})

import { expect, test } from 'vitest'
import { boardSlug } from './board-slug.ts'

test.each([
  ['acme', 'acme'],
  ['  acme ', 'acme'],
  ['https://boards.greenhouse.io/acme', 'acme'],
  ['https://boards.greenhouse.io/acme/jobs/123?gh_jid=123', 'acme'],
  ['https://job-boards.eu.greenhouse.io/acme-labs/', 'acme-labs'],
  ['boards.greenhouse.io/acme', 'acme'],
  ['https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true', 'acme'],
  ['https://boards.greenhouse.io/embed/job_board?for=acme&b=https%3A%2F%2Facme.example', 'acme'],
  ['https://greenhouse.io.example.org/acme', 'https://greenhouse.io.example.org/acme'],
  ['https://boards.greenhouse.io/', 'https://boards.greenhouse.io/'],
  ['', ''],
])('%j names the board %j', (pasted, slug) => {
  expect(boardSlug(pasted)).toBe(slug)
})

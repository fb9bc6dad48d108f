import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type BoardName, createEmployersService } from '#main/domains/jobs/employers/employers.service.ts'
import type { CareersPage } from '#main/domains/jobs/employers/page-reader.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from './profile.ts'

export const EMPLOYERS_NOW = Date.UTC(2026, 10, 23, 9)
export const ACME = {
  kind: 'ashby',
  slug: 'acme',
  variant: null,
  name: 'Acme',
  url: 'https://acme.example/careers',
} as const

export interface EmployersWorld {
  readonly page?: (url: string) => Omit<CareersPage, 'url'> & Partial<CareersPage>
  readonly path?: string
}

/** The list of employers on a profile of its own. Boards are never asked; a page is what `page` says, or not to be had. */
export function employersWorld({ page, path = join(tempDir(), 'profile.db') }: EmployersWorld = {}) {
  const clock = createFakeClock({ now: EMPLOYERS_NOW })
  const database = openDatabase({ path, now: EMPLOYERS_NOW })
  onTestFinished(() => database.close())
  const asked: string[] = []
  let changes = 0
  const employers = createEmployersService({
    database,
    clock,
    readBoard: () => Promise.reject(new Error('a board was asked')),
    readPage: (url) => {
      asked.push(url)
      return page === undefined
        ? Promise.reject(new HttpProblem('network', 'acme.example cannot be reached'))
        : Promise.resolve({ url, ...page(url) })
    },
    onChange: () => (changes += 1),
  })
  const find = (board: BoardName) =>
    employers.list().find(({ kind, slug }) => kind === board.kind && slug === board.slug)
  const rows = () => database.raw.prepare<[], { slug: string; origin: string }>('select * from employer_board').all()
  const seen = (board: BoardName, state: 'ok' | 'empty' | 'gone' | 'failing', postings: number | null) =>
    database.write(() =>
      employers.record({
        kind: board.kind,
        slug: board.slug,
        state,
        postings,
        message: state === 'ok' ? null : state,
        now: EMPLOYERS_NOW,
      }),
    )
  return { employers, database, path, asked, changes: () => changes, find, rows, seen }
}

import { onTestFinished } from 'vitest'
import { findSource } from '#main/domains/jobs/sources/registry.ts'
import type { ParsedItem, SearchPlan, SourcePage, WatchedBoard } from '#main/domains/jobs/sources/source.ts'
import { type BrowsePage, openSourceSession } from '#main/domains/jobs/runs/source-session.ts'
import { createHttpClient } from '#main/infra/http/client.ts'
import { HttpProblem, type Validators } from '#main/infra/http/http.ts'
import { BOARD_KINDS } from '#shared/employers.ts'
import { companySlugs, DEFAULT_CONTENT } from '../fakes/content.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { startFakes, type Fakes, type FakesOptions } from '../fakes/job-boards.ts'

/** No wish at all: everything that a source has. */
export const NO_WISHES: SearchPlan = {
  roles: [],
  countries: [],
  employers: [],
  feeds: [],
  pages: [],
  firecrawlPages: [],
}

/** The employers of the stand-ins as boards of a kind. */
export function fakeEmployers(id: string, slugs: readonly string[] = companySlugs()): WatchedBoard[] {
  const kind = BOARD_KINDS.find((known) => known === id)
  return kind === undefined ? [] : slugs.map((slug) => ({ kind, slug, variant: null, name: slug }))
}

export async function fakesFor(options: FakesOptions = {}): Promise<Fakes> {
  const fakes = await startFakes(options)
  onTestFinished(() => fakes.close())
  return fakes
}

export interface ReadOptions {
  readonly plan?: Partial<SearchPlan>
  readonly secrets?: Readonly<Record<string, string>>
  readonly stored?: ReadonlySet<string>
  readonly plannedRequests?: number
  readonly turn?: number
  readonly since?: number
  readonly timeoutMs?: number
  readonly browsePage?: BrowsePage
  /** UTC ms; a day after the newest posting of the stand-ins unless said. */
  readonly now?: number
  /** Pages after which reading ends; a source that never ends would hang a test otherwise. */
  readonly maxPages?: number
}

export interface Read {
  readonly pages: readonly SourcePage[]
  readonly items: readonly ParsedItem[]
  readonly stored: readonly string[]
  readonly problems: readonly NonNullable<SourcePage['problem']>[]
}

const DAY_MS = 86_400_000

/** Reads a source to its end through its real code and the real HTTP client, the way a run does, against its stand-in. A second call
 *  knows the document versions of the first. */
export function readerOf(fakes: Fakes, id: string) {
  const now = DEFAULT_CONTENT.asOf + DAY_MS
  const clock = createFakeClock({ autoAdvance: true, now })
  const log = { debug: () => undefined, warn: () => undefined }
  const client = createHttpClient({ clock, log, userAgent: 'CareerCopilot/0.1.0', maxRetries: 0, random: () => 0.5 })
  onTestFinished(() => client.close())
  const validators = new Map<string, Validators>()
  return async (options: ReadOptions = {}): Promise<Read> => {
    const source = findSource(id)
    const baseUrl = fakes.urls[id]
    if (source === undefined || baseUrl === undefined) throw new Error(`there is no source or no stand-in called ${id}`)
    const pace = {
      ...source.manifest.pace,
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    }
    const session = openSourceSession({
      source: { ...source, manifest: { ...source.manifest, pace } },
      http: client,
      browsePage: options.browsePage ?? (() => Promise.reject(new HttpProblem('browser_missing', 'No browser here'))),
      plan: {
        ...NO_WISHES,
        employers: fakeEmployers(id),
        feeds: [`${baseUrl}/feed.xml`],
        ...options.plan,
      },
      baseUrlOverride: baseUrl,
      validators: {
        read: (url) => validators.get(url) ?? null,
        write: (url, known) => void validators.set(url, known),
      },
      secret: (name) => options.secrets?.[name] ?? null,
      isStored: (posting) => options.stored?.has(posting) ?? false,
      signal: AbortSignal.timeout(50_000),
      now: options.now ?? now,
      since: options.since ?? null,
      turn: options.turn ?? 0,
      plannedRequests: options.plannedRequests ?? null,
    })
    const pages: SourcePage[] = []
    let cursor: string | null = null
    do {
      if (pages.length >= (options.maxPages ?? 400)) throw new Error(`${id} does not come to an end`)
      const page: SourcePage = await source.fetchPage(session.context, cursor)
      pages.push(page)
      const fresh = session.takeValidators()
      if (page.problem === null) for (const [url, known] of fresh) validators.set(url, known)
      cursor = page.nextCursor
    } while (cursor !== null)
    return {
      pages,
      items: pages.flatMap(({ items }) => items),
      stored: pages.flatMap(({ stored }) => stored ?? []),
      problems: pages.flatMap(({ problem }) => problem ?? []),
    }
  }
}

/** What went wrong, whether it ended the source or only a part of it. */
export async function problemCode(read: () => Promise<Read>): Promise<string> {
  try {
    return [...new Set((await read()).problems.map((problem) => problem.code))].join(' ')
  } catch (error) {
    if (error instanceof HttpProblem) return error.code
    throw error
  }
}

/** How many items came out how: { ok: 3, no_title: 1 }. */
export function reasonsIn(items: readonly ParsedItem[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[item.ok ? 'ok' : item.reason] = (counts[item.ok ? 'ok' : item.reason] ?? 0) + 1
  return counts
}

import { HttpProblem } from '#main/infra/http/http.ts'
import { rejected } from '../parts/item.ts'
import type { ParsedItem, Rejection, SourcePage } from '../source.ts'

/** What a failed request says about one posting's page, and nothing about the next one on the same host. */
const REJECTIONS = {
  not_found: 'closed',
  unauthorised: 'closed',
  too_large: 'too_large',
  unreadable: 'bad_shape',
  redirect: 'bad_shape',
  address_refused: 'bad_shape',
  timeout: 'bad_shape',
  server_error: 'bad_shape',
} as const satisfies Partial<Record<HttpProblem['code'], Rejection>>
/** A host that refuses this many pages in a row refuses us, not the postings. */
const REFUSALS_IN_A_ROW = 3

export interface EachRead {
  readonly items: readonly ParsedItem[]
  /** Why the rest was not asked for. */
  readonly problem: SourcePage['problem']
}

/** Reads pages of single postings one after the other. A page that is gone or broken becomes a rejection; where the host wants no
 *  more of it, the rest is left for another run. Throws only what is no HttpProblem, and 'cancelled'. */
export async function readEach<T extends { readonly url: string }>(
  pages: readonly T[],
  options: { readonly read: (page: T) => Promise<readonly ParsedItem[]>; readonly isAllowed: () => boolean },
): Promise<EachRead> {
  const items: ParsedItem[] = []
  let failures = 0
  for (const page of pages) {
    if (!options.isAllowed()) break
    try {
      items.push(...(await options.read(page)))
      failures = 0
    } catch (error) {
      if (!(error instanceof HttpProblem) || error.code === 'cancelled') throw error
      const reason = reasonFor(error.code)
      failures += 1
      if (reason === null || failures >= REFUSALS_IN_A_ROW) {
        return { items, problem: { code: error.code, message: error.message } }
      }
      items.push(rejected(reason, `${pathOf(page.url)}: ${error.message}`))
    }
  }
  return { items, problem: null }
}

function reasonFor(code: HttpProblem['code']): Rejection | null {
  return Object.hasOwn(REJECTIONS, code) ? REJECTIONS[code as keyof typeof REJECTIONS] : null
}

function pathOf(address: string): string {
  return URL.parse(address)?.pathname.slice(0, 200) ?? address.slice(0, 200)
}

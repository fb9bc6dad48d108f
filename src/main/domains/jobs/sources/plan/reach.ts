import type { SearchPlan, SourceManifest, SourcePage } from '../source.ts'

/** What a source answers that has nothing to ask. */
export const NOTHING_ASKED: SourcePage = { items: [], nextCursor: null, problem: null }

/** Whether none of the countries that the user looks in is one of the source's. Pure. */
export function isOutOfReach(
  { countries }: Pick<SourceManifest, 'countries'>,
  plan: Pick<SearchPlan, 'countries'>,
): boolean {
  return (
    countries !== null && plan.countries.length > 0 && !plan.countries.some((country) => countries.includes(country))
  )
}

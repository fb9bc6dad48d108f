import { readPlaces } from '../../enrich/place/places.ts'
import type { RawPosting } from '../../posting.ts'
import { rejected } from '../parts/item.ts'
import { createRoleFit } from './role-fit.ts'
import type { ParsedItem, SearchPlan } from '../source.ts'

type Outside = 'outside_roles' | 'outside_countries'

/** Why a posting is none that the plan asks for, or null. For sources that cannot be asked for roles and countries; what the user
 *  chose on purpose (a company's board, a feed) is not filtered. An empty list of the plan filters nothing. Pure. */
export function outsidePlan(posting: RawPosting, plan: SearchPlan): Outside | null {
  return createPlanFilter(plan)(posting)
}

/** The items of a page with the postings outside the plan turned into rejections, so that none is lost without a reason. Pure. */
export function withinPlan(items: readonly ParsedItem[], plan: SearchPlan): readonly ParsedItem[] {
  const outside = createPlanFilter(plan)
  return items.map((item) => {
    if (!item.ok) return item
    const reason = outside(item.posting)
    return reason === null ? item : rejected(reason, `"${item.posting.title}" (${item.posting.locations.join('; ')})`)
  })
}

function createPlanFilter(plan: SearchPlan): (posting: RawPosting) => Outside | null {
  const fitsRoles = createRoleFit(plan.roles)
  const countries = new Set(plan.countries)
  return (posting) => {
    if (!fitsRoles(posting.title)) return 'outside_roles'
    return countries.size > 0 && isElsewhere(posting, countries) ? 'outside_countries' : null
  }
}

/** Only when every place that the posting names is in a country that is not asked for. A place that cannot be made out, "Remote",
 *  "Europe" or nothing at all leaves the posting in. */
function isElsewhere(posting: RawPosting, countries: ReadonlySet<string>): boolean {
  const { countryCode } = posting
  if (posting.locations.length === 0) return countryCode !== null && !countries.has(countryCode)
  return posting.locations.every((location) => {
    const places = readPlaces({ locations: [location], countryCode })
    return places.length > 0 && places.every((place) => place.countryCode !== null && !countries.has(place.countryCode))
  })
}

import type { RawPosting } from '../posting.ts'
import { rejected } from './item.ts'
import { createRoleFit } from './role-fit.ts'
import type { ParsedItem, SearchPlan } from './source.ts'

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
    return reason === null ? item : rejected(reason, `"${item.posting.title}" in ${item.posting.locations.join('; ')}`)
  })
}

function createPlanFilter(plan: SearchPlan): (posting: RawPosting) => Outside | null {
  const fitsRoles = createRoleFit(plan.roles)
  return (posting) => (fitsRoles(posting.title) ? null : 'outside_roles')
}

import { roleFamiliesOf } from '../plan/role-fit.ts'
import table from './categories.json' with { type: 'json' }

const BY_FAMILY = new Map<string, readonly string[]>(Object.entries(table.byFamily))

/** The Muse's categories to ask for, each once, in the order of the roles. One empty name, meaning no category, when there are no
 *  roles or none that The Muse has a category for. Pure; the table is in categories.json. */
export function categoriesFor(roles: readonly string[]): readonly string[] {
  const families = roles.flatMap((role) => [...roleFamiliesOf(role)])
  const categories = new Set(families.flatMap((family) => BY_FAMILY.get(family) ?? []))
  const hasRoleWithoutCategory = roles.some((role) => roleFamiliesOf(role).size === 0)
  return categories.size === 0 || hasRoleWithoutCategory ? [...categories, ''] : [...categories]
}

import { roleFamiliesOf } from './role-fit.ts'

/** Queries by role family, in a service's own words. */
export type QueriesByFamily = Readonly<Record<string, readonly string[] | undefined>>

/** What to ask a service for these roles: the queries of their families, and for a role that no family knows what `ownQuery` makes of
 *  its name. Each once, in the order of the roles; none without roles. Pure. */
export function roleQueries(
  roles: readonly string[],
  options: { readonly byFamily: QueriesByFamily; readonly ownQuery: (role: string) => string },
): readonly string[] {
  const queries = roles.flatMap((role) => {
    const known = [...roleFamiliesOf(role)].flatMap((family) => options.byFamily[family] ?? [])
    return known.length > 0 ? known : [options.ownQuery(oneLine(role))]
  })
  return [...new Set(queries)]
}

function oneLine(role: string): string {
  return role.replace(/\s+/g, ' ').trim()
}

import type { RoleFamily } from '#shared/facts.ts'
import type { Seeker } from '../seeker.ts'

const ROLE_WORDS: Readonly<Record<RoleFamily, string>> = {
  data_scientist: 'data science',
  ml_engineer: 'machine learning engineering',
  data_engineer: 'data engineering',
  data_analyst: 'data analysis',
  backend: 'backend engineering',
  frontend: 'frontend engineering',
  fullstack: 'full-stack engineering',
  devops_sre: 'DevOps and operations',
  product_manager: 'product management',
  research: 'research',
  other: 'another role',
}

/** How near one kind of work is to another, 0 to 1; in both directions. */
const NEAR: readonly (readonly [RoleFamily, RoleFamily, number])[] = [
  ['data_scientist', 'ml_engineer', 0.7],
  ['data_scientist', 'data_analyst', 0.55],
  ['data_scientist', 'research', 0.55],
  ['ml_engineer', 'research', 0.55],
  ['ml_engineer', 'data_engineer', 0.45],
  ['ml_engineer', 'backend', 0.3],
  ['data_engineer', 'backend', 0.4],
  ['data_engineer', 'data_analyst', 0.35],
  ['data_engineer', 'data_scientist', 0.35],
  ['data_engineer', 'devops_sre', 0.3],
  ['backend', 'fullstack', 0.75],
  ['frontend', 'fullstack', 0.75],
  ['backend', 'devops_sre', 0.4],
]
/** A posting whose work is none of the known kinds: seldom what is looked for. */
const OTHER_FIT = 0.1

/** How well the kind of work fits, 0 to 1; null when the profile names none. Pure. */
export function roleFit({ roles }: Seeker, role: RoleFamily): number | null {
  if (roles.size === 0) return null
  if (roles.has(role)) return 1
  if (role === 'other') return OTHER_FIT
  return Math.max(0, ...NEAR.map(([one, other, fit]) => fitOf({ one, other, fit }, { roles, role })))
}

/** Kinds of work near those of the profile, with how near they are. Pure. */
export function nearRoles(roles: ReadonlySet<RoleFamily>): Map<RoleFamily, number> {
  const near = new Map<RoleFamily, number>()
  for (const [one, other, fit] of NEAR) {
    for (const [own, next] of [[one, other] as const, [other, one] as const]) {
      if (roles.has(own) && !roles.has(next)) near.set(next, Math.max(near.get(next) ?? 0, fit))
    }
  }
  return near
}

export function roleWord(role: RoleFamily): string {
  return ROLE_WORDS[role]
}

function fitOf(
  { one, other, fit }: { one: RoleFamily; other: RoleFamily; fit: number },
  { roles, role }: { roles: ReadonlySet<RoleFamily>; role: RoleFamily },
): number {
  return (one === role && roles.has(other)) || (other === role && roles.has(one)) ? fit : 0
}

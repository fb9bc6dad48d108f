import type { RoleFamily } from '#shared/facts.ts'
import type { Noun, Sign, SignKind } from './role-lexicon.ts'

type Topic = Pick<Sign, 'is' | 'family'>

const ADVISED: ReadonlySet<RoleFamily> = new Set([
  'data_scientist',
  'ml_engineer',
  'data_engineer',
  'data_analyst',
  'backend',
  'frontend',
  'fullstack',
  'devops_sre',
])
const TOPICS: ReadonlySet<SignKind> = new Set(['strong', 'yielding', 'tool', 'weak', 'data', 'domain'])

const FAMILY_OF: Readonly<Record<Noun, (topic: Topic) => RoleFamily | null>> = {
  developer: ({ is, family }) => (is === 'data' ? 'data_engineer' : family),
  engineer: ({ is, family }) => (is === 'data' || family === 'data_analyst' ? 'data_engineer' : family),
  architect: ({ is, family }) => {
    if (is === 'domain') return 'other'
    return is === 'data' || isDataFamily(family) ? 'data_engineer' : family
  },
  scientist: ({ is, family }) => {
    if (is === 'domain' || family === 'other') return 'other'
    if (is === 'data' || isDataFamily(family)) return 'data_scientist'
    return is === 'weak' || is === 'tool' ? null : 'research'
  },
  system: ({ is, family }) => {
    if (is === 'tool') return family === 'devops_sre' ? family : null
    return is === 'weak' ? null : family
  },
  adviser: ({ is, family }) => {
    if (is === 'domain' || family === 'other') return 'other'
    return family !== null && is !== 'weak' && ADVISED.has(family) ? family : null
  },
  analyst: () => null,
}

/** What a topic makes of a noun; null when it says nothing about that noun's work. Pure. */
export function familyOf(noun: Noun, sign: Sign): RoleFamily | null {
  const isProduct = sign.is === 'weak' && sign.family === 'product_manager'
  return TOPICS.has(sign.is) && !isProduct ? FAMILY_OF[noun](sign) : null
}

/** Whether a family reads or moves data. Pure. */
export function isDataFamily(family: RoleFamily | null): boolean {
  return family === 'data_scientist' || family === 'data_engineer' || family === 'data_analyst'
}

export function isStrong({ is }: Sign): boolean {
  return is === 'strong' || is === 'yielding'
}

import type { Workplace } from '#shared/facts.ts'

type SaidWorkplace = Exclude<Workplace, 'unknown'>

const WORDS = new Map<string, SaidWorkplace>([
  ['remote', 'remote'],
  ['fullyremote', 'remote'],
  ['hybrid', 'hybrid'],
  ['onsite', 'onsite'],
  ['inoffice', 'onsite'],
  ['inperson', 'onsite'],
])

/** Where the work is done by a source's own word in a field for it ("OnSite", "on-site", "HYBRID"); null for "unspecified" and every
 *  other word. Pure. */
export function workplaceOf(word: unknown): SaidWorkplace | null {
  if (typeof word !== 'string') return null
  return (
    WORDS.get(
      word
        .slice(0, 40)
        .toLowerCase()
        .replace(/[^a-z]/g, ''),
    ) ?? null
  )
}

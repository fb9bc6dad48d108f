/** Names that are in both lists, in any case, as the first writes them. Pure. */
export function inBoth(liked: readonly string[], avoided: readonly string[]): string[] {
  const avoidedKeys = new Set(avoided.map((name) => name.trim().toLowerCase()))
  return liked.filter((name) => avoidedKeys.has(name.trim().toLowerCase()))
}

/** Why the least and the hoped-for pay do not go together; null when they do. Pure. */
export function payClash(pay: {
  readonly salaryMinEur: number | null
  readonly salaryWishEur: number | null
}): string | null {
  const { salaryMinEur: least, salaryWishEur: wish } = pay
  if (least === null || wish === null || wish >= least) return null
  return 'This is below the least that you would take.'
}

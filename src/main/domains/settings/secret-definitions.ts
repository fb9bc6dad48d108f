/** A key that the app knows of, with what uses it. */
export interface SecretDefinition {
  readonly name: string
  readonly label: string
  readonly helpUrl: string
  /** By the names people read. */
  readonly usedBy: readonly string[]
}

interface KeyUser {
  readonly name: string
  readonly secrets?: readonly Omit<SecretDefinition, 'usedBy'>[]
}

/** Each key once, in the order of those that use it; two that use one key share it, and the first describes it. Pure. */
export function secretDefinitions(users: readonly KeyUser[]): SecretDefinition[] {
  const found = new Map<string, SecretDefinition>()
  for (const user of users) {
    for (const { name, label, helpUrl } of user.secrets ?? []) {
      const known = found.get(name) ?? { name, label, helpUrl, usedBy: [] }
      found.set(name, { ...known, usedBy: [...known.usedBy, user.name] })
    }
  }
  return [...found.values()]
}

import taxonomy from '#resources/skills.json' with { type: 'json' }

interface TaxonomySkill {
  readonly name: string
  readonly category: string
  readonly aliases?: readonly string[]
  readonly words?: readonly string[]
}

const SKILLS: readonly TaxonomySkill[] = taxonomy.skills
let byKey: ReadonlyMap<string, TaxonomySkill> | null = null

/** The name in the skill table of what somebody calls a skill ("postgres", "K8s"); what the table does not know stays as it was written.
 *  Pure. */
export function skillNameOf(written: string): string {
  return find(written)?.name ?? written.trim()
}

/** Whether the skill table knows it under this or another name: nothing else can be found in a posting. Pure. */
export function isKnownSkill(written: string): boolean {
  return find(written) !== undefined
}

/** Its category in the skill table ("language", "cloud"), under this or another name; null when the table does not know it. Pure. */
export function skillCategoryOf(written: string): string | null {
  return find(written)?.category ?? null
}

function find(written: string): TaxonomySkill | undefined {
  byKey ??= build()
  return byKey.get(keyOf(written))
}

/** A name wins over an alias, an alias over a word that is also something else. */
function build(): ReadonlyMap<string, TaxonomySkill> {
  const table = new Map<string, TaxonomySkill>()
  const add = (written: string, skill: TaxonomySkill) => {
    const key = keyOf(written)
    if (!table.has(key)) table.set(key, skill)
  }
  for (const skill of SKILLS) add(skill.name, skill)
  for (const skill of SKILLS) for (const alias of skill.aliases ?? []) add(alias, skill)
  for (const skill of SKILLS) for (const word of skill.words ?? []) add(word, skill)
  return table
}

function keyOf(written: string): string {
  return written
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s\-_]+/g, ' ')
}

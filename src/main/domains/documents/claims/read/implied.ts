import names from '#resources/claim-names.json' with { type: 'json' }

const SKILLS: readonly (readonly [string, readonly string[]])[] = Object.entries(names.impliedSkills)
const WORDS: Readonly<Record<string, string>> = names.impliedWords

/** Practices that whoever knows some skills has practised: "Infrastructure as Code" with Terraform. Names as in the skill table. Pure. */
export function impliedSkills(known: ReadonlySet<string>): string[] {
  return SKILLS.filter(([, tools]) => tools.some((tool) => known.has(tool))).map(([practice]) => practice)
}

/** Whether a folded short word stands for what words of the facts say: "VMs" are virtual machines. Pure. */
export function isImplied(plain: string, words: ReadonlySet<string>): boolean {
  const stems = WORDS[plain]?.split(' ')
  return stems !== undefined && [...words].some((word) => stems.some((stem) => word.startsWith(stem)))
}

import names from '#resources/claim-names.json' with { type: 'json' }

const SKILLS: readonly (readonly [string, readonly string[]])[] = Object.entries(names.impliedSkills)
const WORDS: Readonly<Record<string, string>> = names.impliedWords
const BESIDE: Readonly<Record<string, { readonly practice: string; readonly words: string }>> = names.impliedBeside

/** Practices that whoever knows some skills has practised: "Infrastructure as Code" with Terraform. Names as in the skill table. Pure. */
export function impliedSkills(known: ReadonlySet<string>): string[] {
  return SKILLS.filter(([, tools]) => tools.some((tool) => known.has(tool))).map(([practice]) => practice)
}

/** Whether a folded short word stands for what words of the facts say: "VMs" are virtual machines, "MRT" is "MRI". Pure. */
export function isImplied(plain: string, words: ReadonlySet<string>): boolean {
  const stems = WORDS[plain] ?? WORDS[plain.replace(/s$/, '')]
  return stems !== undefined && hasStem(words, stems)
}

interface Known {
  readonly skills: ReadonlySet<string>
  readonly impliedSkills: ReadonlySet<string>
  readonly words: ReadonlySet<string>
}

/** A field that a practice makes together with what it is done on: "Computer Vision" is machine learning on images. Pure. */
export function isImpliedBeside(name: string, { skills, impliedSkills: implied, words }: Known): boolean {
  const beside = BESIDE[name]
  if (beside === undefined) return false
  return (skills.has(beside.practice) || implied.has(beside.practice)) && hasStem(words, beside.words)
}

/** A stem so short is a whole word. */
const WHOLE_WORD = 3

function hasStem(words: ReadonlySet<string>, list: string): boolean {
  const stems = list.split(' ')
  if (stems.some((stem) => words.has(stem))) return true
  const starts = stems.filter(({ length }) => length > WHOLE_WORD)
  return [...words].some((word) => starts.some((stem) => word.startsWith(stem)))
}

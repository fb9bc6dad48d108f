import levels from '#resources/title-levels.json' with { type: 'json' }
import { spellOutAll } from '../phrase-choices.ts'
import { scanKinds } from '../phrase-kinds.ts'

export type TitleSign = keyof typeof levels.title
export type LevelInText = keyof typeof levels.text.levels
export type SelfSign = `self ${keyof typeof levels.text.self}`
export type TextSign =
  | LevelInText
  | SelfSign
  | 'mask'
  | 'cue'
  | 'closeCue'
  | 'field'
  | 'role'
  | 'roleBefore'
  | 'audience'

const { text } = levels

/** Level words of titles. */
export const titleScanner = scanKinds<TitleSign>(spellOutAll(levels.title))

/** Works that have a staff level. */
export const staffScanner = scanKinds(spellOutAll({ works: levels.staffWorks }))

/** Level words of texts, and what they must stand beside. */
export const textScanner = scanKinds<TextSign>(
  spellOutAll({
    ...text.levels,
    'self junior': text.self.junior,
    'self mid': text.self.mid,
    'self senior': text.self.senior,
    'self lead': text.self.lead,
    mask: text.mask,
    cue: text.cues,
    closeCue: text.closeCues,
    field: text.fields,
    role: text.roles,
    roleBefore: text.rolesBefore,
    audience: text.audience,
  }),
)

/** Words by which a text says that the post leads people, or does not. */
export const peopleScanner = scanKinds(spellOutAll(text.manages))

export const levelWords: ReadonlySet<string> = new Set(text.levelWords)
export const otherPeople: ReadonlySet<string> = new Set(text.others)
export const denyingWords: ReadonlySet<string> = new Set(text.denying)
export const statingWords: ReadonlySet<string> = new Set(text.stating)
export const breakers: ReadonlySet<string> = new Set(text.breakers)
export const softBreakers: ReadonlySet<string> = new Set(text.softBreakers)
export const alsoWords: ReadonlySet<string> = new Set(text.also)
export const leadsTo: readonly string[] = text.leadsTo.flatMap((phrase) => spellOutAll({ phrase: [phrase] }).phrase)
export const notBeforeNumerals: ReadonlySet<string> = new Set(levels.notBeforeNumerals)

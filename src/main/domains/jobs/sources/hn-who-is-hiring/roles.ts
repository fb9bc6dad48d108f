import words from './words.json' with { type: 'json' }

const ROLE_NOUN = wordsOf(words.roleNouns)
const ROLE_AT_END = new RegExp(`${ROLE_NOUN.source}\\s*(?:\\([^()]*\\)\\s*)?$`, 'iu')
const LOOSE_ROLE = wordsOf(words.looseRoles)
const LEAD_IN =
  /^(?:we(?:'|’)?(?:re| are)?\s+)?(?:now\s+)?(?:hiring(?!\s+managers?\b)|seeking|looking for|(?:open\s+)?(?:roles?|positions?))\s*(?::|for\b)?\s+(?=\S)/i
/** "The database for developers" names those whom it is for. */
const WHOM = /\s(?:for|to|by|with|helping|that|who)\s.*$/i
const NO_TITLE = new RegExp(`^(?:${words.notRoles.join('|')})\\b`, 'i')

const MAX_TITLE_CHARS = 200
const MAX_LOOSE_CHARS = 40
const MAX_LINE_CHARS = 90
const MAX_LINE_WORDS = 12

/** Whether a field of a header names a role ("Senior Backend Engineer", "SRE"). Pure. */
export function namesRole(field: string): boolean {
  return field.length <= MAX_TITLE_CHARS && ROLE_NOUN.test(roleTitle(field).replace(WHOM, ''))
}

/** Whether a name only has a role's word in it ("Engineers Gate"), as the title of a role has it at its end or before a comma. Pure. */
export function isCalledLikeRole(name: string): boolean {
  return namesRole(name) && !ROLE_AT_END.test(name) && !/[,/&+]/.test(name)
}

/** Whether a field only says that there are roles ("Multiple roles", "Engineering"). Pure. */
export function namesLooseRole(field: string): boolean {
  return field.length <= MAX_LOOSE_CHARS && LOOSE_ROLE.test(field)
}

/** A role without "We're hiring:" before it and punctuation around it; '' when nothing else is left. Pure. */
export function roleTitle(text: string): string {
  return text.replace(LEAD_IN, '').replace(/^[\s,;:*–—-]+|[\s,;:.=>(*–—-]+$/g, '')
}

/** Whether a line of the text is the title of a role and nothing else: short, no sentence, no "Apply here". Pure. */
export function isRoleLine(line: string): boolean {
  if (line.length > MAX_LINE_CHARS || line.split(' ').length > MAX_LINE_WORDS) return false
  return /^[\p{Lu}\d]/u.test(line) && !/[.!?](?:\s|$)/.test(line) && !NO_TITLE.test(line) && namesRole(line)
}

function wordsOf(list: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

import tables from '#resources/claim-words.json' with { type: 'json' }

const GRADES = new Set([...tables.certificates.grades, 'level', 'basic', 'core'])
const NUMBER = /^(?:[ivx]+|\d)$/
const LEAST_LETTERS = 2
/** No letters stand for more words. */
const LONGEST = 6

/** Whether a word is made of the first letters of a whole certificate's name, but for its grade: "PSPO" of "Professional Scrum Product
 *  Owner I", not "CKA" of a "Certified Kubernetes Application Developer". Pure. */
export function isLettersOf(word: string, names: readonly (readonly string[])[]): boolean {
  if (word.length < LEAST_LETTERS || word !== word.toUpperCase()) return false
  const letters = word.toLowerCase()
  return names.some((parts) => {
    const plain = parts.map((part) => part.toLowerCase())
    for (let end = plain.length; end > 1; end--) {
      const from = end - letters.length
      if (from >= 0 && initialsOf(plain.slice(from, end)) === letters) return true
      if (!isGrade(plain[end - 1] ?? '')) return false
    }
    return false
  })
}

/** Whether words are what letters of the facts stand for: "scrum master" of "PSM I". Pure. */
export function isLongOf(words: readonly string[], known: ReadonlySet<string>): boolean {
  if (words.length < LEAST_LETTERS || words.length > LONGEST) return false
  const initials = initialsOf(words)
  return [...known].some(
    (word) => word.length <= LONGEST && word.endsWith(initials) && word.length - initials.length < 2,
  )
}

/** "II" behind the letters of a certificate: its grade; null without one. Pure. */
export function gradeBehind(rest: string): string | null {
  const grade = /^[\s-]*([IVX]{1,3}|\d)(?![\p{L}\p{N}])/u.exec(rest)?.[1]
  return grade?.toLowerCase() ?? null
}

function isGrade(plain: string): boolean {
  return NUMBER.test(plain) || GRADES.has(plain)
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('')
}

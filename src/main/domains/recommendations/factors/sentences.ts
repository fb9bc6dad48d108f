const countryNames = keptNames('region')
const languageNames = keptNames('language')

/** "Python, SQL, Spark and 2 more". Pure. */
export function listed(words: readonly string[], atMost: number): string {
  if (words.length <= atMost + 1) return words.join(', ')
  return `${words.slice(0, atMost).join(', ')} and ${words.length - atMost} more`
}

/** The English name of a country; its code where it has none. Pure. */
export function countryName(code: string): string {
  return countryNames(code)
}

export function languageName(code: string): string {
  return languageNames(code)
}

/** "65,000 EUR". Pure. */
export function euros(amount: number): string {
  return `${Math.round(amount).toLocaleString('en')} EUR`
}

/** The same few codes are named a thousand times a list, and a look-up is slow. */
function keptNames(type: 'region' | 'language'): (code: string) => string {
  const names = new Intl.DisplayNames('en', { type })
  const known = new Map<string, string>()
  return (code) => {
    const name = known.get(code) ?? names.of(code) ?? code
    known.set(code, name)
    return name
  }
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' })
const languageNames = new Intl.DisplayNames('en', { type: 'language' })

/** "Python, SQL, Spark and 2 more". Pure. */
export function listed(words: readonly string[], atMost: number): string {
  if (words.length <= atMost + 1) return words.join(', ')
  return `${words.slice(0, atMost).join(', ')} and ${words.length - atMost} more`
}

/** The English name of a country; its code where it has none. Pure. */
export function countryName(code: string): string {
  return countryNames.of(code) ?? code
}

export function languageName(code: string): string {
  return languageNames.of(code) ?? code
}

/** "65,000 EUR". Pure. */
export function euros(amount: number): string {
  return `${Math.round(amount).toLocaleString('en')} EUR`
}

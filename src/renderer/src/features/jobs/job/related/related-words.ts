/** 'Same level, 6 of 8 skills, also in Berlin'; null without reasons. Pure. */
export function reasonsSentence(reasons: readonly string[]): string | null {
  const sentence = reasons.join(', ')
  return sentence === '' ? null : sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** What to search for to see an employer's jobs: 'company:"Acme GmbH"'. Pure. */
export function companyQuery(company: string): string {
  return `company:"${company.replaceAll('"', ' ').trim()}"`
}

import { foldLetters } from '#main/infra/text/fold.ts'

/** What the filter of applications looks into. Pure. */
export function foldedOf(said: { title: string; company: string; place: string; notes: string }): string {
  return foldLetters([said.title, said.company, said.place, said.notes].join('\n'))
}

/** The words of a filter, as they are looked for in it; each must be there. Pure. */
export function foldedWords(text: string): string[] {
  return [...new Set(foldLetters(text).split(/\s+/u))].filter((word) => word !== '')
}

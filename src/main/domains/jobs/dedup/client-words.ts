import companyWords from '#resources/company-words.json' with { type: 'json' }

const { marks, phrases } = companyWords.client
const OF_CLIENT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'u')
/** A phrase stands within so many characters of its mark. */
const AROUND = 60
/** A text that speaks of clients says in the first lines for whom it is. */
const MAX_LOOKS = 20

/** Whether a posting is for a client of the one who posts it ("for our client", "im Auftrag unseres Kunden"): the words around are
 *  then often the same for several openings. Clients in general ("we advise our clients") do not count. Expects folded text. Pure. */
export function speaksOfClient(folded: string): boolean {
  return marks.some((mark) => {
    let looks = 0
    for (let at = folded.indexOf(mark); at !== -1 && looks < MAX_LOOKS; at = folded.indexOf(mark, at + mark.length)) {
      looks += 1
      if (OF_CLIENT.test(folded.slice(Math.max(0, at - AROUND), at + AROUND))) return true
    }
    return false
  })
}

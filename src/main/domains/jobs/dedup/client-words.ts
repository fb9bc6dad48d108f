import companyWords from '#resources/company-words.json' with { type: 'json' }

const { marks, phrases } = companyWords.client
const OF_CLIENT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'u')

/** Whether a posting is for a client of the one who posts it ("for our client", "im Auftrag unseres Kunden"): the words around are
 *  then often the same for several openings. Clients in general ("we advise our clients") do not count. Expects folded text. Pure. */
export function speaksOfClient(folded: string): boolean {
  return marks.some((mark) => folded.includes(mark)) && OF_CLIENT.test(folded)
}

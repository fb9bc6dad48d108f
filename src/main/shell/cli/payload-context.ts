/** What sources call the things that a request knew, and the other words that people use for them. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  slug: ['board', 'boardslug', 'boardtoken', 'companyslug', 'companyid', 'account', 'subdomain', 'tenant', 'token'],
  company: ['companyname', 'employer', 'employername'],
  country: ['countrycode', 'cc'],
  id: ['jobid', 'postingid'],
  url: ['pageurl', 'feedurl', 'address'],
}
const NAME_OF = new Map(Object.entries(NAMES).flatMap(([name, words]) => words.map((word) => [word, name] as const)))

/** What a request knew, under the names that sources have for it, however they are spelt ("Company Name", "board_slug"). What is
 *  given under the source's own name wins. Pure. */
export function payloadContext(given: Readonly<Record<string, string>>): Record<string, string> {
  const said = Object.entries(given).map(([key, value]) => {
    const letters = key.toLowerCase().replace(/[^a-z]/g, '')
    const name = NAME_OF.get(letters)
    return { name: name ?? letters, value, isOwnName: name === undefined }
  })
  const byRank = said.toSorted((a, b) => Number(a.isOwnName) - Number(b.isOwnName))
  return Object.fromEntries(byRank.map(({ name, value }) => [name, value]))
}

import phrases from '#resources/workplace-phrases.json' with { type: 'json' }
import type { RemoteScope } from '#shared/facts.ts'
import { scanKinds } from '../phrase-kinds.ts'
import { findCountry } from '../place/gazetteer.ts'
import { readParts } from '../place/place-parts.ts'
import { sentenceAround, type Signal } from './signals.ts'

const { worldwide, emea, eu, within, countries } = phrases
const scanner = scanKinds({
  worldwide,
  emea,
  eu,
  within,
  country: [...Object.keys(phrases.countryWide), ...countries],
})
const REMOTE_WORD = /remote|homeoffice|home[ -]office|home[ -]based|télétravail|distan|zdaln|remot|teletrab|thuis/iu
const BESIDE =
  /(?:remote(?:ly)?|homeoffice|home[ -]office|télétravail|distans|zdaln\p{L}*|remot[oa]|teletrab\p{L}+)[\s(,:–-]*(?:in|within|from|en|w|aus|innerhalb)?\s*$/iu
const RESIDENCE =
  /(?:based|located|resid\p{L}+|live|living|wohnhaft|wohnsitz|ansässig|bas[ée]\p{L}*|résid\p{L}+|gevestigd|woonachtig|mieszka\p{L}*|bosatt|vivir|residen\p{L}+)\s+(?:\p{L}+\s+){0,2}?(?:in|en|au|aux|w|i|em|within|innerhalb|inside)\s+/giu
const WINDOW_BEFORE = 40
const WINDOW_AFTER = 80
const MAX_RESIDENCE = 8
const MAX_SIGNALS = 16

/** From where remote work may be done, with the words that say so where they stand in one piece. */
export interface ScopeFact {
  readonly scope: RemoteScope
  readonly words: string | null
}

interface Found {
  readonly scope: RemoteScope
  readonly start: number
  readonly end: number
  readonly isLoose: boolean
}

/** Country names in a stretch of text, by trying up to four words at each word. */
function findCountryNames(text: string): Found[] {
  const words = [...text.matchAll(/[\p{L}.'’-]+/gu)].slice(0, 40)
  const found: Found[] = []
  for (const [at, word] of words.entries()) {
    if (!/^\p{Lu}/u.test(word[0]) && !/^(?:the|in|los|las|les)$/u.test(word[0])) continue
    for (let size = Math.min(4, words.length - at); size > 0; size--) {
      const last = words[at + size - 1]
      const written = last ? text.slice(word.index, last.index + last[0].length).replace(/[.'’-]+$/u, '') : ''
      if (/^[A-Z]{2}$/.test(written) && !/^(?:UK|US)$/.test(written)) continue
      if (/^[A-Z]{3}$/.test(written) && !/^(?:USA|UAE)$/.test(written)) continue
      if (findCountry(written) === null && findCountry(written.replace(/s$/, '')) === null) continue
      found.push({ scope: 'country', start: word.index, end: word.index + written.length, isLoose: false })
      break
    }
  }
  return found
}

function findScopes(text: string): Found[] {
  const found: Found[] = findCountryNames(text)
  for (const { start, end, kinds } of scanner.scanLongest(text)) {
    const scope = kinds.find((kind): kind is RemoteScope => kind !== 'within')
    if (!scope) continue
    if (
      kinds.includes('eu') &&
      /^(?:EU|UE|CET|CEST)$/iu.test(text.slice(start, end)) &&
      !/^[A-Z]+$/.test(text.slice(start, end))
    )
      continue
    found.push({
      scope,
      start,
      end,
      isLoose: /anywhere|ubicaci|n'importe|überall|dowolnego|qualquer|cualquier|global/iu.test(text.slice(start, end)),
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The scope nearest to `near`; "anywhere" gives way to the place that follows it ("anywhere in Germany"). */
function nearest(text: string, near: number): ScopeFact | null {
  const scopes = findScopes(text)
  const kept = scopes.filter(
    ({ isLoose, start }) =>
      !isLoose || !scopes.some((other) => !other.isLoose && other.start > start && other.start - start < 40),
  )
  let best: Found | null = null
  for (const found of kept) {
    const distance = (candidate: Found): number =>
      candidate.start >= near ? candidate.start - near : near - candidate.start + WINDOW_BEFORE
    if (!best || distance(found) < distance(best)) best = found
  }
  const wider = best && best.scope === 'country' ? widerChoice(text, { best, scopes }) : null
  return best && quote(text, wider ?? best)
}

const OR_ELSEWHERE = /^,?\s(?:or|oder|ou|of|o|lub|eller|and|und|et|en|y|i|och|e)\s[^,.;]{0,32}$/iu

/** "In Germany or in another country of the EU": the wider of the two. */
function widerChoice(
  text: string,
  { best, scopes }: { readonly best: Found; readonly scopes: readonly Found[] },
): Found | undefined {
  return scopes.find(
    ({ scope, start }) => scope !== 'country' && start > best.end && OR_ELSEWHERE.test(text.slice(best.end, start)),
  )
}

function quote(text: string, { scope, start, end }: Found): ScopeFact {
  return { scope, words: text.slice(start, end) }
}

/** Locations and title: a region named in one that speaks of remote work, or countries and no city anywhere. */
function readFields(locations: readonly string[], title: string): ScopeFact | null {
  const remoteFields = [...locations, title].filter((field) => REMOTE_WORD.test(field))
  for (const field of remoteFields) {
    const found = nearest(field, field.search(REMOTE_WORD))
    if (found && (found.scope !== 'country' || isBesideRemote(field, found))) return found
  }
  for (const field of remoteFields.length > 0 ? remoteFields : locations) {
    const parts = readParts(field).flat()
    const country = parts.find(({ countryCode, regions }) => countryCode !== null || regions.length > 0)
    if (country && parts.every(({ cities, countryCode }) => cities.length === 0 || countryCode !== null))
      return { scope: 'country', words: field.includes(country.written) ? country.written : null }
  }
  for (const field of remoteFields.length > 0 ? [...remoteFields, ...locations] : locations) {
    const found = findScopes(field).find(({ scope }) => scope !== 'country')
    if (found) return quote(field, found)
    const region = nearest(field, 0)
    if (
      region &&
      remoteFields.includes(field) &&
      readParts(field)
        .flat()
        .every(({ cities }) => cities.length === 0)
    )
      return region
  }
  return null
}

/** "London or remote (UK)", "Remote, Spain": the country stands right behind the word. */
function isBesideRemote(field: string, { words }: ScopeFact): boolean {
  const at = words === null ? -1 : field.indexOf(words)
  return at > 0 && BESIDE.test(field.slice(0, at))
}

function readAround(text: string, signals: readonly Signal[]): ScopeFact | null {
  for (const { start, end, kind } of signals.slice(0, MAX_SIGNALS)) {
    if (kind !== 'remote' && kind !== 'fullyRemote') continue
    const sentence = sentenceAround(text, start, end)
    const from = Math.max(sentence.from, start - WINDOW_BEFORE)
    const scope = nearest(text.slice(from, Math.min(sentence.to, end + WINDOW_AFTER)), start - from)
    if (scope) return scope
  }
  return null
}

/** "You must be based in Spain", "Wohnsitz in Deutschland". */
function readResidence(text: string): ScopeFact | null {
  let seen = 0
  for (const match of text.matchAll(RESIDENCE)) {
    if (++seen > MAX_RESIDENCE) return null
    const from = match.index + match[0].length
    const stretch = text.slice(from, from + 40).replace(/[.;\n][\s\S]*/u, '')
    const [first] = findScopes(stretch)
    if (first && !first.isLoose && first.start < 16) return quote(stretch, first)
  }
  return null
}

/** From where remote work may be done: what the locations and the title say, else what stands beside the words for remote work,
 *  else where the text wants people to live. Null when nothing says so. */
export function readRemoteScope(input: {
  readonly locations: readonly string[]
  readonly title: string
  readonly text: string
  readonly signals: readonly Signal[]
}): ScopeFact | null {
  return readFields(input.locations, input.title) ?? readAround(input.text, input.signals) ?? readResidence(input.text)
}

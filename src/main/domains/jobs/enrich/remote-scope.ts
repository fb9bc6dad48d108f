import phrases from '#resources/workplace-phrases.json' with { type: 'json' }
import type { RemoteScope } from '#shared/facts.ts'
import { findCountry } from './gazetteer.ts'
import { scanKinds } from './phrase-kinds.ts'
import { readParts } from './place-parts.ts'
import { sentenceAround, type Signal } from './workplace-signals.ts'

const { worldwide, emea, eu, within } = phrases
const scanner = scanKinds({ worldwide, emea, eu, within, country: Object.keys(phrases.countryWide) })
const REMOTE_WORD = /remote|homeoffice|home[ -]office|home[ -]based|télétravail|distan|zdaln|remot|teletrab|thuis/iu
const RESIDENCE =
  /(?:based|located|resid\p{L}+|live|living|wohnhaft|wohnsitz|ansässig|bas[ée]\p{L}*|résid\p{L}+|gevestigd|woonachtig|mieszka\p{L}*|bosatt|vivir|residen\p{L}+)\s+(?:\p{L}+\s+){0,2}?(?:in|en|au|aux|w|i|em|within|innerhalb|inside)\s+/giu
const WINDOW_BEFORE = 40
const WINDOW_AFTER = 80
const MAX_RESIDENCE = 8
const MAX_SIGNALS = 16

interface Found {
  readonly scope: RemoteScope
  readonly start: number
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
      found.push({ scope: 'country', start: word.index, isLoose: false })
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
      isLoose: /anywhere|ubicaci|n'importe|überall|dowolnego|qualquer|cualquier|global/iu.test(text.slice(start, end)),
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The scope nearest to `near`; "anywhere" gives way to the place that follows it ("anywhere in Germany"). */
function nearest(text: string, near: number): RemoteScope | null {
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
  return best?.scope ?? null
}

/** Locations and title: a region named in one that speaks of remote work, or countries and no city anywhere. */
function readFields(fields: readonly string[]): RemoteScope | null {
  for (const field of fields) {
    if (!REMOTE_WORD.test(field)) continue
    const scope = nearest(field, field.search(REMOTE_WORD))
    if (scope && scope !== 'country') return scope
  }
  const locations = fields.slice(0, -1)
  const remoteFields = fields.filter((field) => REMOTE_WORD.test(field))
  for (const field of remoteFields.length > 0 ? remoteFields : locations) {
    const parts = readParts(field).flat()
    if (
      parts.some(({ countryCode }) => countryCode !== null) &&
      parts.every(({ cities, countryCode }) => cities.length === 0 || countryCode !== null)
    )
      return 'country'
  }
  for (const location of locations) {
    const scope = findScopes(location).find((found) => found.scope !== 'country')
    if (scope) return scope.scope
  }
  return null
}

function readAround(text: string, signals: readonly Signal[]): RemoteScope | null {
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
function readResidence(text: string): RemoteScope | null {
  let seen = 0
  for (const match of text.matchAll(RESIDENCE)) {
    if (++seen > MAX_RESIDENCE) return null
    const from = match.index + match[0].length
    const [first] = findScopes(text.slice(from, from + 40).replace(/[.;\n][\s\S]*/u, ''))
    if (first && !first.isLoose && first.start < 16) return first.scope
  }
  return null
}

/** From where remote work may be done: what the locations and the title say, else what stands beside the words for remote work,
 *  else where the text wants people to live. Null when nothing says so. The last of `fields` is the title. */
export function readRemoteScope(input: {
  readonly fields: readonly string[]
  readonly text: string
  readonly signals: readonly Signal[]
}): RemoteScope | null {
  return readFields(input.fields) ?? readAround(input.text, input.signals) ?? readResidence(input.text)
}

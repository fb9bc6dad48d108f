import { foldLetters } from '#main/infra/text/fold.ts'

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
const PLAIN = /^[a-z]+(?: [a-z]+)*$/i
/** What follows the name proper: "Frankfurt am Main", "Neuilly-sur-Seine", "Ústí nad Labem", "Sant Cugat del Vallès". */
const BY_ITS_SIDE =
  /^(\p{L}[\p{L}'’. -]{2,}?)[ -](?:vor der|vor dem|an der|an dem|am|im|in der|in|ob der|auf der|a\.? ?d\.|bei|unter|upon|on|sur|sous|lès|les|près|en|nad|pod|k\.|del|de|di|sul|sulla|nel)[ -]/u
const MIN_SHORT_NAME = 5

/** A place name as the tables are keyed: lower case, no accents, letters and digits with single spaces. */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase()
  return foldLetters(name)
    .replaceAll(/['’`ʼ]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The keys under which a name is found: umlauts written out, "St" for "Saint", each half of a name in two languages
 *  ("Biel/Bienne"), the name without its bracket ("Halle (Saale)"). */
export function spellings(name: string): string[] {
  const keys = new Set<string>()
  const halves = name.includes('/') ? name.split('/') : []
  const bare = name.replace(/\s*\([^()]*\)\s*$/u, '')
  for (const written of [name, ...halves, bare]) {
    const low = written.toLowerCase()
    const key = foldName(written)
    keys.add(key)
    keys.add(foldName(low.replaceAll(/[äöüåø]/g, (letter) => UMLAUTS[letter] ?? letter)))
    if (/\b(?:saint|sankt)\b/.test(key)) keys.add(key.replaceAll(/\b(?:saint|sankt)\b/g, 'st'))
    if (/\bsainte\b/.test(key)) keys.add(key.replaceAll(/\bsainte\b/g, 'ste'))
  }
  return [...keys].filter((written) => written.length > 0)
}

/** The key of a name's first part, by which people call the place in speech ("Neuilly"); null when it has none worth the risk. */
export function shortSpelling(name: string): string | null {
  const short = BY_ITS_SIDE.exec(name)?.[1]
  return short === undefined || short.length < MIN_SHORT_NAME ? null : foldName(short)
}

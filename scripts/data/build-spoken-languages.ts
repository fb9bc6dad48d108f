import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Writes resources/spoken-languages.json from the names of Unicode CLDR in Intl.DisplayNames, with the forms that postings use.
// Run: node scripts/data/build-spoken-languages.ts

const CODES = (
  'en de fr nl es pl sv it pt da no fi cs sk hu ro bg hr sr sl el et lv lt uk ru tr ar he fa hi ur bn ta te zh ja ko vi th id ms ' +
  'ca eu gl ga cy is mt sq mk bs lb ka hy az sw am so ti ku kk uz ne rm se ps pa mr gu ml kn si my km mn ha yo af yi'
).split(' ')

interface Forms {
  readonly names: readonly string[]
  /** Forms that name the language only beside a word for it ("langue anglaise", "englische Sprache"). */
  readonly adjectives: readonly string[]
  /** Words for a person who speaks it ("Nederlandstalig", "anglophone"). */
  readonly speakers: readonly string[]
}

type Inflect = (name: string) => Forms

const only: Inflect = (name) => ({ names: [name], adjectives: [], speakers: [] })
const followedBy = (stem: string, ends: string): string[] => ends.split(' ').map((end) => stem + end)
const endings = (name: string, rules: readonly (readonly [RegExp, string])[]): string[] =>
  rules.flatMap(([from, to]) => (from.test(name) ? [name.replace(from, to)] : [])).slice(0, 1)

const INFLECT: Readonly<Record<string, Inflect>> = {
  en: only,
  de: (name) => ({
    names: [name, ...followedBy(name, 'kenntnisse kenntnissen -Kenntnisse niveau -Niveau')],
    adjectives: followedBy(name, 'e en er em'),
    speakers: followedBy(`${name}sprachig`, 'e en er em es').concat(`${name}sprachig`),
  }),
  fr: (name) => ({
    names: [name],
    adjectives: endings(name, [
      [/ien$/, 'ienne'],
      [/(?:turc|grec)$/, name === 'grec' ? 'grecque' : 'turque'],
      [/([^e])$/, '$1e'],
    ]),
    speakers: [],
  }),
  nl: (name) => ({
    names: [name],
    adjectives: [`${name}e`],
    speakers: followedBy(`${name}talig`, 'e en').concat(`${name}talig`),
  }),
  es: (name) => ({
    names: [name],
    adjectives: endings(name, [
      [/és$/, 'esa'],
      [/án$/, 'ana'],
      [/ol$/, 'ola'],
      [/o$/, 'a'],
    ]),
    speakers: [],
  }),
  pl: (name) =>
    name.endsWith('ki')
      ? {
          names: [name, `${name}ego`, `${name}m`, `${name}emu`, `${name.slice(0, -1)}u`],
          adjectives: [],
          speakers: followedBy(`${name.slice(0, -1)}ojęzyczn`, 'y a e ego ej ym ych ymi'),
        }
      : only(name),
  sv: (name) => ({
    names: [name, `${name}kunskaper`],
    adjectives: [],
    speakers: followedBy(name.replace(/a$/, ''), 'talande språkig språkiga'),
  }),
  it: (name) => ({ names: [name], adjectives: endings(name, [[/o$/, 'a']]), speakers: [] }),
  pt: (name) => ({
    names: [name],
    adjectives: endings(name, [
      [/ês$/, 'esa'],
      [/ão$/, 'ã'],
      [/ol$/, 'ola'],
      [/o$/, 'a'],
    ]),
    speakers: [],
  }),
  da: (name) => ({
    names: [name, `${name}kundskaber`],
    adjectives: [],
    speakers: followedBy(name, 'talende sproget sprogede'),
  }),
  nb: (name) => ({
    names: [name, `${name}kunnskaper`],
    adjectives: [],
    speakers: followedBy(name, 'talende språklig språklige'),
  }),
  cs: (name) => ({
    names: [name, ...['y', 'u', 'ou', 'ě'].map((ending) => name.slice(0, -1) + ending)],
    adjectives: [],
    speakers: [],
  }),
}

/** Other usual names, regional ones, and Finnish and Czech forms that no rule above makes. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  en: ['englanti', 'englantia', 'englannin', 'englanniksi', 'anglicky'],
  de: ['saksa', 'saksaa', 'saksan', 'německy', 'Hochdeutsch'],
  fr: ['ranska', 'ranskaa', 'ranskan'],
  nl: [
    'Flemish',
    'Flämisch',
    'Holländisch',
    'flamand',
    'Vlaams',
    'holandés',
    'neerlandês',
    'niderlandzki',
    'holenderski',
    'holenderskiego',
    'holenderskim',
    'nederlandese',
    'hollandsk',
    'hollanti',
  ],
  es: ['Castilian', 'castellano', 'kastilisch'],
  sv: ['ruotsi', 'ruotsia', 'ruotsin'],
  fi: ['suomi', 'suomea', 'suomen', 'suomeksi'],
  pt: ['Brazilian Portuguese'],
  pl: ['polaco'],
  cs: ['checo', 'česky', 'česky'],
  ro: ['Moldovan'],
  no: ['Bokmål', 'Nynorsk', 'norja', 'norjan'],
  zh: ['Mandarin', 'Mandarin Chinese', 'Cantonese', 'mandarin', 'mandarín', 'mandarino', 'mandarim'],
  fa: ['Farsi'],
  bn: ['Bengali'],
  eu: ['euskara', 'vasco'],
  ca: ['valenciano', 'valencià', 'català'],
  gl: ['galego'],
  ga: ['Gaeilge'],
  lb: ['Lëtzebuergesch'],
  uk: ['ukrainien'],
  se: ['samiska', 'samisk'],
}
/** Roots of the Romance and Polish words for those who speak a language. */
const ROOTS: Readonly<Record<string, string>> = {
  en: 'anglo',
  de: 'germano',
  fr: 'franco',
  nl: 'neerlando',
  es: 'hispano',
  it: 'italo',
  pt: 'luso',
  ru: 'russo',
  ar: 'arabo',
  pl: 'polono',
}
const ROOT_ENDINGS =
  'phone phones parlante parlantes hablante hablantes fono fona fonos fonas foni fone ' +
  'języczny języczna języczne języcznego języcznej języcznym języcznych języcznymi'
/** Written small, or in another language, these are other words ("polish", "pools", "lets"). */
const CAPITAL_ONLY = ['Polish', 'Pools', 'Fins', 'Frans', 'Turks', 'Iers', 'Welsh', 'Thai']
const LEFT_OUT = new Set(['Lets', 'Ests', 'lets'])

function formsOf(code: string): Forms {
  const forms = Object.entries(INFLECT).map(([locale, inflect]) => {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(
      code === 'no' && locale === 'nb' ? 'no' : code,
    )
    return name === undefined || name.includes('(') || LEFT_OUT.has(name)
      ? { names: [], adjectives: [], speakers: [] }
      : inflect(name)
  })
  return {
    names: [...new Set([...forms.flatMap(({ names }) => names), ...(MORE[code] ?? [])])],
    adjectives: [...new Set(forms.flatMap(({ adjectives }) => adjectives))],
    speakers: [...new Set(forms.flatMap(({ speakers }) => speakers).concat(rooted(code)))],
  }
}

function rooted(code: string): string[] {
  const root = ROOTS[code]
  return root === undefined ? [] : followedBy(root, ROOT_ENDINGS)
}

const languages = Object.fromEntries(CODES.map((code) => [code, formsOf(code)]))
const file = {
  origin: `Names of languages from Unicode CLDR ${process.versions['cldr'] ?? ''} (Unicode License v3) in English, German, French, Dutch, Spanish, Polish, Swedish, Italian, Portuguese, Danish, Norwegian and Czech; inflected forms and other names by scripts/data/build-spoken-languages.ts.`,
  capitalOnly: CAPITAL_ONLY,
  languages,
}
writeFileSync(
  fileURLToPath(import.meta.resolve('#resources/spoken-languages.json')),
  `${JSON.stringify(file, null, 1)}\n`,
)

import visaPhrases from '#resources/visa-phrases.json' with { type: 'json' }
import { compilePhrases } from './phrase-pattern.ts'
import type { PhraseList } from './phrase-pattern.ts'

type Concept = keyof (typeof visaPhrases.languages)['en']

/** One language's phrases about visas and the right to work, one compiled list a concept. */
export type VisaLexicon = Readonly<Record<Concept, PhraseList>> & { readonly language: string }

let lexicons: VisaLexicon[] | undefined

/** The lexicons of all languages, compiled at first use. */
export function visaLexicons(): readonly VisaLexicon[] {
  lexicons ??= Object.entries(visaPhrases.languages).map(([language, concepts]) => {
    const compiled = Object.entries(concepts).map(([concept, phrases]) => [concept, compilePhrases(phrases)] as const)
    return { language, ...(Object.fromEntries(compiled) as Record<Concept, PhraseList>) }
  })
  return lexicons
}

/** What any statement about visas contains in one of the languages, as word beginnings in raw text. A posting without any is
 *  not read further, which is most of them. */
const SUBJECT_STEMS =
  /vis(?:a|um|to|ti|ad)|wiz[aęyo]|sponsor|sponsr|sponser|patroc|parrain|permi[ts]|permes|tillstånd|pozwole|zezwole|vergunning|arbeits?(?:erlaub|genehm|bewill|berecht|kaart)|aufenthalt|authori[sz]|autori[sz]|right to|rights? to|work(?:ing)? (?:rights|status)|recht|ratt|rätt|prawo|uprawni|diritto|derecho|droit|direito|blue card|bluecard|blaue|blåkort|carte bleue|tarjeta azul|niebiesk|citizen|national|staatsa|staatsb|bürger|passport|paspoort|pasaporte|passaport|passeport|paszport|cittadin|ciudadan|cidad[aã]|citoyen|ressortissant|obywatel|medborgar|nacional|nazional|titre de|tarjeta de res|residen|h-?1-?b|green card|non-eu|drittstaat|nicht-eu|kennismigrant|referent|legal|documentaci|documentaç|documenti|immigra|migra|eligib|entitled|karta|karty|kartę|relocation|niederlassung|bewilligung|beschäftigung|verblijf|work papers|outside|europeans|nulla osta|carta blu|cart[aã]o azul|uppehåll|extracomunit|comunitari|regola|regla|papeles|papiers|paperwork|en règle|twv|gvva|u\.?s\.? persons?|prawem|darfst|dürfen|mag .{0,30}werken|mogen|fachkr|restri[ckç]|beperking|begränsning|limita[czç]|ograniczeń|einschränk|auflage|free to (?:work|take)|(?:labou?r|job) market|arbei(?:ts|ds)markt|mercado (?:laboral|de tra)|mercato del lav|rynku pracy|arbetsmarknad|marché du tra/gi

/** Where a text mentions anything that a statement about visas may be about (offsets, ascending). */
export function findVisaSubjects(text: string): number[] {
  return Array.from(text.matchAll(SUBJECT_STEMS), ({ index }) => index)
}

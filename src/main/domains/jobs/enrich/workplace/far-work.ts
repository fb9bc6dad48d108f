import phrases from '#resources/workplace-phrases.json' with { type: 'json' }
import type { Span } from './clause.ts'

const NOUN_REACH = 30
const NOUNS_REACH = 50
const stems = phrases.farNouns.map((stem) => stem.toLowerCase())
const othersNouns = new Set(phrases.othersNouns)
const productNouns = new Set(phrases.productNouns)
const forWords = new Set(phrases.forWords)
const usedWords = new Set(phrases.usedWords)
/** "Tools for the new hybrid work": at most two words between "for" and the work. */
const FOR_REACH = 4
const workNouns = new Set([...phrases.hybridNouns, ...phrases.hybridParticles])
/** The adjective goes before its noun, or stands before a participle, in English, German, Dutch, Polish and Swedish. */
const BEFORE_NOUN = /^(?:remote|zdaln\p{L}+)$/iu
/** It follows the noun in French, Spanish, Italian and Portuguese, as an adverb does in all of them. */
const AFTER_NOUN =
  /^(?:remot[oa]|(?:à|a) distanc(?:e|ia)|à distância|da remoto|en remoto|em remoto|op afstand|på distans|zdaln\p{L}+|remotely)$/iu
/** "Wir warten sie remote" */
const PRONOUN = /^(?:sie|diese|es|ihn|them|it|these)$/u
/** "Remote support specialist", "remote inspector": a person. */
const PERSON = /(?:[^v]er|or|ant|ist|ive|eur)s?$/u

function isFar(word: string): boolean {
  return stems.some((stem) => word.startsWith(stem))
}

/** Something is done to what is far away: "zdalnego monitoringu", "diagnóstico remoto", "remote angebunden". */
export function isFarWork(text: string, { start, end }: Span): boolean {
  const word = text.slice(start, end)
  if (BEFORE_NOUN.test(word)) {
    const [, next, second] =
      /^[ \u00a0-](\p{L}+)(?:[ \u00a0](\p{L}+))?/u.exec(text.slice(end, end + NOUNS_REACH).toLowerCase()) ?? []
    if (next !== undefined && isFar(next) && !PERSON.test(next)) return true
    if (next !== undefined && second !== undefined && !workNouns.has(next) && isFar(second) && /[^s]s$/u.test(second))
      return true
  }
  if (!AFTER_NOUN.test(word) && !BEFORE_NOUN.test(word)) return false
  const [, earlier, last = ''] =
    /(?:(\p{L}+)[ \u00a0])?(\p{L}+)[ \u00a0]$/u.exec(
      text.slice(Math.max(0, start - NOUNS_REACH), start).toLowerCase(),
    ) ?? []
  if (BEFORE_NOUN.test(word) && !/^zdaln/iu.test(word)) return PRONOUN.test(last) && isFar(earlier ?? '')
  return isFar(last) || (earlier !== undefined && !workNouns.has(last) && isFar(earlier))
}

/** Somebody else's work or a product for it: "our remote-first customers", "outils pour le travail hybride", "used from anywhere". */
export function isForOthers(text: string, { start, end }: Span): boolean {
  const next = /^[ \u00a0](\p{L}[\p{L}-]*)/u.exec(text.slice(end, end + NOUN_REACH))?.[1]?.toLowerCase()
  if (next !== undefined && othersNouns.has(next)) return true
  const before = text.slice(Math.max(0, start - NOUNS_REACH), start).toLowerCase()
  const clause = before.split(/[.,;:!?()|\n•]/u).at(-1) ?? ''
  const words = clause.split(/[^\p{L}-]+/u).filter((word) => word !== '')
  if (words.slice(-2).some((word) => usedWords.has(word))) return true
  const at = words.findLastIndex((word) => forWords.has(word))
  return at > 0 && words.length - at < FOR_REACH && productNouns.has(words[at - 1] ?? '')
}

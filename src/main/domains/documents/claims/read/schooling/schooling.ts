import tables from '#resources/claim-words.json' with { type: 'json' }
import type { Ground } from '../../ground.ts'
import type { Unbacked } from '../../unbacked.ts'
import { gradeBehind, isLettersOf, isLongOf } from './certificate-letters.ts'
import { readCertificateNames } from './certificate-names.ts'
import { fieldOfStudies, readCertificates, readDegrees, readFields, type TermSaid } from '../degrees-said.ts'
import { looksLikeNoun } from '../names/german-nouns.ts'
import { graduateClaims } from './graduates.ts'
import { hasAlike } from '../alike.ts'
import type { Token } from '../tokens.ts'
import type { Word } from '../words.ts'

/** Degrees, fields of study and certificates that a sentence claims and no fact has. Pure. */
export function schoolingClaims(
  { text, ground, isTitle }: { text: string; ground: Ground; isTitle: boolean },
  tokens: readonly Token[],
): Unbacked[] {
  const certificates = readCertificates(tokens)
  const degrees = readDegrees(tokens)
  const isStudy = degrees.length > 0 || SCHOOL.test(text)
  const fields = isStudy || isTitle ? readFields(tokens) : []
  const isCertified = certificates.isAny && !ground.hasCertificate
  return [
    ...studies(tokens, ground),
    ...graduateClaims(tokens, ground),
    ...degrees.filter((degree) => !isDegreeBacked(degree, ground)).map(degreeFinding),
    ...(isStudy ? fields.filter((field) => !isFieldBacked(field, ground)).map(degreeFinding) : []),
    ...(isCertified ? [{ kind: 'certificate' as const, words: certificates.word }] : []),
    ...certificates.names
      .filter(({ name }) => !ground.certificates.has(name) && !isNamed(name, { text, ground }))
      .map(({ written }) => ({ kind: 'certificate' as const, words: written })),
    ...(isCertified
      ? []
      : readCertificateNames(text)
          .filter(
            ({ words: named, isGerman }) =>
              !isLongOf(
                named.map(({ plain }) => plain).filter((plain) => !NUMBER.test(plain)),
                ground.certificateWords,
              ) && !named.every((word) => isOfCertificate(word, ground) || (isGerman && looksLikeNoun(word.plain))),
          )
          .map(({ written }) => ({ kind: 'certificate' as const, words: written }))),
    ...(isCertified
      ? []
      : certificates.grades
          .filter(({ name }) => !ground.certificateGrades.has(name))
          .map(({ written }) => ({ kind: 'certificate' as const, words: written }))),
  ]
}
const TRAINED = ['ausbildung', 'lehre', 'apprenticeship', 'apprentice']
const NUMBER = /^(?:[ivx]+|\d)$/

function isOfCertificate({ text, plain }: Word, { certificateWords, nameParts }: Ground): boolean {
  return hasAlike(certificateWords, plain) || isLettersOf(text, nameParts)
}

/** A certificate by its letters ("PSM I") or, where the facts have the letters, by its words. */
function isNamed(name: string, { text, ground }: { text: string; ground: Ground }): boolean {
  if (name.includes(' ')) return isLongOf(name.split(' '), ground.certificateWords)
  const letters = name.toUpperCase()
  const at = text.indexOf(letters)
  if (at === -1 || !isLettersOf(letters, ground.nameParts)) return false
  const grade = gradeBehind(text.slice(at + letters.length))
  return grade === null || ground.certificateWords.has(grade)
}

function degreeFinding({ written }: TermSaid): Unbacked {
  return { kind: 'degree', words: written }
}

/** "Neben dem Masterstudium" says when, whatever the facts cited are of. */
function isDegreeBacked({ name, written }: TermSaid, { degrees, career, words }: Ground): boolean {
  if (name === 'vocational' && TRAINED.some((word) => words.has(word))) return true
  if (name === DOCTORAND && (degrees.has('doctor') || [...words].some((word) => DOCTORANDS.test(word)))) return true
  return degrees.has(name) || (written.endsWith('studium') && career.degrees.has(name))
}

/** Who works towards a doctor's degree: the author, or somebody whom the author looked after. */
const DOCTORAND = 'doctorand'
const DOCTORANDS = /^(?:doctora|doktorand|phds?$|promovi|promotion)/

/** A field of the facts, or one that a longer word of them ends with: "Extremwertstatistik". */
function isFieldBacked({ name, written }: TermSaid, { fields, words }: Ground): boolean {
  if (fields.has(name)) return true
  const end = written.replace(/s?studiums?$/, '')
  return end.length >= LEAST_FIELD && [...words].some((word) => word.endsWith(end))
}
const LEAST_FIELD = 6

/** "Informatikstudium" of another field, or of somebody who has not studied at all. */
function studies(tokens: readonly Token[], ground: Ground): Unbacked[] {
  const said = tokens.filter(({ plain }) => STUDY.test(plain))
  if (said.length === 0 || tokens.some(({ plain }) => WITHOUT.has(plain))) return []
  const { career, words } = ground
  const isStudent = career.hasStudied || [...words].some((word) => STUDY.test(word) || word === 'studied')
  if (!isStudent) return said.slice(0, 1).map(({ text }) => ({ kind: 'degree', words: text }))
  return said
    .filter(({ plain }) => {
      const field = fieldOfStudies(plain)
      return field !== null && !career.fields.has(field.name) && !isFieldBacked(field, ground)
    })
    .map(({ text }) => ({ kind: 'degree', words: text }))
}
const STUDY = /^(?!.*(?:selbst|eigen|literatur|akten)studium)\p{L}*studiums?$/u
const WITHOUT = new Set(tables.boundsNegated)

const SCHOOL =
  /\b(?:studied|studierte[mnrs]?|studium|degree|university|universität|hochschule|graduate|graduated|abschluss)\b/iu

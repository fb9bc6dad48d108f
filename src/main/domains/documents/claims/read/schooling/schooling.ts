import type { Ground } from '../../ground.ts'
import type { Unbacked } from '../../unbacked.ts'
import { readCertificateNames } from './certificate-names.ts'
import { readCertificates, readDegrees, readFields } from '../degrees-said.ts'
import { looksLikeNoun } from '../names/german-nouns.ts'
import { alike } from '../titles-said.ts'
import type { Token } from '../tokens.ts'

/** Degrees, fields of study and certificates that a sentence claims and no fact has. Pure. */
export function schoolingClaims(
  { text, ground, isTitle }: { text: string; ground: Ground; isTitle: boolean },
  tokens: readonly Token[],
): Unbacked[] {
  const certificates = readCertificates(tokens)
  const degrees = certificates.isAny ? [] : readDegrees(tokens)
  const isStudy = degrees.length > 0 || SCHOOL.test(text)
  const fields = isStudy || isTitle ? readFields(tokens) : []
  const isCertified = certificates.isAny && !ground.hasCertificate
  const isOfCertificate = (word: string) =>
    ground.certificateWords.has(word) || [...ground.certificateWords].some((known) => alike(known, word))
  return [
    ...studies(tokens, ground),
    ...degrees
      .filter(({ name }) => !ground.degrees.has(name))
      .map(({ written }) => ({ kind: 'degree' as const, words: written })),
    ...(isStudy
      ? fields
          .filter(({ name }) => !ground.fields.has(name))
          .map(({ written }) => ({ kind: 'degree' as const, words: written }))
      : []),
    ...(isCertified ? [{ kind: 'certificate' as const, words: certificates.word }] : []),
    ...certificates.names
      .filter(({ name }) => !ground.certificates.has(name))
      .map(({ written }) => ({ kind: 'certificate' as const, words: written })),
    ...(isCertified
      ? []
      : readCertificateNames(text)
          .filter(
            ({ words: named, isGerman }) =>
              !named.every((word) => isOfCertificate(word) || (isGerman && looksLikeNoun(word))),
          )
          .map(({ written }) => ({ kind: 'certificate' as const, words: written }))),
    ...(isCertified
      ? []
      : certificates.grades
          .filter(({ name }) => !ground.certificateGrades.has(name))
          .map(({ written }) => ({ kind: 'certificate' as const, words: written }))),
  ]
}
/** "Abgeschlossenes Informatikstudium" of somebody who has no degree. */
function studies(tokens: readonly Token[], { career, words }: Ground): Unbacked[] {
  if (career.hasStudied || [...words].some((word) => STUDY.test(word) || word === 'studied')) return []
  const said = tokens.find(({ plain }) => STUDY.test(plain))
  return said ? [{ kind: 'degree', words: said.text }] : []
}
const STUDY = /^(?!.*(?:selbst|eigen|literatur|akten)studium)\p{L}*studium$/u

const SCHOOL =
  /\b(?:studied|studierte|studium|degree|university|universität|hochschule|graduate|graduated|abschluss)\b/iu

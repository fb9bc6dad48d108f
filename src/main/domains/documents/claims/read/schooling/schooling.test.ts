import { expect, it } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import { profileSchema } from '#shared/profile.ts'
import { findClaims } from '../../find-claims.ts'
import { NOW, sentenceOf } from '../../labelled.fixture.ts'

const SCHOOLED = {
  education: [{ id: 'studies0', institution: 'Universität Ulm', degree: 'M.Sc.', field: 'Mathematik' }],
  extras: [
    { id: 'pspocert', kind: 'certificate', name: 'Professional Scrum Product Owner I', by: 'Scrum.org', date: '2024' },
  ],
}
const TRAINED = {
  education: [
    { id: 'studies0', institution: 'Datenschule Kassel', degree: 'Zertifikat', field: 'Data Engineering' },
    { id: 'training', institution: 'Berufsschule Kassel', degree: 'Ausbildung', field: 'Fachinformatiker' },
  ],
}

function kinds(text: string, { person, cites }: { person: object; cites: string[] }): string[] {
  const career = careerSchema.parse({
    person: { name: 'Ida Holm', headline: '', email: '', phone: '', city: '', countryCode: null, links: [] },
    ...person,
  })
  const ground = { career, profile: profileSchema.parse({}), now: NOW }
  const found = findClaims(sentenceOf(career, { text, cites }), ground).map(({ kind }) => kind)
  return found.filter((kind) => kind === 'degree' || kind === 'certificate')
}

it.each([
  ['Certified Scrum Product Owner (PSPO I).', SCHOOLED, ['pspocert']],
  ['Seit 2024 bin ich PSPO-I-zertifiziert.', SCHOOLED, ['pspocert']],
  ['Meine Zertifizierung stammt von 2024.', SCHOOLED, ['pspocert']],
  ['Nach dem Mathematikstudium in Ulm.', SCHOOLED, ['studies0']],
  ['Neben dem Masterstudium lernte ich Scrum.', SCHOOLED, ['pspocert']],
  ['Studierter Mathematiker.', SCHOOLED, ['studies0']],
  ['Ein Studium habe ich nicht.', TRAINED, ['training']],
  ['Nach meiner Ausbildung zum Fachinformatiker.', TRAINED, ['training']],
])('is no finding: %s', (text, person, cites) => {
  expect(kinds(text, { person, cites })).toEqual([])
})

it.each([
  ['Certified Scrum Product Owner (PSPO II).', SCHOOLED, ['pspocert'], 'certificate'],
  ['I hold the PSM I certificate.', SCHOOLED, ['pspocert'], 'certificate'],
  ['I hold the PSPO I and a certificate of the NVIDIA Deep Learning Institute.', SCHOOLED, ['pspocert'], 'certificate'],
  ['Ein Zertifikat des NVIDIA Deep Learning Institute.', SCHOOLED, ['pspocert'], 'certificate'],
  ['Nach dem Informatikstudium in Ulm.', SCHOOLED, ['studies0'], 'degree'],
  ['Studierter Physiker.', SCHOOLED, ['studies0'], 'degree'],
  ['PSPO I holder with a PhD.', SCHOOLED, ['studies0', 'pspocert'], 'degree'],
  ['Im Rahmen meiner Promotion in Ulm.', SCHOOLED, ['studies0'], 'degree'],
  ['Mein Informatikstudium war der Anfang.', TRAINED, ['training'], 'degree'],
])('finds what nobody has: %s', (text, person, cites, kind) => {
  expect(kinds(text, { person, cites })).toContain(kind)
})

import { expect, it } from 'vitest'
import { namePartsOf } from '../names/short-names.ts'
import { gradeBehind, isLettersOf, isLongOf } from './certificate-letters.ts'

it.each([
  ['PSPO', 'Professional Scrum Product Owner I', true],
  ['PSM', 'Professional Scrum Master I', true],
  ['CVP', 'Certified Vision Professional', true],
  ['CPSA', 'Certified Professional for Software Architecture', true],
  ['OSCP', 'Offensive Security Certified Professional', true],
  ['CSM', 'Certified ScrumMaster', true],
  ['CKA', 'Certified Kubernetes Application Developer', false],
  ['CSM', 'Professional Scrum Master I', false],
  ['psm', 'Professional Scrum Master I', false],
])('%s of %s: %s', (letters, name, isShort) => {
  expect(isLettersOf(letters, namePartsOf(name))).toBe(isShort)
})

it.each([
  [['scrum', 'master'], 'psm', true],
  [['professional', 'scrum', 'product', 'owner'], 'pspo', true],
  [['scrum', 'master'], 'pspo', false],
])('%j is what letters of the facts stand for, %s: %s', (words, letters, isLong) => {
  expect(isLongOf(words, new Set([letters]))).toBe(isLong)
})

it.each([
  [' II) since 2020', 'ii'],
  ['-I-zertifiziert', 'i'],
  [' In 2020', null],
  [')', null],
])('the grade in "%s": %s', (rest, grade) => {
  expect(gradeBehind(rest)).toBe(grade)
})

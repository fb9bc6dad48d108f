import { expect, it } from 'vitest'
import { readCertificateNames } from './certificate-names.ts'

it.each([
  ['SnowPro Core (2022), AWS Certified Solutions Architect', ['AWS Certified Solutions Architect']],
  ['Certified Scrum Product Owner and Professional Scrum Master', ['Certified Scrum Product Owner']],
  ['Holder of the SnowPro Core certification', ['SnowPro Core certification']],
  ['Google Cloud-certified machine learning engineer', ['Google Cloud-certified']],
  ['certified in 2023', []],
])('%s', (text, names) => {
  expect(readCertificateNames(text).map(({ written }) => written)).toEqual(names)
})
